"""The minutes: agenda, blocks of text, and the document beside them."""
