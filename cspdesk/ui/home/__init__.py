"""The parts of the home page: the next meeting, what is due, drafts, data, first steps."""
