"""The sample portfolio: an invented consultant's people and timeline, told relative to a given moment."""
