"""The JSON of every page: how content is told to programs, and the description of it that is made from the code."""
