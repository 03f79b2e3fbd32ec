"""Check-in: who is on the list, who came, and everybody who walks in."""
