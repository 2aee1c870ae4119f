"""Bad places for a live book (F07): cloud folders, the network, a stick."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest

from app.services import book_places
from app.services.book_places import Danger


@pytest.mark.parametrize(
    ("path", "cloud"),
    [
        ("C:/Users/Hoa/OneDrive/Documents/a.soclb", "OneDrive"),
        ("C:/Users/Hoa/OneDrive - Hội Phụ nữ/a.soclb", "OneDrive"),
        ("C:/Users/Hoa/Dropbox (Personal)/a.soclb", "Dropbox"),
        ("G:/My Drive/so/a.soclb", "Google Drive"),
        ("C:/Users/Hoa/iCloudDrive/a.soclb", "iCloud"),
        ("C:/Users/Hoa/Documents/a.soclb", ""),
        ("C:/Users/Hoa/Documents/onedriver.soclb", ""),
    ],
)
def test_cloud_folders_are_known_by_their_names(path: str, cloud: str) -> None:
    assert book_places.cloud_of(PureWindowsPath(path)) == cloud


@pytest.mark.parametrize(
    ("path", "file_system", "found"),
    [
        ("/home/hoa/Documents/a.soclb", "ext4", Danger.NONE),
        ("/home/hoa/Dropbox/a.soclb", "ext4", Danger.CLOUD),
        ("/srv/share/a.soclb", "nfs4", Danger.NETWORK),
        ("/srv/share/a.soclb", "cifs", Danger.NETWORK),
        ("//server/so/a.soclb", "", Danger.NETWORK),
        ("/media/hoa/USB/a.soclb", "vfat", Danger.STICK),
    ],
)
def test_what_threatens_a_book(path: str, file_system: str, found: Danger) -> None:
    assert book_places.danger(Path(path), file_system=file_system) is found


def test_new_books_stay_out_of_a_documents_folder_that_a_cloud_copies(
    monkeypatch: pytest.MonkeyPatch, own_home: Path, tmp_path: Path
) -> None:
    assert book_places.home_of_books() == own_home / "documents"
    monkeypatch.setenv("SOCLB_HOME", str(tmp_path / "OneDrive"))
    assert book_places.cloud_of(book_places.home_of_books()) == ""
