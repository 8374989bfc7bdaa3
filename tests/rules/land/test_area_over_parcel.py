"""A lease is compared with its own parcel only: same name, one row, measured alike; a remark settles it."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.rules.land.area_over_parcel import RULE
from tests.rules.desk import HOME
from tests.rules.desk import check

SIGNED = "签字: {{制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}}\n"
RESOURCES = "类别: 集体资源台账\n期间: {period}\n上栏日期: 2026-01-12\n公开日期: 2026-01-12\n资源: |\n  类型 | 坐落 | 面积(亩) | 经营方式\n{rows}\n" + SIGNED
LEASES = (
    "类别: 资产资源发包租赁台账\n期间: 2026-Q3\n上栏日期: 2026-10-12\n公开日期: 2026-10-12\n合同: |\n"
    "  合同号 | 标的 | 类型 | 坐落 | 面积 | 承租人 | 发包方式 | 起始日期 | 到期日期 | 年租 | 应收租金 | 已缴 | 欠缴 | 备注\n"
    "  发-1 | {name} | {kind} | {where} | {area} | 褚云清 | 公开竞价 | 2022-10-01 | 2027-09-30 | 100.00 | 100.00 | 100.00 | 0.00 | {note}\n" + SIGNED
)  # fmt: skip


def asked(root: Path, *texts: str) -> int:
    files = {f"{HOME}/{at}.yaml": text for at, text in enumerate(texts)}
    return [one.slug for one in check(root, files).diagnostics].count(RULE.slug)


def lease(area: str, name: str = "三组机动地", kind: str = "耕地", where: str = "三组", note: str = "") -> str:
    return LEASES.format(name=name, kind=kind, where=where, area=area, note=note)


def resources(*rows: str, period: str = "2025") -> str:
    return RESOURCES.format(period=period, rows="\n".join(f"  {row}" for row in rows))


PARCEL = "耕地 | 三组机动地 | 48.00 | 发包"


@pytest.mark.parametrize(("area", "found"), [("47.00亩", 0), ("48.00亩", 0), ("48.40亩", 0), ("48.50亩", 1), ("49亩", 0), ("50亩", 1), ("约60亩", 0), ("3.4公顷", 1), ("600米", 0), ("", 0)])
def test_more_than_measuring_explains(area: str, found: int, tmp_path: Path) -> None:
    assert asked(tmp_path, resources(PARCEL), lease(area)) == found


@pytest.mark.parametrize(
    ("name", "kind", "where", "found"),
    [("机动地", "耕地", "三组", 1), ("三组机动地", "机动地", "三组", 1), ("三组机动地", "", "", 1), ("三组机动地", "水面", "三组", 0), ("四组机动地", "耕地", "四组", 0), ("三组机动地和北坡", "耕地", "三组", 0), ("机动地", "耕地", "", 0)],
)
def test_the_same_parcel_by_name_place_and_kind(name: str, kind: str, where: str, found: int, tmp_path: Path) -> None:
    assert asked(tmp_path, resources(PARCEL), lease("84.00亩", name, kind, where)) == found


def test_parcels_of_one_name_and_lists_of_later_years_tell_nothing(tmp_path: Path) -> None:
    assert asked(tmp_path / "a", resources(PARCEL, "耕地 | 三组机动地 | 36.00 | 发包"), lease("84.00亩")) == 0
    assert asked(tmp_path / "d", resources(PARCEL, "耕地 | 三组机动地（东块） | 36.00 | 发包"), lease("84.00亩")) == 0
    assert asked(tmp_path / "b", resources(PARCEL, period="2027"), lease("84.00亩")) == 0
    assert asked(tmp_path / "c", resources(PARCEL, period="2024"), resources("耕地 | 三组机动地 | 84.00 | 发包"), lease("84.00亩")) == 0


def test_a_remark_settles_it(tmp_path: Path) -> None:
    assert asked(tmp_path, resources(PARCEL), lease("84.00亩", note="含四组 36 亩")) == 0


@pytest.mark.parametrize(
    ("heads", "row", "found"),
    [
        ("总面积(亩) | 流转面积(亩)", "10.00 | 12.00", 1),
        ("总面积(亩) | 流转面积(亩)", "12.00 | 12.00", 0),
        ("总面积(公顷) | 流转面积(亩)", "1 | 12.00", 0),
        ("承包面积(亩) | 流转面积(亩)", "3.20 | 3.60", 0),
        ("确权面积(亩) | 流转面积(亩)", "3.20 | 3.60", 0),
        ("流转总面积(亩) | 流转面积(亩)", "3.20 | 3.60", 0),
        ("总面积(亩) | 流转面积(亩) | 出租面积(亩)", "3.20 | 3.60 | 1.00", 0),
    ],
)
def test_in_one_row(heads: str, row: str, found: int, tmp_path: Path) -> None:
    text = f"类别: 其他公示\n期间: 2026-03\n上栏日期: 2026-04-06\n公开日期: 2026-04-06\n表:\n  - 名: 甲\n    行: |\n      地块 | {heads}\n      东洼 | {row}\n"
    assert asked(tmp_path, text) == found
