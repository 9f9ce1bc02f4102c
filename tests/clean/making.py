"""Documents for the tests of cleaning."""

from hashlib import sha256

from morgue.clean import clean
from morgue.model import Article, ContentType, Document, Stated


def document(content: str, stated: Stated | None = None, content_type: ContentType = "text") -> Document:
    """A document with this content."""
    raw = content.encode("utf-8", "surrogatepass")
    digest = sha256(raw).hexdigest()
    told = stated or Stated()
    time = "2024-05-06T00:00:00Z"
    return Document("a.txt", "", digest, "text/plain", "utf-8", raw, content, content_type, told, time)


def article(content: str, stated: Stated | None = None, content_type: ContentType = "text") -> Article:
    """The article that is made of this content."""
    made, problems = clean(document(content, stated, content_type))
    assert made, problems
    return made


def rules(made: Article) -> dict[str, str]:
    """What was removed → the rule that did it."""
    return {each.text: each.rule for each in made.removed}
