"""The app's own reminder window: what is due and still open, with what can be done about it."""
