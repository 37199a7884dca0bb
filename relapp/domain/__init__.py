"""What is true: frozen dataclasses and pure functions. No storage, no clock, no Qt."""
