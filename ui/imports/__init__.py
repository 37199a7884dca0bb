"""Files coming in and going out: the preview of an import, and the export of notes and people."""
