"""Telling whether a row names a child: a pupil with a class or an age, anybody under eighteen, an orphan."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from disclosure.catalogue.model import Catalogue
from disclosure.rules.reaching import Line
from disclosure.rules.reaching import Piece

ADULT = 18
_PUPIL = re.compile(r"(?:学生|幼儿|儿童|孩子|小孩|子女|被监护人|未成年人)(?:姓名|名字)?$")
_GUARDIAN = re.compile(r"户主|监护|家长|申请|收款|领款|领取|代领|父亲|母亲|承")
_CLASS = re.compile(r"(?<!任教)(?:年级|班级|班次)|就读|所在学校|^学校|学段")
_AGE = re.compile(r"年龄(?!段)|周岁")
_BORN = re.compile(r"出生")
_STAFF = re.compile(r"职务|职称|岗位|任教|学历|毕业")
_COLLEGE = re.compile(r"大学|学院|大专|本科|高职|研究生|专科")
_ABOUT = re.compile(r"类|备注|身份|情况|说明|原因|事由|^对象")
_SERVICE = re.compile(r"关爱|志愿|协管|接送|辅导|服务|活动|护送|资助|慰问|[园教]|家长|监护|父|母")
_SHORT = 14
_SIGNS = ("年龄", "周岁", "年级", "班级", "班次", "就读", "学校", "学段", "出生")
_YEARS = re.compile(r"\s*([0-9０-９]{1,3})")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def speaks_of_children(text: str, catalogue: Catalogue) -> bool:
    """Tell cheaply whether a filing could name a child at all."""
    return _any_of((*_SIGNS, *catalogue.words.get("minor", ()))).search(text) is not None


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))


def child_in(line: Line, day: date, catalogue: Catalogue) -> Piece | None:
    """Return the piece of a row that names a child on ``day``, else None; a guardian's name may stand."""
    if any(_STAFF.search(piece.column.label) for piece in line.pieces):
        return None
    named = [piece for piece in line.names if not _GUARDIAN.search(piece.column.label)]
    if not named or any(_COLLEGE.search(piece.text) for piece in line.pieces):
        return None
    pupil = next((piece for piece in named if _PUPIL.search(piece.column.label)), None)
    if _under_age(line, day) or (_in_class(line) and not _grown(line)) or _called_a_child(line, catalogue):
        return pupil or named[0]
    return None


def _in_class(line: Line) -> bool:
    return any(_CLASS.search(piece.column.label) and piece.text.strip() for piece in line.pieces)


def _ages(line: Line) -> list[int]:
    texts = [piece.text for piece in line.pieces if _AGE.search(piece.column.label)]
    return [int(found[1]) for text in texts if (found := _YEARS.match(text))]


def _grown(line: Line) -> bool:
    return any(age >= ADULT for age in _ages(line))


def _under_age(line: Line, day: date) -> bool:
    if any(age < ADULT for age in _ages(line)):
        return True
    born = [found[0] for piece in line.pieces if _BORN.search(piece.column.label) and (found := _YEAR.search(piece.text))]
    return any(day.year - int(year) < ADULT for year in born)


def _called_a_child(line: Line, catalogue: Catalogue) -> bool:
    """Tell whether a short word about the person says child: 孤儿 under 对象类别, not «接送小学生» under 工作内容."""
    words = [word for word in catalogue.words.get("minor", ()) if word != "学生姓名"]
    about = [piece.text for piece in line.pieces if len(piece.text) <= _SHORT and _ABOUT.search(piece.column.label)]
    return any(word in text and not _SERVICE.search(text) for text in about for word in words)
