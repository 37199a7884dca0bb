"""Hours, quiet time and delivery: pure rules, as `boundaries.md` has them. Data and a given now in, instants out."""
