"""Who copied whom: candidates, comparison, direction, and the stories that follow from them."""
