"""The parts of the directory page: its tables, its filters, and the panel of one record."""
