"""The book of phrases: own texts, and how they read for a person."""
