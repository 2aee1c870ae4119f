"""Every paper word by word. A change of wording is seen, and made here on purpose.

To write the golden texts anew: ``SOCLB_GOLDEN=write pytest tests/reports/test_golden.py``, then
read the difference.
"""

from __future__ import annotations

import dataclasses
import os
import unicodedata
from pathlib import Path

import pytest

from app.reports import catalogue
from app.reports.frame import PaperOptions
from app.reports.signing import DOTS
from tests.helpers.tools import run_tool
from tests.reports import paper_samples as papers
from tests.reports import samples, union_samples

GOLDEN = Path(__file__).parent / "golden"
PAPER = PaperOptions()
NAMED = PaperOptions(club=samples.CLUB.name, parent_body=samples.CLUB.parent_body)
CASES = {
    "minutes": ("minutes", samples.MINUTES, PAPER),
    "minutes_not_held": ("minutes", samples.NOT_HELD, PAPER),
    "minutes_en": ("minutes", samples.MINUTES, PaperOptions(language="en")),
    "fund-statement": ("fund-statement", samples.FUND, PAPER),
    "fund-statement_en": ("fund-statement", samples.FUND, PaperOptions(language="en")),
    "loan-book": ("loan-book", samples.LOANS, PAPER),
    "loan-schedule": ("loan-schedule", samples.SCHEDULE, NAMED),
    "member-statement": ("member-statement", samples.MEMBER, PAPER),
    "attendance": ("attendance", samples.ATTENDANCE, PAPER),
    "indicators": ("indicators", samples.INDICATORS, PAPER),
    "cash-count": ("cash-count", samples.MINUTES, PAPER),
    "cash-book": ("cash-book", papers.CASH_BOOK, PAPER),
    "vouchers": ("vouchers", papers.VOUCHERS, PAPER),
    "golden-book": ("golden-book", papers.GOLDEN, PAPER),
    "interest-split": ("interest-split", papers.SPLIT, PAPER),
    "hand-over": ("hand-over", papers.HAND_OVER, PAPER),
    "collection-sheet": ("collection-sheet", papers.SHEETS, PAPER),
    "attendance-sheet": ("attendance-sheet", papers.SHEETS, PAPER),
    "opening-balances": ("opening-balances", papers.OPENING, PAPER),
    "opening-balances_thumbs": (
        "opening-balances",
        papers.OPENING,
        dataclasses.replace(PAPER, thumb_prints=True),
    ),
    "fee-book": ("fee-book", papers.FEES, PAPER),
    "attendance-book": ("attendance-book", papers.ATTENDANCE_BOOK, PAPER),
    "member-list": ("member-list", papers.MEMBERS, PAPER),
    "consent": ("consent", papers.MEMBERS, PAPER),
    "loan-request": ("loan-request", papers.LOAN, PAPER),
    "loan-request_blank": ("loan-request", papers.WISH, PAPER),
    "loan-agreement": ("loan-agreement", papers.LOAN, PAPER),
    "loan-card": ("loan-card", papers.LOAN, PAPER),
    "loan-approval": ("loan-approval", papers.APPROVAL, PAPER),
    "activity-plan": ("activity-plan", papers.AREAS, PAPER),
    "activity-report": ("activity-report", papers.AREAS, PAPER),
    "club-report": ("club-report", papers.LETTER, PAPER),
    "home-care-book": ("home-care-book", papers.BLANK, PAPER),
    "mutual-help-book": ("mutual-help-book", papers.BLANK, PAPER),
    "health-book": ("health-book", papers.BLANK, PAPER),
    "equipment-book": ("equipment-book", papers.BLANK, PAPER),
    "supervision": ("supervision", union_samples.SUPERVISION, PAPER),
    "visit-checklist": ("visit-checklist", union_samples.TO_VISIT, PAPER),
    "visit-minutes": ("visit-minutes", union_samples.VISIT, PAPER),
    "key-sheet": ("key-sheet", papers.KEY, PAPER),
    "courses": ("courses", union_samples.COURSES, PAPER),
    "union-report": ("union-report", samples.union(3), PaperOptions(place="Sơn Cẩm")),
}


def squeezed(text: str) -> str:
    """What a text says, whatever its line breaks, rules and order of columns."""
    return "".join(sorted(unicodedata.normalize("NFC", text).replace("|", "").split()))


@pytest.mark.parametrize("case", CASES)
def test_golden_text(case: str) -> None:
    name, data, options = CASES[case]
    text = catalogue.render(catalogue.build(name, data, options), ".txt").decode("utf-8")
    path = GOLDEN / f"{case}.txt"
    if os.environ.get("SOCLB_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_a_pdf_gives_back_every_word(case: str, tmp_path: Path) -> None:
    """Each line of the paper's text stands in the PDF, in NFC and unbroken by a letter."""
    name, data, options = CASES[case]
    paper = catalogue.build(name, data, options)
    target = tmp_path / "paper.pdf"
    target.write_bytes(catalogue.render(paper, ".pdf"))
    extracted = run_tool("pdftotext", "-enc", "UTF-8", target, "-")
    assert unicodedata.is_normalized("NFC", extracted)
    found = set(extracted.replace("\f", " ").split())
    wanted = catalogue.render(paper, ".txt").decode("utf-8").replace("|", " ").split()
    roles = {word for word in wanted if word.endswith(":")}
    missing = {word for word in wanted if word not in found and not word.endswith(DOTS)} - roles
    assert not missing


def test_every_paper_has_a_golden_text() -> None:
    assert {name for name, _, _ in CASES.values()} == set(catalogue.REPORTS)
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(CASES)
