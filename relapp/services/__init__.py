"""The verbs: one file per noun, usable from the window and the command line alike."""
