"""Editing a person whole: one file for each page of the dialog, and the rows they are made of."""
