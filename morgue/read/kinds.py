"""What a file is whose name does not tell, or tells that it is no article. The endings are data: no_articles.yml."""

from __future__ import annotations

import re
from importlib.resources import files

import yaml

from morgue.read.decoding import decode

_TABLE: dict[str, list[str]] = yaml.safe_load(files("morgue.read").joinpath("no_articles.yml").read_text("utf-8"))
NO_ARTICLES = frozenset(ending for endings in _TABLE.values() for ending in endings)
# wget keeps what an address asks for in the name ("article.html?id=3", with "@" on Windows), and numbers the second
# file of a name ("article.html.1"); editors and browsers leave copies ("article.html.bak").
ASKED = re.compile(r"(?<=.)(\.\w{1,5})[?@].*", re.DOTALL)
COPY = re.compile(r"(?<=\w)(?:~|\.(?:\d{1,3}|bak|old|orig|save|tmp|part|partial|download|crdownload))$", re.IGNORECASE)
PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|article)\b", re.IGNORECASE)
CODE = re.compile(r"[{}\[\]<>=;|\\$_@^`]")
MOST_CODE = 0.03  # of the signs; of prose it is a hundredth, of style sheets and scripts a tenth
SENTENCE = re.compile(r"(?:\w[^\s]*[ \t]+){5}\w|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]{12}")


def trade_name(name: str) -> str:
    """The name without what downloading added to it: "article.html?id=3", "article.html.1" → "article.html"."""
    return COPY.sub("", ASKED.sub(r"\1", name))


def no_article(name: str) -> bool:
    """Whether the name's ending is one of pictures, programs and the like."""
    _, dot, ending = trade_name(name).rpartition(".")
    return bool(dot) and ending.lower() in NO_ARTICLES


def is_page(head: bytes) -> bool:
    """Whether a file that starts so is a page, whatever stands before its marks."""
    return PAGE.search(head.replace(b"\0", b"")) is not None


def is_prose(head: bytes, *, unnamed: bool) -> bool:
    """Whether a file that starts so is a text for people to read: no program, no style sheet, nothing binary.

    Args:
        head: The beginning; what is cut at its end may be half a letter.
        unnamed: It has no extension, as texts often have none: a word is enough. Else a sentence must stand there.
    """
    decoded = decode(head[:-3]) or decode(head)
    if decoded is None:
        return False
    text = decoded.text
    if len(CODE.findall(text)) > MOST_CODE * len(text):
        return False
    return unnamed or (not decoded.weak and SENTENCE.search(text) is not None)
