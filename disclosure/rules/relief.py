"""Names of relief lists, which never go on the web, looked for in what the same place does put there.

A name alone proves nothing: a recipient also owns land, sells gravel or signs for a meeting. So a name counts only

- beside a relief word, in the same row (where the column names villagers) or the same sentence;
- for those who hold an office in the place (they sign, handle, earn a cadre's pay): only right behind the word («低保户周德明»);
- or when the row repeats the one on the list: the name and two further cells that say something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.names import is_person
from disclosure.basis.span import Span
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.rules.circumstances import HELD
from disclosure.rules.circumstances import whole
from disclosure.rules.reaching import BOARD
from disclosure.rules.reaching import WEB
from disclosure.rules.reaching import Line
from disclosure.rules.reaching import Piece
from disclosure.rules.reaching import lines_of
from disclosure.rules.reaching import names_column
from disclosure.rules.reaching import on_web
from disclosure.rules.reaching import place_of
from disclosure.rules.reaching import plain
from disclosure.rules.reaching import prose_of

SLUG = "relief-name-exposed"
WORD = re.compile(
    "低保|最低生活保障|特困|五保|临时救助|医疗救助|困难(?:户|群众|家庭|补助|救助|残疾人)|救助(?:金|款|对象)|救济|残疾人?(?:两项)?补贴|护理补贴|孤儿|困境儿童|监测户|防返贫|致贫"
)
_AT_ONCE = "(?:户|对象|人员|供养人员|家庭|老人|金|款)?[、：:（(\\s]{0,2}"
_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_SAYS = re.compile(r"[^0\s,.，。元户人-]")


def check_shelf(shelf: Shelf) -> Iterable[Diagnostic]:
    """Return where a name of a relief list of the place stands in a filing for the web in a way that gives it away."""
    web = [filing for filing in shelf.own if on_web(filing)]
    listed = _listed(filing for filing in shelf.filings if _is_relief(filing))
    if not web or not listed:
        return
    anyone = re.compile("|".join("[ 　]*".join(name) for name in listed))
    meant = [filing for filing in web if anyone.search(whole(filing))]
    officers = _officers(shelf.filings) if meant else frozenset()
    for filing in meant:
        yield from _in_filing(filing, listed, officers)


def _is_relief(filing: Filing) -> bool:
    """Tell whether a board-only filing lists who gets relief (a party's list, say, does not)."""
    if on_web(filing):
        return False
    labels = (filing.category.name, filing.title, *(table.label for table in filing.tables))
    return filing.category.subject == "aid" or any(WORD.search(label) for label in labels)


def _listed(filings: Iterable[Filing]) -> dict[str, list[frozenset[str]]]:
    """Return every name on the lists with, for each of its rows, the other cells that say something."""
    listed: dict[str, list[frozenset[str]]] = {}
    for filing in filings:
        for line in lines_of(filing):
            for name in line.names:
                listed.setdefault(_bare(name.text), []).append(_others(line, name))
    return listed


def _bare(name: str) -> str:
    return re.sub(r"[\s　]|[(（].*$", "", name)


def _others(line: Line, name: Piece) -> frozenset[str]:
    texts = {re.sub(r"[\s,，]", "", piece.text) for piece in line.pieces if piece is not name}
    return frozenset(text for text in texts if len(text) > 2 and _SAYS.search(text))


def _officers(filings: Iterable[Filing]) -> frozenset[str]:
    """Return who holds an office: whoever signs, and whoever a column of officers or a cadre's payroll names."""
    names: set[str] = set()
    for filing in filings:
        names.update(signature.name for signature in filing.signatures)
        paid = filing.category.id.startswith(("pay.", "org.", "duty."))
        for table in filing.tables:
            for index, column in enumerate(table.columns):
                if column.kind == "person" and (paid or not names_column(column)):
                    names.update(_bare(plain(row.cells[index].text)) for row in table.rows)
    return frozenset(names)


def _in_filing(filing: Filing, listed: dict[str, list[frozenset[str]]], officers: frozenset[str]) -> Iterator[Diagnostic]:
    told: set[Span] = set()
    for name, span, reach in (*_in_rows(filing, listed, officers), *_in_prose(filing, listed, officers)):
        at = place_of(filing, name, span)
        if at not in told:
            told.add(at)
            yield Diagnostic(SLUG, at, {"reach": reach, "outcome": HELD[reach] if reach == WEB else "；名字上网时已遮住一部分，也请删掉"})


def _in_rows(filing: Filing, listed: dict[str, list[frozenset[str]]], officers: frozenset[str]) -> Iterator[tuple[str, Span, str]]:
    for line in lines_of(filing):
        words = " ".join(piece.text for piece in line.pieces)
        beside = WORD.search(words) is not None
        for name in line.names:
            bare = _bare(name.text)
            if bare not in listed:
                continue
            copied = any(len(row & _others(line, name)) >= 2 for row in listed[bare])
            if copied or (beside and (bare not in officers or _at_once(words, bare))):
                yield name.text, name.span, WEB if name.reach == WEB else BOARD


def _at_once(words: str, name: str) -> bool:
    return re.search(f"(?:{WORD.pattern}){_AT_ONCE}{re.escape(name)}", words) is not None


def _in_prose(filing: Filing, listed: dict[str, list[frozenset[str]]], officers: frozenset[str]) -> Iterator[tuple[str, Span, str]]:
    if not WORD.search(filing.source.text) and not any(table.source for table in filing.tables) and not filing.attachments:
        return
    for text, span in prose_of(filing):
        for sentence in _SENTENCE.findall(text) if WORD.search(text) else ():
            if not WORD.search(sentence):
                continue
            close = sentence.replace(" ", "").replace("　", "")
            for name in listed:
                if name in close and (name not in officers or _at_once(close, name)) and is_person(name):
                    yield name, span, WEB
