"""A club's bundle: what it says, and what it refuses to have said."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.base.errors import AppError
from app.bundle import archive, manifest, reading, sealing, signing, tables
from app.bundle import format as club_format
from app.bundle.format import Packed
from app.domain.club_facts import FIGURES, ClubFacts, Level
from app.domain.periods import Month
from tests.helpers.bundles import SampleClub

JUNE = Month(2018, 6)
Files = dict[str, bytes]


def refusal(data: bytes) -> AppError:
    with pytest.raises(AppError) as caught:
        reading.read(data)
    return caught.value


def forged(change: Callable[[dict[str, Any], Files], None], level: Level = Level.TOTALS) -> bytes:
    """A bundle whose own club signs whatever ``change`` makes of manifest and files."""
    club = SampleClub()
    files = archive.unpack(club.export(JUNE, level))
    stated, _ = club_format.pop_signed(files)
    content = json.loads(stated)
    change(content, files)
    if "files" in content:
        content["files"] = manifest.list_files(files)
    signed = json.dumps(content).encode()
    signature = signing.sign(signed, club.private)
    return archive.pack({manifest.NAME: signed, manifest.SIGNATURE: signature, **files})


def stated(data: bytes) -> dict[str, Any]:
    content = json.loads(archive.unpack(data)[manifest.NAME])
    assert isinstance(content, dict)
    return content


@pytest.mark.parametrize("level", Level)
def test_facts_come_back_as_they_went(level: Level) -> None:
    club = SampleClub()
    club.export(Month(2018, 3))
    facts = club.facts(JUNE, level, locked=Month(2018, 4))
    sheets = {"entries.csv": b"on,kind\n2018-01-01,thu\n"}
    data = club.build(facts, sheets)
    packed = club_format.read(data)
    assert packed == reading.read(data)
    assert packed.facts == facts
    assert ("sheets/entries.csv" in packed.files) == (level is Level.FULL)
    assert ("borrowers.csv" in packed.files) == (level is not Level.TOTALS)


@pytest.mark.parametrize(
    "name", ['H\'Mông "Ê-đê"', "=1+1", "CLB 👵🏽‍🦳 xóm\u00a06", "\u200fxóm", "CLB " + "dài " * 60]
)
def test_an_odd_name_travels_unchanged(name: str) -> None:
    club = SampleClub(name=name)
    assert club_format.read(club.export(JUNE)).facts.club.name == name


def test_the_chains_are_found_without_reading_the_figures() -> None:
    rows = SampleClub().months(JUNE)
    found = tables.chains(tables.MONTHS.write(rows))
    assert found == {str(row.month): row.chain for row in rows}


def test_totals_name_nobody() -> None:
    club = SampleClub()
    facts = replace(club.facts(JUNE, Level.BORROWERS), level=Level.TOTALS)
    content = b"\n".join(archive.unpack(club.build(facts)).values())
    assert "Ngọc".encode() not in content


def test_a_bundle_of_five_years_is_small() -> None:
    assert len(SampleClub().export(Month(2022, 12))) < 16_000


def test_the_description_fits_the_tables() -> None:
    files = archive.unpack(SampleClub().export(JUNE, Level.BORROWERS))
    described = json.loads(files["datapackage.json"])
    for resource in described["resources"]:
        header = next(csv.reader(io.StringIO(files[resource["path"]].decode())))
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        assert resource["bytes"] == len(files[resource["path"]])


def test_openssl_agrees_with_the_signature(tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    assert openssl, "openssl is missing: install it with 'apt-get install openssl'"
    files = archive.unpack(SampleClub().export(JUNE))
    for name in (manifest.NAME, manifest.SIGNATURE):
        (tmp_path / name).write_bytes(files[name])
    key = json.loads(files[manifest.NAME])["club"]["public_key"]
    (tmp_path / "key.der").write_bytes(bytes.fromhex("302a300506032b6570032100" + key))
    command = "pkeyutl -verify -rawin -pubin -keyform DER -inkey key.der -in manifest.json"
    done = subprocess.run(
        [openssl, *command.split(), "-sigfile", "manifest.sig"], cwd=tmp_path, check=False
    )
    assert done.returncode == 0


def _drop(name: str) -> Callable[[dict[str, Any], Files], None]:
    return lambda _, files: files.pop(name) and None


def _put(name: str, data: bytes) -> Callable[[dict[str, Any], Files], None]:
    return lambda _, files: files.update({name: data})


def _say(**values: object) -> Callable[[dict[str, Any], Files], None]:
    return lambda content, _: content.update(values)


def _say_of_club(**values: object) -> Callable[[dict[str, Any], Files], None]:
    return lambda content, _: content["club"].update(values)


def _cell(file: str, row: int, column: str, value: str) -> Callable[[dict[str, Any], Files], None]:
    def change(_: dict[str, Any], files: Files) -> None:
        rows = list(csv.reader(io.StringIO(files[file].decode())))
        rows[row][rows[0].index(column)] = value
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        files[file] = out.getvalue().encode()

    return change


def _total(name: str, value: object) -> Callable[[dict[str, Any], Files], None]:
    return lambda content, _: content["totals"].update({name: value})


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_drop("months.csv"), "bundle.file_missing"),
        (_drop("datapackage.json"), "bundle.file_missing"),
        (_put("sheets/members.csv", b"code\n"), "bundle.file_extra"),
        (_put("borrowers.csv", b"name\n"), "bundle.file_extra"),
        (_put("virus.exe", b"MZ"), "bundle.file_extra"),
        (_say(format="2.0"), "bundle.newer_format"),
        (_say(format="abc"), "bundle.manifest_unreadable"),
        (_say(format=1), "bundle.manifest_unreadable"),
        (_say(kind="letter"), "bundle.manifest_unreadable"),
        (_say(level="secret"), "bundle.manifest_unreadable"),
        (_say(sequence=0), "bundle.manifest_unreadable"),
        (_say(sequence=True), "bundle.manifest_unreadable"),
        (_say(sequence=1.5), "bundle.manifest_unreadable"),
        (_say(sequence=10**30), "bundle.manifest_unreadable"),
        (_say(sequence=7), "bundle.table_unreadable"),
        (_say(month="2018-13"), "bundle.manifest_unreadable"),
        (_say(month="2018-05"), "bundle.months_missing"),
        (_say(totals=3), "bundle.manifest_unreadable"),
        (_say(exported_at="x" * 50), "bundle.manifest_unreadable"),
        (_say_of_club(uuid="../.."), "bundle.manifest_unreadable"),
        (_say_of_club(uuid=5), "bundle.manifest_unreadable"),
        (_say_of_club(name=""), "bundle.manifest_unreadable"),
        (_say_of_club(name="a\nb"), "bundle.manifest_unreadable"),
        (_say_of_club(name="a\ud800"), "bundle.manifest_unreadable"),
        (_say_of_club(name="a\u2028b"), "bundle.manifest_unreadable"),
        (_say_of_club(name="x" * 1001), "bundle.manifest_unreadable"),
        (_say_of_club(practice="no"), "bundle.manifest_unreadable"),
        (_say_of_club(started_on=None), "bundle.manifest_unreadable"),
        (_say_of_club(started_on="2018-02-31"), "bundle.manifest_unreadable"),
        (_say_of_club(started_on="2018-02-01"), "bundle.months_missing"),
        (_say_of_club(public_key="0" * 64), "bundle.signature_wrong"),
        (_total("fund_total", 5), "bundle.figures_differ"),
        (_total("members", None), "bundle.manifest_unreadable"),
        (_cell("months.csv", 3, "cash", "5"), "bundle.figures_differ"),
        (_cell("months.csv", 3, "income_fund", "5"), "bundle.figures_differ"),
        (_cell("months.csv", 3, "members", "1.5"), "bundle.table_unreadable"),
        (_cell("months.csv", 3, "members", "9" * 40), "bundle.table_unreadable"),
        (_cell("months.csv", 3, "chain", "xyz"), "bundle.table_unreadable"),
        (_cell("months.csv", 3, "locked", "2"), "bundle.table_unreadable"),
        (_cell("months.csv", 3, "locked", "1"), "bundle.table_unreadable"),
        (_cell("months.csv", 3, "month", "2018-04"), "bundle.months_missing"),
        (_cell("months.csv", 0, "members", "people"), "bundle.table_unreadable"),
        (_put("months.csv", b"\xff\xfe"), "bundle.table_unreadable"),
        (_put("months.csv", b""), "bundle.table_unreadable"),
        (
            _put("exports.csv", b"sequence,month,entries,meetings,chain\n"),
            "bundle.table_unreadable",
        ),
        (
            _put("exports.csv", b'sequence,month,entries,meetings,chain\n"'),
            "bundle.table_unreadable",
        ),
        (
            _put("exports.csv", b"sequence,month,entries,meetings,chain\n1\n"),
            "bundle.table_unreadable",
        ),
    ],
)
def test_what_does_not_follow_the_page_is_refused(
    change: Callable[[dict[str, Any], Files], None], code: str
) -> None:
    assert refusal(forged(change)).code == code


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_drop("borrowers.csv"), "bundle.file_missing"),
        (_cell("borrowers.csv", 1, "outstanding", "5"), "bundle.figures_differ"),
        (_cell("borrowers.csv", 1, "name", "x" * 1001), "bundle.table_unreadable"),
        (_cell("borrowers.csv", 1, "due", "31/02/2018"), "bundle.table_unreadable"),
    ],
)
def test_borrowers_must_agree_with_the_sums(
    change: Callable[[dict[str, Any], Files], None], code: str
) -> None:
    assert refusal(forged(change, Level.BORROWERS)).code == code


def test_both_figures_are_named_where_they_differ() -> None:
    error = refusal(forged(_total("members", 7)))
    assert error.params == {"name": "members", "stated": 7, "found": 36}


def test_what_was_changed_after_signing_is_named() -> None:
    files = archive.unpack(SampleClub().export(JUNE))
    files["months.csv"] += b"\n"
    error = refusal(archive.pack(files))
    assert (error.code, error.params["name"]) == ("bundle.file_changed", "months.csv")


def test_what_was_added_after_signing_is_named() -> None:
    files = archive.unpack(SampleClub().export(JUNE)) | {"letter.pdf": b"%PDF"}
    error = refusal(archive.pack(files))
    assert (error.code, error.params["name"]) == ("bundle.file_extra", "letter.pdf")


@pytest.mark.parametrize("name", [manifest.NAME, manifest.SIGNATURE])
def test_nothing_unsigned_is_read(name: str) -> None:
    files = archive.unpack(SampleClub().export(JUNE))
    del files[name]
    assert refusal(archive.pack(files)).code == "bundle.file_missing"


def test_a_manifest_changed_after_signing_is_refused() -> None:
    files = archive.unpack(SampleClub().export(JUNE))
    files[manifest.NAME] = files[manifest.NAME].replace(b"2018-12-01T08", b"2018-12-01T09")
    assert refusal(archive.pack(files)).code == "bundle.signature_wrong"
    files[manifest.SIGNATURE] = b"short"
    assert refusal(archive.pack(files)).code == "bundle.signature_wrong"


@pytest.mark.parametrize(
    "text", [b"[]", b"{", b"\xff", b'{"format": "1.0"}', b"[" * 99_999, b" " * (5 << 20)]
)
def test_a_manifest_that_is_none_is_refused(text: bytes) -> None:
    files = archive.unpack(SampleClub().export(JUNE))
    files[manifest.NAME] = text
    assert refusal(archive.pack(files)).code == "bundle.manifest_unreadable"


def test_a_newer_minor_version_is_read() -> None:
    def newer(content: dict[str, Any], files: Files) -> None:
        content["format"], content["mood"] = "1.7", "good"
        rows = files["months.csv"].decode().splitlines()
        wider = [f"{row},{'visits' if at == 0 else at}" for at, row in enumerate(rows)]
        files["months.csv"] = ("\n".join(wider) + "\n").encode()

    packed = reading.read(forged(newer))
    assert isinstance(packed, Packed)
    assert len(packed.facts.months) == 6


def test_a_sealed_bundle_opens_for_its_union_alone() -> None:
    data = SampleClub().export(JUNE)
    identity, other = sealing.new_identity(), sealing.new_identity()
    sealed = sealing.seal(data, sealing.recipient_of(identity))
    assert reading.read(sealed, identity) == reading.read(data)
    assert refusal(sealed).code == "bundle.sealed"
    for wrong, key in ((sealed, other), (sealed[:-1], identity)):
        with pytest.raises(sealing.SealError) as caught:
            reading.read(wrong, key)
        assert caught.value.code == "bundle.sealed_for_other"


def test_a_key_that_is_none_seals_nothing() -> None:
    with pytest.raises(sealing.SealError, match=r"bundle\.key_unreadable"):
        sealing.seal(b"", "age1nonsense")
    with pytest.raises(sealing.SealError, match=r"bundle\.key_unreadable"):
        sealing.recipient_of("AGE-SECRET-KEY-1")


def test_a_file_longer_than_any_bundle_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_FILE", 10)
    assert refusal(b"x" * 11).code == "bundle.too_large"


def test_the_specification_names_every_column() -> None:
    page = (Path(club_format.__file__).parent / "README.md").read_text(encoding="utf-8")
    plain = page.replace(
        "`activity_1` … `activity_8`", " ".join(f"`activity_{n}`" for n in range(1, 9))
    )
    assert [name for name in FIGURES if f"`{name}`" not in plain] == []
    for name in (*club_format.CHECKED, *ClubFacts.__dataclass_fields__):
        assert name in ("exports", "months", "borrowers") or f"`{name}`" in plain


def test_a_fingerprint_is_short_and_its_own() -> None:
    one, other = (signing.fingerprint(signing.public_key(signing.new_key())) for _ in range(2))
    assert one != other
    assert [len(part) for part in one.split(" ")] == [4, 4, 4, 4]
