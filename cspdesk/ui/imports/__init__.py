"""Importing a contact list, step by step: file, headings, columns, preview, result."""
