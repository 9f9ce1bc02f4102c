"""Newsletters: a message saved by a mail program (.eml), or a folder of them (.mbox). A message is an article."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.policy import default
from hashlib import sha256
from typing import BinaryIO

from morgue.model import Original, Problem, Stated
from morgue.read import problems
from morgue.read.broken import reason
from morgue.read.charset import decode_page
from morgue.read.decoding import decode
from morgue.read.depth import MOST_PARTS, too_many_parts
from morgue.read.fields import words
from morgue.read.form import Format, Found, Options
from morgue.read.limits import all_bytes

LONGEST = 2_000  # characters of a line of the head
POSTMARK = b"From "  # at the beginning of a line behind an empty one: where a message begins in an mbox


def _letter(found: Found, options: Options) -> Iterator[Original | Problem]:
    raw = all_bytes(found, options)
    yield _message(found, found.member, raw) if raw.strip() else problems.empty(found.place)


def _mailbox(found: Found, options: Options) -> Iterator[Original | Problem]:
    number = 0
    with found.open() as stream:
        for number, raw in enumerate(_messages(stream, options.most_bytes), start=1):
            member = found.inside(f"message {number}")
            if len(raw) > options.most_bytes:
                yield problems.too_large(f"{found.path}, {member}", options.most_bytes)
            else:
                yield _message(found, member, raw)
    if not number:
        yield problems.empty(found.place)


def _messages(stream: BinaryIO, most: int) -> Iterator[bytes]:
    """The messages without the postmarks between them; of one that is too long no more than tells so."""
    lines: list[bytes] = []
    length, blank = 0, True
    while line := stream.readline(most + 1):
        if blank and line.startswith(POSTMARK):
            if any(map(bytes.strip, lines)):
                yield b"".join(lines)
            lines, length = [], 0
        elif length <= most:
            lines.append(line)
            length += len(line)
        blank = not line.strip()
    if any(map(bytes.strip, lines)):
        yield b"".join(lines)


def _message(found: Found, member: str, raw: bytes) -> Original | Problem:
    place = f"{found.path}, {member}" if member else found.path
    if too_many_parts(raw):
        return problems.bad_mail(place, f"it has over {MOST_PARTS} parts")
    try:
        message = message_from_bytes(raw, policy=default)
        part = message.get_body(("html", "plain"))
        stated = _stated(message)
        body, charset = _body(part)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - the library has no one error for what it trips over
        return problems.bad_mail(place, reason(error))
    if part is None or not body.strip():
        return problems.mail_without_text(place)
    decoded = decode_page(body, charset)
    if decoded is None:
        return problems.binary(place)
    return Original(
        path=found.path,
        member=member,
        sha256=sha256(raw).hexdigest(),
        media_type="message/rfc822",
        encoding=decoded.encoding,
        bytes=len(raw),
        raw=raw,
        content=decoded.text,
        content_type="html" if part.get_content_type() == "text/html" else "text",
        stated=stated,
        read_at=found.read_at,
    )


def _body(part: MIMEPart | None) -> tuple[bytes, str | None]:
    payload = part.get_payload(decode=True) if part is not None else None
    charset = part.get_content_charset() if part is not None else None
    return (payload, charset) if isinstance(payload, bytes) else (b"", None)


def _stated(message: EmailMessage) -> Stated:
    """What the head says. A newsletter is from a paper: its name stands before the address, or is its domain."""
    origin = _header(message, "From")
    addresses: tuple[Address, ...] = getattr(origin, "addresses", ())
    sender = next(((words(each.display_name) or words(each.domain)) for each in addresses), None)
    return Stated(
        external_id=words(_header(message, "Message-ID")),
        headline=words(_header(message, "Subject")),
        source=sender,
        published=words(_header(message, "Date")),
        extra={"from": words(origin)} if origin else {},
    )


def _header(message: EmailMessage, name: str) -> str | None:
    """A line of the head, understood. Of a very long one only the beginning: the library takes its time over those."""
    raw = next((value for given, value in message.raw_items() if given.lower() == name.lower()), "")
    decoded = decode(raw[:LONGEST].encode("ascii", "surrogateescape"))  # some write letters here as they are, unmarked
    text = decoded.text if decoded else ""
    try:
        return message.policy.header_fetch_parse(name, text) if text else None
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - the library has no one error for what it trips over
        return text


EML = Format("eml", (".eml",), (b"return-path:", b"delivered-to:", b"received:", b"mime-version:"), _letter)
MBOX = Format("mbox", (".mbox",), (b"from - ",), _mailbox)
