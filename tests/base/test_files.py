"""A file stands under its name when it is whole, and not before."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

from app.base import files
from app.base.errors import AppError, StoreUnavailableError


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "năm 2018" / "báo cáo.txt"
    files.write_text(path, "tồn quỹ\n")
    assert files.read_bytes(path) == "tồn quỹ\n".encode()
    assert [entry.name for entry in path.parent.iterdir()] == ["báo cáo.txt"]


def test_what_is_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(AppError, match="file.exists"):
        files.write_bytes(path, b"new")
    assert path.read_bytes() == b"old"


def test_what_is_there_may_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    files.write_bytes(path, b"new", replace=True)
    assert path.read_bytes() == b"new"


def test_a_file_that_came_meanwhile_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with pytest.raises(AppError, match="file.exists"), files.atomic_write(path) as stream:
        stream.write(b"new")
        path.write_bytes(b"somebody else's")
    assert path.read_bytes() == b"somebody else's"
    assert list(tmp_path.iterdir()) == [path]


def test_a_fault_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), files.atomic_write(tmp_path / "a") as stream:
        stream.write(b"half")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "file.disk_full"),
        (errno.EROFS, "file.read_only"),
        (errno.EACCES, "file.read_only"),
        (errno.EIO, "file.fault"),
    ],
)
def test_what_the_disk_refuses_has_a_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(files.os, "fsync", refuse)
    path = tmp_path / "a"
    with pytest.raises(StoreUnavailableError) as caught:
        files.write_bytes(path, b"new")
    assert (caught.value.code, caught.value.params) == (code, {"path": str(path)})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(StoreUnavailableError, match=r"file\.(no_folder|fault)"):
        files.write_bytes(tmp_path / "a" / "b", b"new")


def test_a_missing_file_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match="file.not_found"):
        files.read_bytes(tmp_path / "a")
    with pytest.raises(StoreUnavailableError, match="file.not_found"):
        files.sha256(tmp_path / "a")


def test_fingerprint(tmp_path: Path) -> None:
    content = b"x" * 3_000_000
    (tmp_path / "a").write_bytes(content)
    assert files.sha256(tmp_path / "a") == hashlib.sha256(content).hexdigest()


def test_a_dead_link_is_something(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "gone")
    with pytest.raises(AppError, match="file.exists"):
        files.refuse_existing(tmp_path / "a")
