"""What of a site needs JavaScript, without the pages of what is in the archive: made in seconds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from morgue.browse.opening import opened
from morgue.publish import in_browser
from morgue.publish.extras import extras
from morgue.publish.options import BESIDE_SEARCH, Options
from morgue.publish.press import Press
from morgue.publish.writing import SiteWriter
from tests.served import ROOT


def write_bare(archive: Path, site: Path) -> None:
    """Publish search and Datasette of an archive, with the pages that they run in; what an older one had goes."""
    writer = SiteWriter(site)
    options = replace(Options(archive, site, ROOT), without=BESIDE_SEARCH)
    with opened(archive) as connection:
        for made in extras(Press(connection, options)):
            writer.write(made.path, made.content)
    in_browser.write(writer, options)
    published = {record.path for record in writer.taken()}
    for file in (site / "search" / "db").iterdir():
        if file.relative_to(site).as_posix() not in published:
            file.unlink()
