"""The key file, the receipt, and a register's bundle for the level above."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.base.errors import AppError
from app.bundle import archive, letters, manifest, reading, sealing, signing, union_format
from app.bundle.letters import Receipt, UnionKey
from app.bundle.union_format import UnionBundle, UnionIdentity
from app.domain.club_facts import Level
from app.domain.periods import Month
from tests.helpers.bundles import SampleClub

PRIVATE = bytes(range(32))
UUID = "00000000-0000-4000-8000-000000000001"
UNION = UnionIdentity(UUID, "Hội LHPN xã Sơn Cẩm", signing.public_key(PRIVATE))
JUNE = Month(2018, 6)


def refusal(data: bytes) -> AppError:
    with pytest.raises(AppError) as caught:
        reading.read(data)
    return caught.value


def test_a_key_file_comes_back() -> None:
    recipient = sealing.recipient_of(sealing.new_identity())
    key = UnionKey(recipient, UNION.name, UNION.uuid, UNION.public_key)
    assert letters.read_key(letters.write_key(key)) == key
    assert letters.read_key(f"# union\n{recipient}\n".encode()) == UnionKey(recipient)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"{}",
        b'{"kind": "union-key"}',
        b'{"kind": "x", "age": "y"}',
        b"\xff\xfe",
        b"{",
    ],
)
def test_what_is_no_key_file_is_refused(data: bytes) -> None:
    with pytest.raises(AppError, match=r"bundle\.key_unreadable"):
        letters.read_key(data)


def test_an_age_identity_is_found_in_its_file() -> None:
    secret = sealing.new_identity()
    assert letters.identity_in(f"# created: today\n{secret}\n".encode()) == secret
    assert letters.identity_in(b"SQLite format 3") == ""


RECEIPT = Receipt(
    UNION.name, UUID, UNION.public_key, UUID, JUNE, 3, "a" * 64, "2018-07-01T08:00:00+00:00"
)


def test_a_receipt_comes_back() -> None:
    assert letters.read_receipt(letters.write_receipt(RECEIPT, PRIVATE)) == RECEIPT


def test_a_receipt_somebody_changed_is_refused() -> None:
    data = letters.write_receipt(RECEIPT, PRIVATE)
    with pytest.raises(AppError, match=r"bundle\.signature_wrong"):
        letters.read_receipt(data.replace(b'"sequence": 3', b'"sequence": 4'))


@pytest.mark.parametrize(
    "data",
    [b"", b"a\nb\nc", b"{}\n00", b'{"format": "1.0", "kind": "letter"}\n00', b'{"format"\n0'],
)
def test_what_is_no_receipt_is_refused(data: bytes) -> None:
    with pytest.raises(AppError, match=r"bundle\.receipt_unreadable"):
        letters.read_receipt(data)


def clubs(count: int = 2) -> dict[str, dict[str, bytes]]:
    made = [SampleClub(number) for number in range(1, count + 1)]
    return {club.identity.uuid: archive.unpack(club.export(JUNE, Level.BORROWERS)) for club in made}


def union_bundle() -> bytes:
    return union_format.build(UnionBundle(UNION, JUNE, 1, "2018-07-01", clubs()), PRIVATE)


def forged(content: dict[str, Any], files: dict[str, bytes]) -> bytes:
    stated = manifest.as_bytes(content)
    signed = {manifest.NAME: stated, manifest.SIGNATURE: signing.sign(stated, PRIVATE)}
    return archive.pack(signed | files)


def parts() -> tuple[dict[str, Any], dict[str, bytes]]:
    files = archive.unpack(union_bundle())
    content = json.loads(files.pop(manifest.NAME))
    del files[manifest.SIGNATURE]
    return content, files


def test_each_club_speaks_for_itself_in_a_registers_bundle() -> None:
    bundle = reading.read(union_bundle())
    assert isinstance(bundle, UnionBundle)
    assert (bundle.union, bundle.month, len(bundle.clubs)) == (UNION, JUNE, 2)
    for uuid in bundle.clubs:
        facts = bundle.club(uuid).facts
        assert (facts.club.uuid, facts.month) == (uuid, JUNE)
        assert facts.borrowers == ()


def test_borrowers_and_sheets_stay_below() -> None:
    assert not [name for name in archive.unpack(union_bundle()) if "borrowers" in name]


@pytest.mark.parametrize("part", ["manifest.json", "manifest.sig", "months.csv", "exports.csv"])
def test_a_club_that_is_not_whole_is_refused(part: str) -> None:
    content, files = parts()
    name = next(name for name in files if name.endswith(part))
    del files[name]
    assert refusal(forged(content, files)).code == "bundle.file_missing"
    content["files"] = manifest.list_files(files)
    assert refusal(forged(content, files)).code == "bundle.file_missing"


def test_a_club_that_was_changed_is_refused() -> None:
    content, files = parts()
    name = next(name for name in files if name.endswith("months.csv"))
    files[name] += b"\n"
    assert refusal(forged(content, files)).code == "bundle.file_changed"
    content["files"] = manifest.list_files(files)
    bundle = reading.read(forged(content, files))
    assert isinstance(bundle, UnionBundle)
    with pytest.raises(AppError, match=r"bundle\.file_changed"):
        bundle.club(name.split("/")[1])


def test_a_club_under_another_clubs_name_is_refused() -> None:
    one, other = clubs().values()
    del one
    bundle = UnionBundle(UNION, JUNE, 1, "", {str(UUID): other})
    with pytest.raises(AppError, match=r"bundle\.file_changed"):
        bundle.club(UUID)


def test_what_does_not_belong_into_a_registers_bundle_is_refused() -> None:
    content, files = parts()
    files["months.csv"] = b""
    content["files"] = manifest.list_files(files)
    assert refusal(forged(content, files)).code == "bundle.file_extra"


@pytest.mark.parametrize(
    "change",
    [
        {"union": {}},
        {"union": {"practice": 1}},
        {"month": 5},
        {"month": "2018-99"},
        {"sequence": -1},
        {"files": []},
    ],
)
def test_a_registers_manifest_that_is_none_is_refused(change: dict[str, Any]) -> None:
    content, files = parts()
    assert refusal(forged(content | change, files)).code == "bundle.manifest_unreadable"


def test_a_registers_signature_must_hold() -> None:
    content, files = parts()
    stated = manifest.as_bytes(content)
    signed = {manifest.NAME: stated, manifest.SIGNATURE: bytes(64)}
    assert refusal(archive.pack(signed | files)).code == "bundle.signature_wrong"
