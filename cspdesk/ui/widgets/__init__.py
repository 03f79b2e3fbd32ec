"""Building blocks of pages. They recolour and translate themselves and know no store."""
