"""The outer zip: the same bytes always, and nothing a stranger's zip may do to us."""

from __future__ import annotations

import hashlib
import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from app.bundle import archive
from app.bundle.archive import ArchiveError

FILES = {
    "manifest.json": b"{}\n",
    "manifest.sig": bytes(64),
    "sheets/entries.csv": b"on,kind\n" * 99,
}
Entries = list[tuple[zipfile.ZipInfo | str, bytes]]


def crafted(entries: Entries, comment: bytes | None = None) -> bytes:
    """A zip as a stranger would make it, with the comment of a bundle."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries:
            made.writestr(name, data)
        made.comment = b"0" * 71 if comment is None else comment
    data = out.getvalue()
    return data if comment is not None else resealed(data)


def resealed(data: bytes) -> bytes:
    body = data[:-71]
    return body + b"sha256:" + hashlib.sha256(body).hexdigest().encode()


def refusal(data: bytes) -> str:
    with pytest.raises(ArchiveError) as caught:
        archive.unpack(data)
    return caught.value.code


def test_what_is_packed_comes_out_again_and_always_as_the_same_bytes() -> None:
    data = archive.pack(FILES)
    assert archive.unpack(data) == FILES
    assert archive.pack(FILES) == data
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


@pytest.mark.parametrize("byte", range(0, 400, 7))
def test_a_flipped_byte_is_damage(byte: int) -> None:
    data = bytearray(archive.pack(FILES))
    data[byte % len(data)] ^= 0x10
    assert refusal(bytes(data)) in ("bundle.damaged", "bundle.not_a_bundle")


def test_every_truncation_is_refused() -> None:
    data = archive.pack(FILES)
    codes = {refusal(data[:length]) for length in range(len(data))}
    assert codes == {"bundle.damaged", "bundle.not_a_bundle"}


@pytest.mark.parametrize(
    "name",
    [
        "../manifest.json",
        "/etc/passwd",
        "C:\\windows\\x.csv",
        "sheets/../../x.csv",
        "a\x00.csv",
        "thư mục/x.csv",
        "sheets/",
        "x" * 200 + ".csv",
        "x\x1b[2J.csv",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    # a zip writer cuts at a zero byte, so it is put in afterwards
    data = crafted([(name.replace("\x00", "\x01"), b"x")])
    if "\x00" in name:
        data = resealed(data.replace(b"a\x01.csv", b"a\x00.csv"))
    assert refusal(data) in ("bundle.unsafe_name", "bundle.too_many_files")


def test_a_link_is_refused() -> None:
    link = zipfile.ZipInfo("manifest.json")
    link.external_attr = 0o120777 << 16
    assert refusal(crafted([(link, b"/etc/passwd")])) == "bundle.unsafe_name"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_refused() -> None:
    data = crafted([("months.csv", b"one"), ("months.csv", b"two")])
    assert refusal(data) == "bundle.duplicate_name"


def test_a_bomb_is_refused_within_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_UNPACKED", 1 << 20)
    data = crafted([("months.csv", bytes(80 << 20))])
    assert len(data) < 200_000
    tracemalloc.start()
    assert refusal(data) == "bundle.unpacks_too_large"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 << 20


def test_a_bomb_of_many_files_is_refused_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_UNPACKED", 1000)
    data = crafted([(f"sheets/s{n}.csv", b"x" * 300) for n in range(5)])
    assert refusal(data) == "bundle.unpacks_too_large"


def test_too_many_files_are_refused_before_they_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBERS", 3)
    assert refusal(crafted([(f"s{n}.csv", b"") for n in range(5)])) == "bundle.too_many_files"


def test_a_large_file_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_FILE", 100)
    assert refusal(archive.pack(FILES)) == "bundle.too_large"


def _set(at: int, size: str, value: int) -> Callable[[bytearray], None]:
    def change(data: bytearray) -> None:
        struct.pack_into(size, data, len(data) - 71 - 22 + at, value)

    return change


@pytest.mark.parametrize(
    "change",
    [
        _set(4, "<H", 1),
        _set(6, "<H", 1),
        _set(8, "<H", 1),
        _set(12, "<L", 1),
        _set(16, "<L", 1),
        _set(20, "<H", 70),
    ],
)
def test_an_end_record_that_lies_is_damage(change: Callable[[bytearray], None]) -> None:
    data = bytearray(archive.pack(FILES))
    change(data)
    assert refusal(resealed(bytes(data))) == "bundle.damaged"


def test_what_is_encrypted_or_packed_otherwise_is_refused() -> None:
    packed = zipfile.ZipInfo("months.csv")
    packed.compress_type = zipfile.ZIP_LZMA
    assert refusal(crafted([(packed, b"x" * 100)])) == "bundle.damaged"
    locked = bytearray(archive.pack({"months.csv": b"x"}))
    central = locked.rindex(b"PK\x01\x02")
    locked[central + 8] |= 1
    assert refusal(resealed(bytes(locked))) == "bundle.damaged"


def test_a_content_that_is_not_its_checksum_is_damage() -> None:
    data = bytearray(archive.pack({"months.csv": b"x" * 50}))
    central = data.rindex(b"PK\x01\x02")
    data[central + 16] ^= 1
    data[14] ^= 1
    assert refusal(resealed(bytes(data))) == "bundle.damaged"


def test_other_files_are_no_bundles() -> None:
    assert refusal(b"") == "bundle.not_a_bundle"
    assert refusal(b"%PDF-1.7") == "bundle.not_a_bundle"
    assert refusal(crafted([("a.csv", b"")], comment=b"")) == "bundle.damaged"


def test_a_strangers_name_is_shown_harmless() -> None:
    assert archive.printable("a\x1b[2J") == "a?[2J"
    assert archive.printable("x" * 100) == "x" * 60 + "…"
