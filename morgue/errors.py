"""Everything that can go wrong and that a person can mend. Each message names the thing and the remedy."""


class MorgueError(Exception):
    """The root: what `build_db.py` shows as one plain line instead of a traceback."""


class InputError(MorgueError):
    """The inputs as a whole cannot be used: none exists, or none holds an article."""


class ModelError(MorgueError):
    """No language model can be loaded under the name that was given."""


class ArchiveError(MorgueError):
    """The archive cannot be written, or what was written failed its own checks."""
