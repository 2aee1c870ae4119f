"""Ten thousand ways a file may arrive: refused with a code, or exactly what was sent (F15, F16).

hypothesis prints the seed of what it finds; ``@reproduce_failure`` brings it back.
"""

from __future__ import annotations

import json
import random
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.base.errors import AppError
from app.bundle import archive, letters, manifest, reading, signing
from app.bundle.format import Packed
from app.domain.club_facts import Level
from app.domain.periods import Month
from app.services.sentences import sentence
from tests.helpers.bundles import SampleClub

SEED = 20181211


@cache
def honest() -> bytes:
    return SampleClub().export(Month(2018, 6), Level.BORROWERS)


def believed(data: bytes) -> Packed | None:
    """The facts of a file, or None when it is refused with a sentence; nothing else may happen."""
    try:
        content = reading.read(data)
    except AppError as error:
        sentence(error)
        return None
    assert isinstance(content, Packed)
    return content


def refused_in_words(data: bytes) -> bool:
    """Whether a file is refused; what is not must be exactly what was sent."""
    content = believed(data)
    assert content is None or content == reading.read(honest())
    return content is None


def test_ten_thousand_flipped_bits_are_all_refused() -> None:
    chance = random.Random(SEED)
    data = honest()
    for _ in range(10_000):
        changed = bytearray(data)
        for _ in range(chance.choice((1, 1, 1, 2, 8))):
            changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        assert bytes(changed) == data or refused_in_words(bytes(changed)), f"seed {SEED}"


@settings(max_examples=300)
@given(st.binary(max_size=400), st.integers(0, 5000), st.integers(0, 400))
def test_whatever_is_put_in_or_cut_out_is_refused(piece: bytes, at: int, length: int) -> None:
    data = honest()
    changed = data[:at] + piece + data[at + length :]
    assert changed == data or refused_in_words(changed)


@settings(max_examples=200)
@given(
    st.dictionaries(st.text("ab/.\\:csvjon-_ạ", min_size=1, max_size=20), st.binary(max_size=50))
)
def test_any_zip_is_refused_in_words(files: dict[str, bytes]) -> None:
    assert refused_in_words(archive.pack(files) if files else b"PK\x03\x04")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
KEYS = st.sampled_from(
    "format kind club month sequence level exported_at totals files "
    "club.uuid club.name club.started_on club.public_key club.practice club.founded_on".split()
)


@settings(max_examples=400)
@given(st.dictionaries(KEYS, JSON, max_size=3))
def test_a_signed_manifest_may_say_anything_and_is_refused(said: dict[str, object]) -> None:
    files = archive.unpack(honest())
    content = json.loads(files[manifest.NAME])
    for key, value in said.items():
        place, _, inner = key.rpartition(".")
        (content[place] if isinstance(content.get(place), dict) else content)[inner] = value
    files[manifest.NAME] = json.dumps(content).encode()
    files[manifest.SIGNATURE] = signing.sign(files[manifest.NAME], SampleClub().private)
    packed = believed(archive.pack(files))
    if packed is not None:
        assert packed.facts.months[-1].month == packed.facts.month


@settings(max_examples=300)
@given(st.sampled_from(["months.csv", "exports.csv", "borrowers.csv"]), st.data())
def test_a_signed_table_may_hold_anything_and_adds_up_or_is_refused(
    name: str, data: st.DataObject
) -> None:
    club = SampleClub()
    files = archive.unpack(honest())
    lines = files[name].decode().split("\n")
    row = data.draw(st.integers(0, len(lines) - 1))
    cells = lines[row].split(",")
    cells[data.draw(st.integers(0, len(cells) - 1))] = data.draw(
        st.text(max_size=12) | st.integers().map(str)
    )
    lines[row] = ",".join(cells)
    files[name] = "\n".join(lines).encode("utf-8", "surrogatepass")
    del files[manifest.SIGNATURE]
    content = json.loads(files.pop(manifest.NAME))
    content["files"] = manifest.list_files(files)
    stated = manifest.as_bytes(content)
    signed = {manifest.NAME: stated, manifest.SIGNATURE: signing.sign(stated, club.private)}
    packed = believed(archive.pack(signed | files))
    if packed is not None:
        last = packed.facts.months[-1]
        assert last.fund_total == last.balance


@settings(max_examples=200)
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode()))
def test_any_letter_is_refused_in_words(data: bytes) -> None:
    for read in (letters.read_key, letters.read_receipt):
        with pytest.raises(AppError) as refused:
            read(data)
        assert sentence(refused.value)
