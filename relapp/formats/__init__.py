"""One file per format: bytes in, dataclasses out, and back. Never the store."""
