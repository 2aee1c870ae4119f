"""Which language a text comes out in."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.base import catalogue


@pytest.fixture(autouse=True)
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "app_vi.json").write_text('{"papers":{"Sum":"Cộng"}}', encoding="utf-8")
    (tmp_path / "app_en.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(catalogue, "resource_path", lambda name: tmp_path / Path(name).name)
    catalogue._catalogue.cache_clear()
    yield
    catalogue._catalogue.cache_clear()


def test_a_known_text_is_translated() -> None:
    assert catalogue.translate("papers", "Sum") == "Cộng"


def test_what_the_catalogue_lacks_stays_as_it_is() -> None:
    assert catalogue.translate("papers", "Unknown") == "Unknown"


def test_context_counts() -> None:
    assert catalogue.translate("window", "Sum") == "Sum"


def test_a_language_without_words_speaks_its_source() -> None:
    catalogue.use_language("en")
    assert catalogue.translate("papers", "Sum") == "Sum"
    assert catalogue.used_language() == "en"


@pytest.mark.logs
def test_words_that_were_never_compiled_are_told_to_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "app_vi.json").unlink()
    assert catalogue.translate("papers", "Sum") == "Sum"
    assert "make i18n" in caplog.text


def test_a_paper_may_differ_from_the_screen() -> None:
    with catalogue.language("en"):
        assert catalogue.translate("papers", "Sum") == "Sum"
        with catalogue.language("vi"):
            assert catalogue.translate("papers", "Sum") == "Cộng"
    assert catalogue.translate("papers", "Sum") == "Cộng"


def test_the_program_language_holds_in_every_thread() -> None:
    catalogue.use_language("en")
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(catalogue.used_language).result() == "en"


def test_an_unknown_language_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="fr"):
        catalogue.use_language("fr")


def test_a_mark_is_the_text_itself() -> None:
    assert catalogue.mark("papers", "Sum") == "Sum"
