"""Where versions of a story contradict each other."""
