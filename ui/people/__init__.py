"""The People page: the list, and the personal file of whoever is chosen in it."""
