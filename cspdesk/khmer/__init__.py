"""The Khmer script: what is stored, searched and sorted, where lines break, digits, dates."""
