"""The problems that reading can meet, each as one sentence: which file, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from morgue.model import Level, Problem


def _problem(path: str, code: str, message: str, level: Level = "error") -> Problem:
    return Problem(path, "read", level, code, message)


def no_articles(path: str) -> Problem:
    """A folder or an archive in which no file is of a known kind."""
    return _problem(path, "no-articles", f"{path} holds no article file: name one that holds some.")


def unsupported(path: str, extensions: Iterable[str]) -> Problem:
    """A file of a kind that no format is known for."""
    known = ", ".join(extensions)
    message = f"{path} is of a kind that cannot be read: save it as one of {known}."
    return _problem(path, "unsupported", message, "warning")


def unreadable(path: str, reason: str) -> Problem:
    """A file or folder that the system does not let us read."""
    message = f"{path} {reason}: mend its permissions or its link, then build again."
    return _problem(path, "unreadable", message)


def broken(place: str, reason: str) -> Problem:
    """A packed file or an archive that ends too soon or whose bytes are damaged."""
    message = f"{place} is damaged ({reason}): fetch it again; only what is whole was read."
    return _problem(place, "broken-archive", message)


def locked(place: str, how: str) -> Problem:
    """A member of an archive that asks for a password, or is packed by an unknown method."""
    return _problem(place, "encrypted", f"{place} {how}: unpack it and name the folder.")


def too_large(place: str, most: int) -> Problem:
    """A file or member, or one record of it, over the limit."""
    message = f"{place} is larger than {most / 1e6:g} MB: raise --largest, or cut it into pieces."
    return _problem(place, "too-large", message)


def bomb(path: str) -> Problem:
    """A packed file that unpacks to far more than its size lets expect."""
    message = f"{path} unpacks to far more than its size: if it is no trap, raise --largest or unpack it yourself."
    return _problem(path, "too-large", message)


def out_of_memory(place: str) -> Problem:
    """A file or member that would take more memory than there is."""
    message = f"{place} takes more memory to read than one input may have: raise --memory, or cut it into pieces."
    return _problem(place, "out-of-memory", message)


def too_much_inside(place: str, deepest: int, most: int) -> Problem:
    """An archive in an archive in an archive …, or one of countless members."""
    message = f"{place} lies over {deepest} archives deep or holds over {most} members: unpack it and name the folder."
    return _problem(place, "too-large", message)


def failed(place: str, reason: str) -> Problem:
    """An error that nobody has foreseen."""
    return _problem(place, "reading-failed", f"{place} could not be read ({reason}): please report this file.")


def empty(path: str) -> Problem:
    """A file with nothing in it but white space."""
    return _problem(path, "empty-file", f"{path} is empty: fetch it again or remove it.")


def binary(path: str) -> Problem:
    """A file that is no text, whatever its name says."""
    message = f"{path} is not text, whatever its name says: replace it by the article's text."
    return _problem(path, "binary-file", message)


def guessed(place: str, encoding: str) -> Problem:
    """A text whose encoding is little more than a guess."""
    message = f"{place} does not say its encoding and was read as {encoding}, a weak guess: save it as UTF-8."
    return _problem(place, "encoding-guessed", message, "warning")


def bad_json(path: str, member: str, reason: str) -> Problem:
    """A line of a JSON-lines file that holds no JSON object."""
    message = f"{path}, {member}, is no JSON object ({reason}): mend that line; the others were read."
    return _problem(f"{path}, {member}", "bad-json", message)


def bad_json_file(place: str, reason: str) -> Problem:
    """A JSON file that is broken as a whole."""
    return _problem(place, "bad-json", f"{place} is no JSON ({reason}): mend it or export it again.")


def no_page(place: str) -> Problem:
    """A saved page of many parts, none of which is a page."""
    return _problem(place, "no-text", f"{place} holds no HTML page: save the page again.")


def no_text(path: str, member: str, names: Iterable[str]) -> Problem:
    """A record without the text of an article."""
    usual = ", ".join(islice(names, 5))
    message = (
        f"{path}, {member}, has no text: give it in a field named {usual}, or name its field with --map text=NAME."
    )
    return _problem(f"{path}, {member}", "no-text", message)


def no_text_column(place: str, columns: Iterable[str]) -> Problem:
    """A table of which no column is known to hold articles."""
    named = ", ".join(f"“{column}”" for column in columns)
    message = f"{place} has no column that is known to hold the text; its columns are {named}: use --map text=COLUMN."
    return _problem(place, "no-text-column", message)


def bad_rows(place: str, reason: str) -> Problem:
    """Lines of a table that make no row of it."""
    message = f"{place}, cannot be read as a row ({reason}): mend the quotation marks; the others were read."
    return _problem(place, "bad-row", message)


def no_records(place: str) -> Problem:
    """A JSON file that holds no article and no list of articles."""
    message = f"{place} holds no record of an article: save an object with a text, or a list of such objects."
    return _problem(place, "no-records", message)


def sitemap(place: str) -> Problem:
    """A list of addresses for search engines."""
    message = f"{place} is a sitemap, which lists addresses and holds no articles: fetch the pages and give those."
    return _problem(place, "sitemap", message)


def only_a_reference(place: str) -> Problem:
    """An agency's envelope with no article in it."""
    message = f"{place} holds no text of an article, at most a reference to one: get the item with its text."
    return _problem(place, "no-text", message)


def no_feed(place: str) -> Problem:
    """An XML file that is no RSS or Atom."""
    return _problem(place, "no-feed", f"{place} is no RSS or Atom feed: save each article as HTML or text.")


def bad_feed(place: str, reason: str) -> Problem:
    """A feed that is broken or meant to do harm."""
    return _problem(place, "bad-feed", f"{place} is no sound feed ({reason}): fetch it again.")


def no_entries(place: str) -> Problem:
    """A feed that holds nothing."""
    return _problem(place, "no-entries", f"{place} is a feed without entries: fetch it again or remove it.")


def entry_without_text(place: str) -> Problem:
    """A feed's entry that is a headline at most."""
    return _problem(place, "no-text", f"{place}, has neither content nor summary: save the page that it links to.")


def broken_record(place: str, reason: str, level: Level = "error") -> Problem:
    """A record of a web archive that ends early or makes no sense. A warning, where some of it was read."""
    message = f"{place}, is broken ({reason}): capture that page again; the other records were read."
    return _problem(place, "broken-record", message, level)


def skipped_records(place: str) -> Problem:
    """A web archive without a page."""
    message = f"{place} holds no page that was fetched well: capture the pages again."
    return _problem(place, "skipped-records", message, "warning")


def no_captures(place: str) -> Problem:
    """A WACZ without web archives."""
    return _problem(place, "no-captures", f"{place} holds no WARC below archive/: export it again.")


def bad_mail(place: str, reason: str) -> Problem:
    """A message that makes no sense."""
    return _problem(place, "bad-mail", f"{place} cannot be read as mail ({reason}): save its text as .txt.")


def mail_without_text(place: str) -> Problem:
    """A message of nothing but attachments."""
    return _problem(place, "no-text", f"{place} has neither a text nor an HTML part: save its attachments as files.")


def pdf(place: str) -> Problem:
    """The one kind of file that many will bring and that is not read."""
    return _problem(place, "unsupported", f"{place}: PDF is not supported: save its text as .txt.")


def manifest_without_paths(place: str) -> Problem:
    """A manifest that names no files."""
    return _problem(place, "bad-manifest", f"{place} has no column “path”: give each file's path in one.")


def unmatched(place: str, named: str) -> Problem:
    """A row of a manifest about a file that is not there."""
    message = f"{place}, is about {named}, which gave no article: mend the path, which counts from the manifest."
    return _problem(place, "unmatched-row", message, "warning")
