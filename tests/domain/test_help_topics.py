from __future__ import annotations

import pytest

from app.domain import help_topics
from app.domain.help_topics import Advice, Picture, Points, Steps, Words

TEXT = """# Home
![10-home]
It says what to do.
1. Press [Start].
2. Or [Wait…].

**Cash** is what is in the box.
- one
- two
> Call the union.
"""


def test_each_line_is_a_part_and_steps_belong_together() -> None:
    topic = help_topics.read("home", TEXT)
    assert topic.title == "Home"
    assert topic.parts == (
        Picture("10-home"),
        Words("It says what to do."),
        Steps(("Press [Start].", "Or [Wait…].")),
        Words("is what is in the box.", "Cash"),
        Points(("one", "two")),
        Advice("Call the union."),
    )
    assert topic.texts()[1:3] == ("Press [Start].", "Or [Wait…].")


def test_words_on_the_screen_are_found_and_marked() -> None:
    assert help_topics.on_screen("Press [Start], then [Wait…].") == ("Start", "Wait…")
    assert help_topics.marked("Press [Start].", "<b>", "</b>") == "Press <b>Start</b>."


def test_a_text_without_a_title_is_no_topic() -> None:
    with pytest.raises(ValueError, match="no title"):
        help_topics.read("home", "Only words.")
