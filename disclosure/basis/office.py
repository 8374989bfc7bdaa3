"""Telephone numbers of an office, which may stand, told from those of a person by the words before them."""

from __future__ import annotations

import re

from disclosure.basis.accounts import find_accounts
from disclosure.basis.exposure import find_personal

_OFFICE = (
    "(?:监督|举报|投诉|受理|服务|值班|办公|工作|咨询|公示|公开|报警|抢修|应急|维修|求助|村委会?|居委会?|监委会|纪委|政府|单位)"
    "[^0-9,，;；。|{}\\n:：]{0,8}(?:电话|手机|号码|专线)|热线|hotline"
)
OFFICE_LABEL = re.compile(_OFFICE)
"""What a key or a column of office telephones is called."""

_BEFORE = re.compile(f"(?:{_OFFICE})[^0-9,，;；。|{{}}\\n]{{0,14}}(?:[\\s:：、,，/或\"'()（）—–-]|[0-9])*$")
_DIGITS = re.compile("[0-9０-９xXｘＸ]")


def is_office_line(text: str, start: int) -> bool:
    """Tell whether the telephone number at ``start`` is announced as that of an office."""
    return _BEFORE.search(text, max(0, start - 80), start) is not None


def without_persons(text: str) -> str:
    """Return a text of the same length in which the digits of every number of a person are ●; office telephones stay."""
    for hit in (*find_personal(text), *find_accounts(text)):
        if hit.kind != "phone" or not is_office_line(text, hit.start):
            text = text[: hit.start] + _DIGITS.sub("●", text[hit.start : hit.end]) + text[hit.end :]
    return text
