"""The club's key on paper: signed by the board, compared by the union, believed from then on."""

from __future__ import annotations

from app.base.text import translate
from app.domain.key_changes import FormerKey
from app.domain.key_sheet import KeySheet
from app.domain.periods import format_day
from app.reports import doc
from app.reports.frame import (
    PaperOptions,
    assemble,
    in_paper_language,
    letterhead,
    serial_column,
)
from app.reports.signing import money_signers

_CENTRE = doc.Align.CENTRE


@in_paper_language
def build(data: KeySheet, paper: PaperOptions) -> doc.Doc:
    """The key in force, what it is for, and the keys before it."""
    title = translate("paper", "The club's key")
    place = ", ".join(filter(None, (data.club.hamlet, data.club.commune, data.club.province)))
    blocks: list[doc.Block] = [
        letterhead(data.club, paper, on=data.on),
        doc.Title(title.upper(), data.club.name),
        doc.Facts(
            (
                (translate("paper", "Key"), data.keys.fingerprint),
                (translate("paper", "Signs from bundle"), str(data.keys.since_sequence)),
                (translate("paper", "Where the club is"), place),
            )
        ),
        doc.Para(_use()),
        *_former(data.keys.former),
        money_signers(data.board),
    ]
    return assemble(title, format_day(data.on), data.club, paper, blocks)


def _use() -> str:
    return translate(
        "paper",
        "Bundles that the club sends carry the signature of this key. When the union first meets "
        "the key, it compares these letters with those its register shows: if they differ, the "
        "bundle is not the club's, and nothing of it is believed.",
    )


def _former(keys: tuple[FormerKey, ...]) -> list[doc.Block]:
    if not keys:
        return []
    columns = (
        serial_column(),
        doc.Column(translate("paper", "Former key"), 34),
        doc.Column(translate("paper", "Up to bundle"), 14, _CENTRE),
        doc.Column(translate("paper", "Up to the day"), 18, _CENTRE),
        doc.Column(translate("paper", "Why it was given up"), 50),
    )
    rows = tuple(
        doc.Row(
            (str(n), one.fingerprint, str(one.until_sequence), format_day(one.until_on), one.reason)
        )
        for n, one in enumerate(keys, 1)
    )
    return [
        doc.Heading(translate("paper", "Keys that the club gave up")),
        doc.Table(columns, rows),
    ]
