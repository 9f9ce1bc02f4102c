"""The nouns of the house: what one step hands to the next. Frozen, plain, standard library only.

Data flows one way, and each step has its noun:
files → `Original` (a `Document` with its bytes) → `Article` → `Facts` → `Clipping` (an article with its facts and its
number) → `Links` → tables.

Offsets count characters (Unicode code points) of `Article.text`: `start` inclusive, `end` exclusive. The span law:
whatever carries a span and a `text` obeys `article.text[start:end] == text`.
"""

from morgue.model.articles import Article, Paragraph, ParagraphKind, Precision, Removed, Source, SourceKind
from morgue.model.builds import Build, Changes
from morgue.model.corrections import (
    Apart,
    Applied,
    Correction,
    Drop,
    EntityCorrection,
    Merge,
    Named,
    Reading,
    Recast,
    Rename,
    Scope,
    Signed,
    Split,
)
from morgue.model.documents import Basis, ContentType, Document, Level, Original, Problem, Stage, Stated
from morgue.model.facts import Clipping, DateMention, EntityKind, Facts, Figure, Mention, Quote, QuoteForm, Role
from morgue.model.identity import uid
from morgue.model.links import (
    Alias,
    Derivation,
    Direction,
    Discrepancy,
    DiscrepancyKind,
    Entity,
    Links,
    MentionKey,
    Passage,
    PassageKind,
    QuoteKey,
    Reuse,
    ReuseKind,
    Story,
    Utterance,
    Version,
)

__all__ = [
    "Alias",
    "Apart",
    "Applied",
    "Article",
    "Basis",
    "Build",
    "Changes",
    "Clipping",
    "ContentType",
    "Correction",
    "DateMention",
    "Derivation",
    "Direction",
    "Discrepancy",
    "DiscrepancyKind",
    "Document",
    "Drop",
    "Entity",
    "EntityCorrection",
    "EntityKind",
    "Facts",
    "Figure",
    "Level",
    "Links",
    "Mention",
    "MentionKey",
    "Merge",
    "Named",
    "Original",
    "Paragraph",
    "ParagraphKind",
    "Passage",
    "PassageKind",
    "Precision",
    "Problem",
    "Quote",
    "QuoteForm",
    "QuoteKey",
    "Reading",
    "Recast",
    "Removed",
    "Rename",
    "Reuse",
    "ReuseKind",
    "Role",
    "Scope",
    "Signed",
    "Source",
    "SourceKind",
    "Split",
    "Stage",
    "Stated",
    "Story",
    "Utterance",
    "Version",
    "uid",
]
