"""One module a kind of paper: its layouts, and the truth they print."""
