"""Documents for the tests of cleaning."""

from hashlib import sha256

from morgue.clean import clean
from morgue.model import Article, ContentType, Original, Stated


def document(content: str, stated: Stated | None = None, content_type: ContentType = "text") -> Original:
    """A document with this content."""
    raw = content.encode("utf-8", "surrogatepass")
    digest = sha256(raw).hexdigest()
    told = stated or Stated()
    time = "2024-05-06T00:00:00Z"
    return Original("a.txt", "", digest, "text/plain", "utf-8", len(raw), told, time, raw, content, content_type)


def article(content: str, stated: Stated | None = None, content_type: ContentType = "text") -> Article:
    """The article that is made of this content."""
    made, problems = clean(document(content, stated, content_type))
    assert made, problems
    return made


def rules(made: Article) -> dict[str, str]:
    """What was removed → the rule that did it."""
    return {each.text: each.rule for each in made.removed}
