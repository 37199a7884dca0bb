"""Follow-ups: the page with all of them, the coming fourteen days, and the dialog in which one is planned."""
