"""An invented archive of any size: the same seed gives the same rows, whatever the engine."""
