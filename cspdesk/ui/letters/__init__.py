"""The parts of the letters page."""
