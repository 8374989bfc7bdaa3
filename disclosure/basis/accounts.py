"""Numbers that only their label gives away: passbooks, social-security and benefit cards, accounts.

The digits themselves tell nothing (no check digit, any length), so the word beside or above them decides. Four stars or
more hide a number; up to seven digits (the last four, say) name no account.
"""

from __future__ import annotations

import re
from functools import lru_cache

from disclosure.basis.exposure import Found

_CARDS = "社保卡?|社会保障卡?|社会保险|医保卡?|一卡通|一折通|惠农卡|存折|存单|银行卡|储蓄卡|工资卡|粮补折|直补折|残疾人?证"
_STRONG = rf"(?:{_CARDS})(?:的?(?:[账帐卡折证编]|个人)?号码?|[账帐]户)|[账帐卡折]号码?|银行[账帐]户"
_WEAK = f"(?:{_CARDS})"
LABEL = re.compile(_STRONG)
"""What a key, a column or a word before digits is called when they are the number of an account."""

_GAP = r"(?:[(（][^()（）\n]{0,8}[)）])?(?:[ \t　]|是|为|系|[:：=\"'])*"
_ROW_GAP = r"(?:[(（][^()（）\n]{0,8}[)）])?(?:[ \t　]|是|为|系|[:：=\"'|,，])*"
_STARS = "*＊●×✱xX"
_NUMBER = rf"[A-Za-z]{{0,2}}[0-9０-９](?:[ \-－_　\u00a0]?[0-9０-９{_STARS}]){{6,31}}"
_IN_TEXT = re.compile(rf"(?:(?:{_STRONG}){_ROW_GAP}(?P<strong>)|{_WEAK}{_GAP})(?P<number>{_NUMBER})(?![0-9０-９]|[.．,，][0-9])")
_ALONE = re.compile(rf"(?<![0-9０-９.．,，A-Za-z])(?P<number>{_NUMBER})(?![0-9０-９]|[.．,，][0-9])")
_HINTS = ("卡", "账号", "帐号", "账户", "帐户", "折", "一卡通", "存单", "社保", "社会保", "医保", "疾证", "疾人证")
_DIGIT = re.compile("[0-9０-９]")
_STAR = re.compile(f"[{re.escape(_STARS)}]")
_DAY = re.compile(r"(?:19|20)[0-9]{2}[-－]?[01]?[0-9][-－]?[0-3]?[0-9]")
_PUBLIC = re.compile(
    r"合作(?:社|联社)|村委会|居委会|委员会|人民政府|办事处|财政[所局]|农经站|服务中心|公司|红十字|慈善|基金会|学校|卫生院|派出所|法院|信用社|对公|基本户|专户|专用[账帐]户|财政|国库|单位|集体"
)
_PERSON = re.compile(r"户主|姓名|个人|本人|收款人|持卡人|领取人")


def is_account_label(label: str) -> bool:
    """Tell whether a column or a key so called holds account numbers; the last four digits are another thing."""
    return LABEL.search(label) is not None and not re.search(r"末|后[四4]|尾号|凭证|文号", label)


def find_accounts(text: str) -> list[Found]:
    """Return the account numbers that stand right behind their label in a text; offices' own accounts may stand."""
    return list(_in_text(text)) if any(hint in text for hint in _HINTS) else []


@lru_cache(maxsize=2)
def _in_text(text: str) -> tuple[Found, ...]:
    """Read a whole text; the file at hand is asked for several times, by the guard and for excerpts."""
    hits = ((hit, *hit.span("number")) for hit in _IN_TEXT.finditer(text))
    return tuple(
        Found("account", start, end)
        for hit, start, end in hits
        if _is_number(text[start:end], 8 if hit["strong"] is not None else 10) and not of_office(_line(text, start))
    )


def accounts_in(cell: str) -> list[Found]:
    """Return the account numbers in a cell that stands under such a label."""
    return [Found("account", *hit.span("number")) for hit in _ALONE.finditer(cell) if _is_number(hit["number"], 8)]


def find_under_heads(text: str, *, commas: bool = False) -> list[Found]:
    """Return the account numbers in columns so called of every table in a text, cells split by | or tab (``commas``: CSV).

    For texts nobody has read into tables: broken files, old versions.
    """
    if not any(hint in text for hint in _HINTS):
        return []
    found: list[Found] = []
    heads: list[int] = []
    mark, start = "", 0
    for line in text.split("\n"):
        split = _splitter(line, commas)
        cells = line.split(split) if split else []
        labelled = [at for at, cell in enumerate(cells) if is_account_label(cell) and not _DIGIT.search(cell)]
        if not split or labelled:
            heads, mark = labelled, split
        elif split == mark and not of_office(line):
            for at in (one for one in heads if one < len(cells)):
                begin = start + sum(len(cell) + 1 for cell in cells[:at])
                found += [Found("account", begin + hit.start, begin + hit.end) for hit in accounts_in(cells[at])]
        start += len(line) + 1
    return found


def _splitter(line: str, commas: bool) -> str:
    if "|" in line and not commas:
        return "|"
    if "\t" in line:
        return "\t"
    return "," if commas and "," in line else ""


def of_office(line: str) -> bool:
    """Tell whether a line speaks of the account of an office or of the collective, and of no person."""
    return _PUBLIC.search(line) is not None and _PERSON.search(line) is None


def _line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : len(text) if end < 0 else end]


def _is_number(typed: str, least: int) -> bool:
    digits = len(_DIGIT.findall(typed))
    return digits >= least and len(_STAR.findall(typed)) < 4 and not (digits <= 8 and _DAY.fullmatch(typed))
