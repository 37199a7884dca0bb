"""What an empty file shows: the three ways to begin."""
