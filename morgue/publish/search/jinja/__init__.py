"""Turns the templates of the search page into JavaScript, so that server and browser render from the same files."""
