from __future__ import annotations

import pytest

from disclosure.basis.addresses import find_addresses
from disclosure.basis.addresses import may_hold_address


@pytest.mark.parametrize(
    "text",
    [
        "石桥村二组12号",
        "石桥村二组１２号",
        "阳光小区3栋2单元501室",
        "住2单元501",
        "解放路88号",
        "人民路 12号",
        "3号楼301室",
        "家住12号附1号",
        "青禾社区3-2号",
        "门牌12号",
    ],
)
def test_house_numbers_are_found(text: str) -> None:
    assert len(find_addresses(f"王甲一，{text}，领取两百元")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "第12号", "二组12号机井", "解放路88号村委会", "办公地址：人民路5号", "农发〔2026〕12号", "3组4号台区", "水利路2号桥", "县道X205线12号", "一组2号地块", "村发12号",
        "2栋3层", "二组12号上午开会", "便民服务中心地址：青禾镇人民路5号", "二组3号变压器", "12号会议室", "住房 3 室", "安置点工程3号标段", "财务2026年3月第17号",
        "DN100", "凭证 记-012号", "三社4号塘", "受理地点：建设路9号",
    ],
)  # fmt: skip
def test_numbers_of_things_and_offices_are_not(text: str) -> None:
    assert find_addresses(text) == []


def test_the_quick_look_is_never_stricter() -> None:
    assert may_hold_address("阳光小区3栋2单元501室")
    assert not may_hold_address("本月收支见下表。")
