"""Pages: each view fetches, asks and renders."""
