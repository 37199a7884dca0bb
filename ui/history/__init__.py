"""What was done, newest first, and its way back."""
