"""The brief of a person: one page to read before a call, to print or to keep."""
