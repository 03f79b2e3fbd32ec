"""Spreadsheets and other files, in and out of the desk."""
