"""The timeline of a person or an organisation: a shared room that those pages use."""
