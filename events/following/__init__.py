"""Following: what was promised, by whom, and how the words moved from one meeting to the next."""
