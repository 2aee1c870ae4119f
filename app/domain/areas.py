"""Administrative units with the days they are in force, and what became of each.

A unit is known by its whole PATH (province/[district/]commune), never by a number: numbers were
used again for other communes in 2025. Clubs write their PATH as they like ("xã Sơn Cẩm", "Sơn
Cẩm"), so units are found by their names. Pure; where the list comes from is a service's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.base.text import SortKey, name_sort_key, one_line

_KINDS = (
    *("thành phố", "thị trấn", "thị xã", "đặc khu", "phường", "tỉnh", "huyện", "quận", "xã"),
    *("tp.", "tp", "tt.", "tt", "tx.", "tx"),
)
_DISTRICTS = ("thành phố", "thị xã", "huyện", "quận")
Name = tuple[str, SortKey]
"""A part of a PATH to compare by: its kind (empty where none is written) and its name."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the list; ``since`` and ``until`` are its first and last day, None where open."""

    path: str
    since: date | None = None
    until: date | None = None

    def in_force(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class AreaChange:
    """From ``from_on`` the unit ``old`` is ``new``; several of one day: it was divided among them.

    ``decision`` is what the officer wrote of it; empty for the list that comes with the program.
    """

    old: str
    new: str
    from_on: date
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Became:
    """What a PATH is on a day: one unit, or several that it was divided among.

    ``known`` is False where neither list nor officer knows the PATH; then it stands for itself.
    """

    told: str
    units: tuple[str, ...]
    known: bool

    @property
    def unit(self) -> str | None:
        """The one unit it is; None while an officer has to say which of several."""
        return self.units[0] if len(self.units) == 1 else None


def parts(path: str) -> tuple[str, ...]:
    """The parts of a PATH, from the province down."""
    return tuple(filter(None, (one_line(part) for part in path.split("/"))))


def name_of(part: str) -> Name:
    """A part as it is compared: "Xã Hoà Bình" is "xã Hòa Bình"; without a kind it may be any."""
    text = one_line(part).casefold()
    for kind in _KINDS:
        if text.startswith(f"{kind} ") and text != kind:
            return _SHORT.get(kind, kind), name_sort_key(text.removeprefix(kind))
    return "", name_sort_key(text)


_SHORT = {
    "tp": "thành phố",
    "tp.": "thành phố",
    "tt": "thị trấn",
    "tt.": "thị trấn",
    "tx": "thị xã",
    "tx.": "thị xã",
}


def same(one: Name, other: Name) -> bool:
    """Whether two parts may be one unit: the same name, and no two different kinds."""
    return one[1] == other[1] and (not one[0] or not other[0] or one[0] == other[0])


def same_path(one: str, other: str) -> bool:
    """Whether two PATHs name one unit, however they are written."""
    mine, theirs = parts(one), parts(other)
    return len(mine) == len(theirs) and all(
        same(name_of(a), name_of(b)) for a, b in zip(mine, theirs, strict=True)
    )


def once(paths: Iterable[str]) -> tuple[str, ...]:
    """Each unit under the first of its writings, sorted: "tỉnh Thái Nguyên" is "Thái Nguyên"."""
    kept: dict[tuple[SortKey, ...], list[str]] = {}
    for path in sorted(set(paths)):
        alike = kept.setdefault(tuple(name_of(part)[1] for part in parts(path)), [])
        if not any(same_path(path, one) for one in alike):
            alike.append(path)
    return tuple(sorted(path for alike in kept.values() for path in alike))


Named = tuple[Unit, tuple[Name, ...]]


@dataclass(slots=True)
class Areas:
    """All units and changes that are known, searched by PATH."""

    units: Sequence[Unit]
    changes: Sequence[AreaChange]
    _by_province: dict[SortKey, list[Unit]] = field(default_factory=dict)
    _named: dict[SortKey, list[Named]] = field(default_factory=dict)
    _successors: dict[str, list[AreaChange]] = field(default_factory=dict)
    _found: dict[tuple[str, date, date], Became] = field(default_factory=dict)

    def __post_init__(self) -> None:
        keys: dict[str, SortKey] = {}
        for unit in self.units:
            province = unit.path.partition("/")[0]
            key = keys.setdefault(province, ()) or name_of(province)[1]
            keys[province] = key
            self._by_province.setdefault(key, []).append(unit)
        for change in self.changes:
            self._successors.setdefault(change.old, []).append(change)

    def find(self, path: str, on: date) -> tuple[Unit, ...]:
        """The units of the list that ``path`` may name as somebody wrote it on a day.

        Those in force on the day come first; an old name still in use is looked for after them. A
        district that is missing or another one (communes moved between districts) is passed over
        where the commune's name is the only one of the province.
        """
        wanted = tuple(map(name_of, parts(path)))
        if len(wanted) < 2:
            return ()
        known = [pair for pair in self._of(wanted[0][1]) if same(pair[1][0], wanted[0])]
        now = [pair for pair in known if pair[0].in_force(on)]
        before = [pair for pair in known if not pair[0].in_force(on)]
        for pairs in (now, before):
            if found := _whole(wanted, pairs) or _nearly(wanted, pairs):
                return found
        return ()

    def _of(self, province: SortKey) -> list[Named]:
        """The units of the provinces with a name; reading names takes long, so when asked."""
        if province not in self._named:
            units = self._by_province.get(province, ())
            self._named[province] = [(u, tuple(map(name_of, parts(u.path)))) for u in units]
        return self._named[province]

    def became(self, path: str, *, told: date, on: date) -> Became:
        """What the PATH that somebody wrote on the day ``told`` is on the day ``on``."""
        key = (path, told, on)
        if key not in self._found:
            self._found[key] = self._follow(path, told, on)
        return self._found[key]

    def _follow(self, path: str, told: date, on: date) -> Became:
        """Step from change to change; a name used again later is another unit, so each step goes
        on from the day it was reached."""
        here = self.find(path, told)
        steps = [(unit.path, told if unit.in_force(told) else date.min) for unit in here]
        ends: list[str] = []
        while steps:
            step, since = steps.pop(0)
            later = self._after(step, since, on)
            steps += [(change.new, change.from_on) for change in later]
            if not later:
                ends.append(step)
        return Became(path, tuple(dict.fromkeys(ends)) or ("/".join(parts(path)),), bool(here))

    def _after(self, path: str, since: date, on: date) -> list[AreaChange]:
        """The first change of a unit after a day: all of its rows, where it was divided."""
        later = [one for one in self._successors.get(path, ()) if since < one.from_on <= on]
        first = min((one.from_on for one in later), default=None)
        return [one for one in later if one.from_on == first]

    def below(self, province: str, on: date, *, districts: bool) -> tuple[str, ...]:
        """The communes of a province in force on a day, or its districts, in the list's order."""
        wanted = name_of(province)
        here = [
            unit.path.split("/")
            for unit, names in self._of(wanted[1])
            if same(names[0], wanted) and unit.in_force(on)
        ]
        if districts:
            here = [path[:2] for path in here if len(path) == 3]
        return tuple(dict.fromkeys("/".join(path) for path in here))

    def predecessors(self, path: str) -> tuple[AreaChange, ...]:
        """The changes that a unit came from, wholly or in part."""
        return tuple(one for one in self.changes if same_path(one.new, path))


def _whole(wanted: tuple[Name, ...], pairs: Iterable[Named]) -> tuple[Unit, ...]:
    """Units whose every part is the one wanted."""
    return tuple(
        unit
        for unit, names in pairs
        if len(names) == len(wanted) and all(same(a, b) for a, b in zip(names, wanted, strict=True))
    )


def _nearly(wanted: tuple[Name, ...], pairs: Sequence[Named]) -> tuple[Unit, ...]:
    """Units of the province with the commune's name alone, if that says which one is meant.

    First with its kind, then without: xã Tân Hương became phường Tân Hương. A district is never
    taken for the commune that bears its name (huyện Phú Lương, xã Phú Lương).
    """
    if wanted[-1][0] in _DISTRICTS:
        return ()
    by_kind = [unit for unit, names in pairs if same(names[-1], wanted[-1])]
    by_name = [unit for unit, names in pairs if names[-1][1] == wanted[-1][1]]
    for found in (by_kind, by_name):
        if len(found) == 1:
            return (found[0],)
    return ()


def listed(
    old: Iterable[tuple[str, tuple[str, ...]]], new: Iterable[str], changed_on: date
) -> tuple[list[Unit], list[AreaChange]]:
    """Units and changes of one reform: each old PATH with those it became from that day on."""
    last = changed_on - timedelta(days=1)
    units = [Unit(path, changed_on) for path in new]
    changes = []
    for path, successors in old:
        units.append(Unit(path, None, last))
        changes += [AreaChange(path, one, changed_on) for one in successors]
    return units, changes
