"""What of an event others take elsewhere: citations, and the card that a shared link shows."""
