"""The privacy guard for words: a villager's house number, illness or disability, and children by name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from functools import cache

from disclosure.basis.addresses import find_addresses
from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.names import NAME
from disclosure.basis.names import is_name
from disclosure.basis.names import is_person
from disclosure.basis.names import names_in
from disclosure.basis.span import Span
from disclosure.board.model import Filing
from disclosure.board.model import Shelf
from disclosure.catalogue.model import Catalogue
from disclosure.reading.table import Table
from disclosure.rules.children import child_in
from disclosure.rules.children import speaks_of_children
from disclosure.rules.reaching import BOARD
from disclosure.rules.reaching import NOWHERE
from disclosure.rules.reaching import WEB
from disclosure.rules.reaching import Line
from disclosure.rules.reaching import joined
from disclosure.rules.reaching import lines_of
from disclosure.rules.reaching import names_column
from disclosure.rules.reaching import place_of
from disclosure.rules.reaching import plain
from disclosure.rules.reaching import prose_of
from disclosure.rules.reaching import prose_reach

ADDRESS, ILLNESS, MINOR = "home-address-exposed", "illness-exposed", "minor-exposed"
HELD = {WEB: "，这一件先不公开", BOARD: "；只上栏的也不要写"}
"""What follows from how far it gets."""

_PROGRAMME = (
    "(?![^，,。；;|\n]{0,6}(?:防治|防控|筛查|宣传|宣讲|讲座|体检|随访|健康管理|知识|义诊|预防|疫苗|培训|普查|药具|专干|专委|专职|联络员|协会|联合会|之家|学校|医院|专科))"
)
_NOT = {"中风": "(?<!其)中风(?![险景电力格貌俗])", "幼儿": "幼儿(?![园教])", "透析": "透析(?!问题|原因)"}
_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_LIVES = re.compile(r"家住|住址|现住|户籍地址|家庭住址|居住在|居住于|住在")
_ADDRESS_COLUMN = re.compile(r"住址|住所|居住地|门牌|户籍地|(?:家庭|现住|联系|通讯|户籍)?地址|住房地址")
_PERSON_COLUMN = re.compile(r"组别|村组|小组|所在组|^组$|村民组|备注|说明|其他|情况")
_OF_THINGS = re.compile(r"资产|项目|工程|房屋|地块|宗地|门面|标的|企业|单位名称|店名|商户|经营|坐落|四至|承包|面积|租")


def check_filing(filing: Filing, shelf: Shelf) -> Iterable[Diagnostic]:
    """Return what a filing says of villagers' homes, health and children, each place once."""
    text = whole(filing)
    homes, unwell = bool(find_addresses(text)), may_be_sick(text, shelf.catalogue)
    young = speaks_of_children(text, shelf.catalogue)
    if not (homes or unwell or young):
        return ()
    found: dict[tuple[str, Span], Diagnostic] = {}
    for one in (*_in_lines(filing, shelf, homes, unwell, young), *_in_prose(filing, shelf, homes, unwell, young)):
        found.setdefault((one.slug, one.span), one)
    return tuple(found.values())


def whole(filing: Filing) -> str:
    """Return all words of a filing in one text: the file, then its attached PDFs, heads and cells of its row files."""
    texts = [filing.source.text, *(joined(one.words) for one in filing.attachments if one.words)]
    for table in filing.tables:
        if table.source:
            texts += [column.path for column in table.columns]
            texts += [plain(cell.text) for row in table.rows for cell in row.cells]
    return texts[0] if len(texts) == 1 else "\n".join(texts)


def may_be_sick(text: str, catalogue: Catalogue) -> bool:
    """Tell in some microseconds whether one of those words stands in a text."""
    return _any_of(_sick_words(catalogue)).search(text) is not None


def sick(catalogue: Catalogue) -> re.Pattern[str]:
    """Return the pattern of illnesses and disabilities of the catalogue's word lists, programmes against them left out."""
    return _pattern(_sick_words(catalogue))


def _sick_words(catalogue: Catalogue) -> tuple[str, ...]:
    return (*catalogue.words.get("illness", ()), *catalogue.words.get("disability", ()))


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of bare words: an alternation of literals is searched thirty times as fast as the full one."""
    spelled = [*words, *(word.lower() for word in words), *(word.upper() for word in words)]
    return re.compile("|".join(map(re.escape, dict.fromkeys(spelled))) if words else "(?!)")


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(dict.fromkeys(words), key=len, reverse=True)
    parts = "|".join(_NOT.get(word) or re.escape(word) for word in longest)
    return re.compile(f"(?:{parts}){_PROGRAMME}" if parts else "(?!)", re.IGNORECASE)


def _in_lines(filing: Filing, shelf: Shelf, homes: bool, unwell: bool, young: bool) -> Iterator[Diagnostic]:
    ill = sick(shelf.catalogue)
    for line in lines_of(filing):
        for piece in line.pieces:
            if homes and _is_home(piece.column.label, piece.column.kind, line.table):
                for at in find_addresses(piece.text):
                    yield from _told(ADDRESS, filing, piece.text[at.start : at.end], piece.span, piece.reach)
            hit = ill.search(piece.text) if unwell else None
            if hit:
                yield from _told(ILLNESS, filing, hit[0], piece.span, piece.reach)
        if young:
            yield from _child(filing, shelf, line)


def _child(filing: Filing, shelf: Shelf, line: Line) -> Iterator[Diagnostic]:
    piece = child_in(line, filing.period.last, shelf.catalogue)
    if piece is None:
        return
    personal = piece.column.personal
    masked = piece.reach == BOARD and prose_reach(filing) == WEB and (personal is None or personal.web != "hide")
    yield from _told(MINOR, filing, piece.text, piece.span, WEB if masked else piece.reach)


def _is_home(label: str, kind: str, table: Table | None) -> bool:
    """Tell whether an address in a column so called is where the row's person lives."""
    if _PERSON_COLUMN.search(label) or kind == "person":
        return True
    if not _ADDRESS_COLUMN.search(label):
        return False
    plain_address = re.fullmatch(r"(?:联系|通讯)?地址", label) is not None
    return not plain_address or table is None or not any(_OF_THINGS.search(column.label) for column in table.columns)


def _in_prose(filing: Filing, shelf: Shelf, homes: bool, unwell: bool, young: bool) -> Iterator[Diagnostic]:
    reach, known, ill = prose_reach(filing), _known(filing), sick(shelf.catalogue)
    child = _child_by_name(shelf.catalogue.words.get("minor", ())) if young else None
    for text, span in prose_of(filing):
        for sentence in _SENTENCE.findall(text):
            if homes and (_LIVES.search(sentence) or _names(sentence, known)):
                for at in find_addresses(sentence):
                    yield from _told(ADDRESS, filing, sentence[at.start : at.end], span, reach)
            hit = ill.search(sentence) if unwell else None
            if hit and _names(sentence, known):
                yield from _told(ILLNESS, filing, hit[0], span, reach)
            for named in child.finditer(sentence) if child else ():
                name = named["before"] or named["after"]
                if is_name(name):
                    yield from _told(MINOR, filing, name, span, reach)


@cache
def _child_by_name(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of «孤儿王小花» and «王小花是孤儿»."""
    parts = "|".join(_NOT.get(word) or re.escape(word) for word in words if word != "学生姓名")
    end = r"(?=[，。；、,;:：（(）)\s|\"'}]|$|等|因|患|家|的|由|每|领|住|同|送)"
    return re.compile(
        rf"(?:{parts})人?[、：:（(\s]{{0,2}}(?P<before>{NAME}){end}|(?P<after>{NAME})(?:[，,]?(?:是|系|为|属于?)|[（(，,]){{1,2}}[^，,。；;]{{0,4}}(?:{parts})"
        if parts
        else "(?!)"
    )


def _known(filing: Filing) -> frozenset[str]:
    """Return the villagers that a filing's own tables name."""
    names: set[str] = set()
    for table in filing.tables:
        for index, column in enumerate(table.columns):
            if names_column(column) and (column.personal is None or column.personal.web != "show"):
                names |= {text for row in table.rows if is_person(text := plain(row.cells[index].text))}
    return frozenset(names)


def _names(sentence: str, known: frozenset[str]) -> bool:
    return bool(names_in(sentence)) or any(name in sentence for name in known)


def _told(slug: str, filing: Filing, word: str, near: Span, reach: str) -> Iterator[Diagnostic]:
    """Yield a finding that does not repeat the words it is about."""
    if reach != NOWHERE:
        yield Diagnostic(slug, place_of(filing, word, near), {"reach": reach, "outcome": HELD[reach]})
