"""Every screen has its help in both languages, and what it calls a button is one."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.base import catalogue
from app.base.errors import AppError
from app.base.paths import package_path
from app.domain import help_topics as shapes
from app.domain.help_topics import Picture
from app.services import help_topics
from app.ui import navigation

LANGUAGES = ("vi", "en")
_WORDS = {"vi": "translation", "en": "source"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [entry.name for entry in (*navigation.CLUB, *navigation.UNION)])
def test_each_screen_of_the_menu_has_a_topic(name: str, language: str) -> None:
    with catalogue.language(language):
        topic = help_topics.topic(name)
    assert topic.title
    assert topic.texts()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", help_topics.ALL)
def test_what_a_topic_says_to_press_stands_on_the_screen(name: str, language: str) -> None:
    messages = ElementTree.parse(package_path("i18n/app_vi.ts")).iter("message")
    known = {message.findtext(_WORDS[language]) for message in messages}
    with catalogue.language(language):
        topic = help_topics.topic(name)
    named = [word for text in topic.texts() for word in shapes.on_screen(text)]
    assert [word for word in named if word not in known] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", help_topics.ALL)
def test_each_picture_is_there(name: str, language: str) -> None:
    with catalogue.language(language):
        parts = help_topics.topic(name).parts
        pictures = [help_topics.picture(part.name) for part in parts if isinstance(part, Picture)]
    assert [path.name for path in pictures if not path.exists()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handbook_has_every_chapter_on_eight_pages_at_most(
    language: str, tmp_path: Path
) -> None:
    out = tmp_path / "handbook.pdf"
    with catalogue.language(language):
        help_topics.write_handbook(out)
        titles = [help_topics.topic(name).title for name in help_topics.CLUB]
    said = _run("pdfinfo", out)
    assert int(said.split("Pages:")[1].split()[0]) <= 8
    words = " ".join(_run("pdftotext", out, "-").split())
    assert [title for title in titles if title not in words] == []


def test_a_handbook_never_overwrites_a_file(tmp_path: Path) -> None:
    out = tmp_path / "handbook.pdf"
    out.write_text("mine")
    with pytest.raises(AppError, match=r"file\.exists"):
        help_topics.write_handbook(out)
    assert out.read_text() == "mine"


def test_there_is_no_help_about_nothing() -> None:
    with pytest.raises(ValueError, match="no help"):
        help_topics.topic("nothing")


def _run(program: str, *arguments: object) -> str:
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, check=True)
    return done.stdout.decode()
