"""Ctrl+K: one box over people, organisations, facts, entries and commands."""
