"""The parts of the meetings page: the list, the form of a new one, and the tabs of one meeting."""
