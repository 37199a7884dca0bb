"""When I am open, what comes through quiet time, when I am away, and what clients are told of it."""
