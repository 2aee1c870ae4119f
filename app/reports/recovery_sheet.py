"""The sheet with the code that opens a book when a password is forgotten; locked away on paper."""

from __future__ import annotations

from app.base.text import translate
from app.domain.paper_shapes import RecoverySheet
from app.reports import doc
from app.reports.frame import PaperOptions, assemble, in_paper_language, letterhead, signer


@in_paper_language
def build(data: RecoverySheet, paper: PaperOptions) -> doc.Doc:
    """The code, what it is for, and where the sheet belongs."""
    day = paper.day(data.on)
    subject = translate("paper", "Recovery sheet of the club's book")
    blocks: list[doc.Block] = [
        letterhead(data.club, paper, on=data.on),
        doc.Title(translate("paper", "RECOVERY SHEET"), subject),
        doc.Facts(
            (
                (translate("paper", "File of the book"), data.file),
                (translate("paper", "Made on"), day),
                (translate("paper", "Code"), data.code),
            )
        ),
        doc.Bullets(
            (
                translate(
                    "paper",
                    "The code opens the book when a password is forgotten: choose “The printed "
                    "recovery sheet” and type the code with its dashes.",
                ),
                translate(
                    "paper",
                    "Whoever has this sheet and the file can read the whole book. Put it in a "
                    "closed envelope, signed over the flap, into the club's cash box.",
                ),
                translate(
                    "paper",
                    "Without a password and without this sheet nobody can open the book. A newer "
                    "sheet makes this one worthless: tear it up then.",
                ),
            )
        ),
        doc.Signatures(
            (
                signer(translate("paper", "Treasurer"), data.treasurer),
                signer(translate("paper", "Chair"), data.chair),
            )
        ),
    ]
    return assemble(subject, day, data.club, paper, blocks)
