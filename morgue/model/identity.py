"""Names that last: what addresses and links of the archive are made of."""

from hashlib import sha256


def uid(*parts: str) -> str:
    """12 hex digits that stay the same over rebuilds and machines as long as the parts do."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:12]
