"""The rooms of cleaning in their order: from a document to an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from morgue.clean.addresses import address_of
from morgue.clean.authors import authors
from morgue.clean.bases import bases
from morgue.clean.byline import byline
from morgue.clean.credit import credit
from morgue.clean.dated import dated, updated
from morgue.clean.dateline import dateline
from morgue.clean.draft import Draft
from morgue.clean.furniture import furniture
from morgue.clean.headline import headline
from morgue.clean.html import html_draft, markdown_draft
from morgue.clean.inserted import inserted
from morgue.clean.language import language
from morgue.clean.layout import layout
from morgue.clean.lines import lines
from morgue.clean.published import is_to_come, published
from morgue.clean.source import identity, source
from morgue.clean.stamps import stamps
from morgue.clean.wire import wire
from morgue.model import Article, Original, Problem

ROOMS = (stamps, inserted, furniture, byline, headline, dateline, credit)


def clean(document: Original) -> tuple[Article | None, tuple[Problem, ...]]:
    """The document as an article, or None and the reason.

    Of plain text nothing is lost: each word of the content is in the text, in the headline, or in `removed`.
    """
    draft = _draft(document)
    for room in ROOMS:
        draft = room(draft)
    if not any(any(map(str.isalnum, line.text)) for line in draft.lines):
        return None, (_no_text(document),)
    return _article(document, draft), tuple(_doubts(document, draft.stated.published))


def _draft(document: Original) -> Draft:
    if document.content_type == "html":
        return html_draft(document.stated, document.content)
    if document.content_type == "markdown":
        return markdown_draft(document.stated, document.content)
    return Draft(document.stated, lines(document.content))


def _article(document: Original, draft: Draft) -> Article:
    text, paragraphs = layout(draft.lines)
    told = draft.stated
    publisher = source(told)
    date = dated(draft)
    change = updated(draft, date)
    agency = wire(draft, publisher)
    article = Article(
        uid=identity(document),
        document=document.filed(),
        headline=draft.headline,
        byline=draft.byline,
        credit=draft.credit or told.credit,
        wire=agency.value,
        dateline=draft.dateline,
        source=publisher,
        url=told.url,
        section=told.section,
        published=date.value,
        precision=date.precision,
        basis=date.basis,
        language=language(document.stated.language, text, told.language),
        text=text,
        layout=paragraphs,
        removed=tuple(sorted(draft.removed, key=lambda each: each.line or 0)),
        address=address_of(told.url, draft.canonical),
        authors=authors(draft.byline or "", publisher.name if publisher else None),
        updated=change.value,
    )
    return replace(article, bases=bases(article, draft, {"wire": agency.basis, "updated": change.basis}))


def _no_text(document: Original) -> Problem:
    message = f"{document.place} holds nothing but page furniture: fetch the article again or leave the file out."
    return Problem(document.place, "clean", "error", "no-article-text", message)


def _doubts(document: Original, stated: str | None) -> Iterator[Problem]:
    if is_to_come(published(stated)):
        message = f"{document.place} is dated {stated}, which is yet to come: the date was left out."
        yield Problem(document.place, "clean", "warning", "date-to-come", message)
