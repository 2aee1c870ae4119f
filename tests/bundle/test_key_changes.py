"""A club's changes of key in its manifest: read strictly, one chain, each signature true."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

import pytest

from app.base.errors import AppError
from app.bundle import archive, key_changes, manifest, reading, signing
from app.bundle.format import Packed
from app.domain.key_changes import KeyChange, KeySpan, follow, spans
from app.domain.periods import Month
from tests.helpers.bundles import SampleClub

CLUB = SampleClub()
NEW = sha256(b"new").digest()
CHANGE = key_changes.make(
    CLUB.identity.uuid, CLUB.private, signing.public_key(NEW), 1, date(2018, 12, 2)
)
AFTER = replace(CLUB, private=NEW, changes=(CHANGE,))


def _signed(listed: Any) -> bytes:
    files = archive.unpack(replace(AFTER, steps=[]).export(Month(2018, 3)))
    content = json.loads(files.pop(manifest.NAME)) | {"key_changes": listed}
    del files[manifest.SIGNATURE]
    stated = manifest.as_bytes(content)
    signed = {manifest.NAME: stated, manifest.SIGNATURE: signing.sign(stated, NEW)}
    return archive.pack(signed | files)


def test_changes_come_back_as_they_went() -> None:
    packed = reading.read(replace(AFTER, steps=[]).export(Month(2018, 3)))
    assert isinstance(packed, Packed)
    assert packed.facts.key_changes == (CHANGE,)
    assert b"key_changes" not in archive.unpack(SampleClub().export(Month(2018, 3)))[manifest.NAME]


def test_the_statement_is_the_one_the_page_tells() -> None:
    lines = CHANGE.statement("u").decode().split("\n")
    assert lines == [
        "soclb key change", "u", CHANGE.old, CHANGE.new, "1", "2018-12-02", "", "",
    ]  # fmt: skip


GOOD = key_changes.as_json((CHANGE,))[0]


@pytest.mark.parametrize(
    "listed",
    [
        {},
        "none",
        [GOOD] * 1001,
        [1],
        [{}],
        [GOOD | {"from_sequence": True}],
        [GOOD | {"from_sequence": "1"}],
        [GOOD | {"from_sequence": 10**10}],
        [GOOD | {"on": 20181202}],
        [GOOD | {"on": "2018-13-02"}],
        [GOOD | {"old": "x"}],
        [GOOD | {"new": None}],
        [GOOD | {"signature": "00"}],
    ],
    ids=str,
)
def test_what_is_no_list_of_changes_is_refused(listed: Any) -> None:
    with pytest.raises(AppError, match=r"bundle\.manifest_unreadable"):
        reading.read(_signed(listed))


def test_what_each_key_may_sign() -> None:
    day = date(2018, 12, 2)
    changes = (
        KeyChange("a", "b", 3, day),
        KeyChange("b", "c", 3, day),
        KeyChange("c", "d", 7, day),
    )
    assert spans(changes) == {
        "a": KeySpan(None, 2, day),
        "b": KeySpan(3, 2, day),
        "c": KeySpan(3, 6, day),
        "d": KeySpan(7),
    }
    assert spans(()) == {}
    assert follow(changes, "d", 7)
    assert not follow(changes, "d", 6)
    assert not follow(changes, "c", 9)
    assert not follow((*changes, KeyChange("d", "a", 8, day)), "a", 9)
    assert not follow((*changes, KeyChange("d", "e", 8, date(2018, 1, 1))), "e", 9)
    assert not follow((*changes, KeyChange("x", "e", 8, day)), "e", 9)
    assert follow((), "a", 1)


@pytest.mark.parametrize(
    ("sequence", "made_on", "allowed"),
    [
        (2, date(2018, 12, 2), True),
        (3, date(2018, 12, 2), False),
        (2, date(2018, 12, 3), False),
        (2, None, False),
        (1, date(2018, 1, 1), False),
    ],
)
def test_a_span_has_numbers_and_a_day(sequence: int, made_on: date | None, allowed: bool) -> None:
    assert KeySpan(2, 2, date(2018, 12, 2)).allows(sequence, made_on) is allowed
    assert KeySpan().allows(sequence, made_on)
