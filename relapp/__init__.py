"""Relapp without its window: what is true, where it is kept, and what one can do with it. No Qt, no thread."""

VERSION = "0.1.0"
