"""The desk on the screen: shell, pages, widgets. The only room that knows Qt."""
