"""The Today page: who waits, what is planned, which days come round."""
