"""Organisations: the list, and one with its people and joint timeline."""
