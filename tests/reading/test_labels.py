from __future__ import annotations

import pytest

from disclosure.reading.labels import additive_of
from disclosure.reading.labels import guess
from disclosure.reading.labels import is_generic
from disclosure.reading.labels import kind_of_unit


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("金额", "money"), ("补助资金", "money"), ("伙食费", "money"), ("实发数", "money"), ("中标价", "money"), ("收入", "money"), ("资金(含税)", "money"), ("元", "money"),
        ("残疾人人数", "count"), ("户", "count"), ("台", "count"), ("附议人数", "count"), ("受益人口", "count"), ("荒山面积", "area"), ("亩", "area"),
        ("标准", "rate"), ("补贴标准", "rate"), ("人均", "rate"), ("完成率", "percent"), ("同比", "change"), ("日期", "date"), ("年度", "period"),
        ("凭证号", "code"), ("行政区划代码", "code"), ("身份证号", "id_card"), ("残疾证号", "id_card"), ("银行账号", "bank_card"), ("一卡通卡号", "bank_card"), ("联系电话", "phone"),
        ("户主", "person"), ("承包人", "person"), ("经手人", "person"), ("是否脱贫", "yes_no"), ("组别", "text"), ("项目名称", "text"), ("资金来源", "text"), ("开户行", ""),
        ("摘要", "text"), ("余额", "money"), ("股份", "share"), ("号", "code"), ("玉城街道", ""),
    ],
)  # fmt: skip
def test_heads_tell_their_kind(label: str, kind: str) -> None:
    assert guess(label).kind == kind


def test_balances_rates_and_ages_are_not_added() -> None:
    assert guess("余额").additive == "no"
    assert additive_of("rate", "元/亩", "标准") == "no"
    assert additive_of("money", "元", "余额") == "no"
    assert additive_of("quantity", "年", "承包年限") == "no"
    assert additive_of("money", "元", "金额") == "yes"


def test_who_may_be_seen() -> None:
    assert guess("身份证号").personal is not None
    assert guess("户主").personal is not None
    assert guess("经手人").personal is None
    assert guess("监督电话").personal is None
    assert guess("联系电话").personal is not None


def test_heads_that_name_only_a_time_or_a_sum() -> None:
    assert [is_generic(label) for label in ("本月数", "期末数", "合计", "累计", "本学期数", "金额", "本村人数")] == [True] * 5 + [False] * 2


def test_units_make_kinds() -> None:
    assert [kind_of_unit(unit) for unit in ("万元", "亩", "人", "%", "元/亩", "斤", "不知")] == ["money", "area", "count", "percent", "rate", "quantity", ""]
