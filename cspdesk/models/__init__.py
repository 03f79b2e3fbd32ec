"""What the desk knows: frozen records and pure rules. No Qt, no SQL, no input or output."""
