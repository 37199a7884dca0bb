"""Options, and what belongs to the file."""
