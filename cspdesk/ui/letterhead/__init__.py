"""The parts of the letterhead page."""
