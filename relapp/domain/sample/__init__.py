"""The sample portfolio: an invented consultant's people, organisations and timeline, told relative to a given moment."""
