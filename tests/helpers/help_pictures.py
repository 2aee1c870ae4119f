"""The pictures of the help, made smaller from the screenshots: ``make helppictures``.

``python -m tests.helpers.help_pictures SCREENS`` takes SCREENS/LANGUAGE-14/NAME.png of each picture
that a topic names and writes ``resources/help/pictures/NAME.LANGUAGE.png``; the others go.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

from app.base import catalogue
from app.domain.help_topics import Picture
from app.services import help_topics

WIDTH = 760
COLOURS = 96
FOOT = 32
"""Pixels at the foot of the window that say where the book lies: each user's own."""


def main(arguments: list[str]) -> int:
    """Write the pictures; exit code 1 when a screenshot is missing."""
    screens = Path(arguments[0] if arguments else "out/screens")
    wanted = {}
    for language in ("vi", "en"):
        with catalogue.language(language):
            for name in pictures():
                wanted[help_topics.picture(name)] = screens / f"{language}-14" / f"{name}.png"
    folder = next(iter(wanted)).parent
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    missing = [source for source in wanted.values() if not source.exists()]
    for source in missing:
        print(f"no such screenshot: {source}", file=sys.stderr)
    for out, source in wanted.items():
        if source.exists():
            smaller(Image.open(source)).save(out, optimize=True)
    return 1 if missing else 0


def pictures() -> list[str]:
    """The names of all pictures, in the order of the topics."""
    parts = [part for name in help_topics.ALL for part in help_topics.topic(name).parts]
    return [part.name for part in parts if isinstance(part, Picture)]


def smaller(picture: Image.Image) -> Image.Image:
    """The picture as wide as the help needs it, in few colours, without its last line."""
    picture = picture.crop((0, 0, picture.width, picture.height - FOOT))
    size = (WIDTH, picture.height * WIDTH // picture.width)
    return (
        picture.convert("RGB")
        .resize(size, Image.Resampling.LANCZOS)
        .quantize(COLOURS, dither=Image.Dither.NONE)
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
