"""A member's family: written down as it is, whole, without lines that say nothing."""

from __future__ import annotations

import pytest

from app.base.errors import InvalidError
from app.domain.family import Relative
from app.services import family
from app.services.members import UnknownMemberError
from tests.helpers.clubs import empty_club


def test_the_family_is_kept_as_it_is_now() -> None:
    with empty_club().begin() as uow:
        son = Relative("Trần Văn Bình", "con trai", "0900000123", acts=True)
        family.keep(uow, member="M002", family=(son, Relative(" ", " "), Relative("Vợ\nAn")))
        assert family.relatives(uow, member="M002") == (son, Relative("Vợ An"))
        assert family.relatives(uow, member="M001") == ()
        family.keep(uow, member="M002", family=())
        assert family.relatives(uow, member="M002") == ()


def test_a_line_without_a_name_is_asked_for() -> None:
    with empty_club().begin() as uow:
        with pytest.raises(InvalidError) as caught:
            family.keep(uow, member="M002", family=(Relative("An"), Relative("", "con dâu")))
        assert [p.field for p in caught.value.problems] == ["full_name1"]
        with pytest.raises(UnknownMemberError):
            family.keep(uow, member="M099", family=())
