"""Parts that know nothing of clients: each is told what to show, and tells what was clicked."""
