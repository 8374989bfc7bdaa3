from __future__ import annotations

import pytest

from disclosure.basis.names import is_name
from disclosure.basis.names import is_person
from disclosure.basis.names import names_in


def named(text: str) -> list[str]:
    return [text[one.start : one.end] for one in names_in(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("村民王甲一因患病住院", ["王甲一"]), ("三组周乙二家住村口", ["周乙二"]), ("低保户：李四", ["李四"]), ("孤儿王小花", ["王小花"]), ("一组吴守仁家因病住院", ["吴守仁"]),
        ("户主欧阳建国，两人", ["欧阳建国"]), ("今年全村因病返贫监测户3户", []), ("因道路施工", []), ("石桥村因暴雨", []), ("向县应急局报", []), ("群众关心", []),
        ("村民代表会议", []), ("学生申请", []),
    ],
)  # fmt: skip
def test_villagers_are_known_by_what_stands_around_their_names(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize("text", ["王甲一", "王　敏", "卢存根", "欧阳建国", "王甲一(二组)"])
def test_a_cell_that_is_a_name(text: str) -> None:
    assert is_person(text)


@pytest.mark.parametrize(
    "text", ["", "王*一", "合计", "青禾镇财政所", "费用", "村委会", "一组", "12", "石桥村", "李书记"]
)
def test_a_cell_that_is_none(text: str) -> None:
    assert not is_person(text)


def test_common_words_are_no_names() -> None:
    assert is_name("王甲一")
    assert not is_name("管理")
