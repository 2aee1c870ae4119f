"""Whether a folder is a good place for a live book: where nobody else writes it or pulls it out.

A folder that a cloud program copies while the book is written can tear it (F07); a network folder
has no locks to trust; a USB stick is pulled out. A back-up may lie in any of them.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path, PurePath

from app.base.paths import documents_dir

_CLOUDS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
}
_NETWORK = ("nfs", "cifs", "smb", "fuse.sshfs", "fuse.rclone", "afpfs", "webdav", "9p", "davfs")
_OF_STICKS = ("/media/", "/run/media/", "/Volumes/")


class Danger(StrEnum):
    """Why a live book should not lie there."""

    NONE = ""
    CLOUD = "cloud"
    NETWORK = "network"
    STICK = "stick"


def cloud_of(path: PurePath) -> str:
    """The cloud program that copies what lies there, by the names of the folders; or ""."""
    for part in path.parts:
        low = part.casefold()
        for folder, name in _CLOUDS.items():
            if low == folder or low.startswith((f"{folder} - ", f"{folder} (", f"{folder}-")):
                return name
    return ""


def danger(path: Path, *, file_system: str = "") -> Danger:
    """What threatens a live book at ``path``; ``file_system`` is the kind its disk has."""
    if cloud_of(path):
        return Danger.CLOUD
    if str(path).startswith(("\\\\", "//")) or file_system.casefold().startswith(_NETWORK):
        return Danger.NETWORK
    if sys.platform == "win32":
        return _of_drive(path)
    return Danger.STICK if str(path).startswith(_OF_STICKS) else Danger.NONE


if sys.platform == "win32":

    def _of_drive(path: Path) -> Danger:
        """What Windows says of the drive: 2 can be pulled out, 4 lies in the network."""
        import ctypes

        kind = ctypes.windll.kernel32.GetDriveTypeW(path.anchor)
        return {2: Danger.STICK, 4: Danger.NETWORK}.get(kind, Danger.NONE)


def home_of_books() -> Path:
    """Where new books go: the user's documents, or a folder of its own where a cloud copies those;
    not made."""
    documents = documents_dir()
    return Path.home() / "soclb" if cloud_of(documents) else documents
