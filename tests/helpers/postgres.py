"""A PostgreSQL server of the tests' own: made in a temporary folder, gone at their end.

It listens on a socket only, keeps its durability as it comes, and runs as the user ``postgres``
where the tests are run as root, because initdb refuses root.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import psycopg
import pytest

USER, PASSWORD = "hoi", "mat-khau-thu"  # of a server that nobody else can reach


@dataclass(slots=True)
class Server:
    """A running server; every database asked of it is empty and new."""

    folder: Path
    numbers: count[int] = field(default_factory=lambda: count(1))

    @classmethod
    def start(cls) -> Server:
        server = cls(Path(mkdtemp(prefix="soclb-pg-")))
        secret = server.folder / "password"
        secret.write_text(PASSWORD, encoding="utf-8")
        if os.geteuid() == 0:
            for path in (server.folder, secret):
                shutil.chown(path, "postgres")
        try:
            server._run(
                "initdb",
                f"--pgdata={server.folder / 'data'}",
                *(f"--username={USER}", "--auth=scram-sha-256", f"--pwfile={secret}"),
                *("--encoding=UTF8", "--locale=C"),
            )
            server.resume()
        except BaseException:
            shutil.rmtree(server.folder)
            raise
        return server

    def resume(self) -> None:
        """Start it, also after a ``halt``."""
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}'"
        self._control("start", f"--options={options}", f"--log={self.folder / 'log'}")

    def halt(self) -> None:
        """Stop it as a power cut would."""
        self._control("stop", "--mode=immediate")

    def remove(self) -> None:
        self._control("stop", "--mode=fast")
        shutil.rmtree(self.folder)

    def address(self, database: str, password: str = PASSWORD) -> str:
        return f"postgresql://{USER}:{password}@/{database}?host={self.folder}"

    def new_database(self) -> str:
        """The address of an empty database."""
        name = f"register_{next(self.numbers)}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.address(name)

    def _control(self, action: str, *options: str) -> None:
        self._run(
            "pg_ctl",
            action,
            f"--pgdata={self.folder / 'data'}",
            "--wait",
            "--timeout=300",
            *options,
        )

    def _run(self, name: str, *options: str) -> None:
        command = [_program(name), *options]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(
            command,
            cwd=self.folder,
            stdout=subprocess.PIPE if name == "initdb" else subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        log = self.folder / "log"
        told = log.read_text(encoding="utf-8")[-2000:] if log.exists() else ""
        assert done.returncode == 0, f"{name}: {done.stdout or told}"


def _program(name: str) -> str:
    """Debian keeps the server's programs beside the path, one folder a version."""
    beside = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    found = str(beside[-1]) if beside else shutil.which(name)
    if found is None:
        pytest.fail(
            f"{name} is missing: install it with 'apt-get install postgresql'", pytrace=False
        )
    return found
