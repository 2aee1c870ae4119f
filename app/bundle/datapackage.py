"""``datapackage.json``: the tables of a bundle described the Frictionless way, for any tool.

Describes and nothing else: checksums stand in the manifest, which is what counts for trust.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from io import StringIO
from typing import Any

from app.bundle import tables
from app.domain.club_facts import ClubFacts

NAME = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

_KEYS = {tables.MONTHS.file: "month", tables.EXPORTS.file: "sequence"}


def describe(facts: ClubFacts, files: Mapping[str, bytes]) -> bytes:
    """The description of ``files`` as JSON, in UTF-8."""
    content = {
        "$schema": PROFILE,
        "name": f"soclb-{facts.club.uuid}-{facts.sequence}",
        "title": facts.club.name,
        "version": "1.0",
        "created": facts.exported_at,
        "resources": [_resource(name, data) for name, data in files.items()],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _resource(name: str, data: bytes) -> dict[str, Any]:
    if name.endswith(".pdf"):
        return {
            "name": name.removesuffix(".pdf").replace("/", "-"),
            "path": name,
            "format": "pdf",
            "mediatype": "application/pdf",
            "bytes": len(data),
        }
    return {
        "name": name.removesuffix(".csv").replace("/", "-"),
        "path": name,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "schema": _schema(name, data),
    }


def _schema(name: str, data: bytes) -> dict[str, Any]:
    known = (tables.MONTHS, tables.EXPORTS, tables.BORROWERS)
    for table in known:
        if table.file == name:
            schema: dict[str, Any] = {"fields": table.fields()}
            return schema | ({"primaryKey": [_KEYS[name]]} if name in _KEYS else {})
    header = next(csv.reader(StringIO(data.decode("utf-8-sig"))), [])
    return {"fields": [{"name": column, "type": "string"} for column in header]}
