"""The forms in which a table is written. To add one: a function here, and a line in FORMS."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]  # it has no types
import pyarrow.csv  # type: ignore[import-untyped]  # it has no types
import pyarrow.parquet  # type: ignore[import-untyped]  # it has no types

Write = Callable[[Path, pa.Schema, Iterable[pa.Table]], None]


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its name and ending, how it is called on the web, whether it can hold bytes, and who writes it."""

    name: str
    media_type: str
    has_bytes: bool
    write: Write


def parquet(path: Path, schema: pa.Schema, blocks: Iterable[pa.Table]) -> None:
    """Parquet: typed, packed, each column with its description."""
    with pyarrow.parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for block in blocks:
            writer.write_table(block, row_group_size=max(len(block), 1))


def csv(path: Path, schema: pa.Schema, blocks: Iterable[pa.Table]) -> None:
    """CSV in UTF-8: text in quotation marks, so that nothing (null) and no words ("") can be told apart."""
    plain = pa.schema([pa.field(each.name, _plain(each.type)) for each in schema])
    with pyarrow.csv.CSVWriter(path, plain) as writer:
        for block in blocks:
            writer.write_table(block.cast(plain))


def _plain(kind: pa.DataType) -> pa.DataType:
    return kind.storage_type if isinstance(kind, pa.BaseExtensionType) else kind


FORMS: Mapping[str, Form] = {
    each.name: each
    for each in (
        Form("parquet", "application/vnd.apache.parquet", has_bytes=True, write=parquet),
        Form("csv", "text/csv", has_bytes=False, write=csv),
    )
}
