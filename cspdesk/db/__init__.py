"""The encrypted store: the only room that speaks SQL.

``vault`` holds the key, ``store`` the one way to write, and one module per family of tables the
questions that pages, papers and commands ask.
"""
