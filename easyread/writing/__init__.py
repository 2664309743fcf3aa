"""Help while writing: the words of a form as they stand, what is hard in them, how long they are, what to do next."""
