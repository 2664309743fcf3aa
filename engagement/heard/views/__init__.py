"""The PMU's screens for reading what people said, and for saying what was heard."""
