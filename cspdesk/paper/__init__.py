"""Documents: content described once as blocks, rendered by :mod:`cspdesk.paper.pdf`."""
