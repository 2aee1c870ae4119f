"""What each error code says to the user: the fault, and what to do next.

A table of texts and nothing else; ``translate`` only marks them here, and ``sentence`` translates
when one is needed. Whole sentences, no code, no library's words; ``{name}`` stands for a value of
the error's ``params``.
"""

from __future__ import annotations

from app.base.catalogue import mark as translate
from app.base.catalogue import translate as translated
from app.base.errors import AppError, InvalidError, Problem

SENTENCES: dict[str, str] = {
    # files
    "file.exists": translate(
        "errors", "{path} is already there. Choose another name, or move the old one away."
    ),
    "file.not_found": translate("errors", "{path} is not there. Check the name and the folder."),
    "file.no_folder": translate(
        "errors", "{path} cannot be made: part of its path is a file, not a folder."
    ),
    "file.is_folder": translate("errors", "{path} is a folder. Name a file."),
    "file.name_too_long": translate("errors", "The name {path} is too long. Choose a shorter one."),
    "file.disk_full": translate(
        "errors", "The disk is full: {path} was not written. Free some space and try again."
    ),
    "file.read_only": translate(
        "errors", "{path} may not be written or read here. Choose another folder."
    ),
    "file.fault": translate(
        "errors", "{path} could not be written or read. Check the disk or the USB stick."
    ),
    # the whole of an input; its problems follow one by one
    "input.invalid": translate("errors", "Something is not right yet:"),
}


def sentence(error: AppError | Problem) -> str:
    """The sentence of one error or problem in the language in use, its place in front.

    Raises KeyError for a code without a sentence; ``tests/test_architecture.py`` looks for those.
    """
    text = translated("errors", SENTENCES[error.code]).format(**error.params)
    where = error.where if isinstance(error, Problem) else None
    if where is None:
        return text
    if where.row is None:
        return f"{where.file}: {text}"
    if not where.column:
        place = translated("errors", "{file}, row {row}: {text}")
    else:
        place = translated("errors", "{file}, row {row}, column {column}: {text}")
    return place.format(file=where.file, row=where.row, column=where.column, text=text)


def sentences(error: AppError) -> list[str]:
    """One sentence an error; of an InvalidError one a problem."""
    if isinstance(error, InvalidError):
        return [sentence(problem) for problem in error.problems]
    return [sentence(error)]
