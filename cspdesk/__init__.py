"""cspdesk: the meeting desk of a civil society network, offline first, in Khmer and English."""

__version__ = "0.1.0"
