"""The same desk without a window: set up, import, list, search, print, check, and demonstrate.

What a page can do, a command can do: both call the same functions. Only this room uses click, and
only ``cspdesk.__main__`` opens it, once there is a command: the window's start does without.
"""
