"""写了村民家的门牌号。

## 什么问题

名单里、或者提到村民名字的话里，写到了门牌、楼栋、房号。单位的地址、路段、机井、工程、地块的编号不算。

## 为什么

门牌号级的住址，指得到一家一户。公开到村民小组，就够监督用了。

## 怎么改

只写到组。写在 `【私:…】` 里的不会公开。这一条不能豁免；会上网的，没有改好之前这一件不公开，只上栏的提醒一声。

```yaml bad
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 慰问名单
    行: |
      户主 | 住址 | 金额(元)
      王甲一 | 石桥村二组12号 | 200.00    # <- home-address-exposed
```

```yaml bad
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
正文: |
  村民王甲一家住阳光小区3栋2单元501室，已领补助。    # <- home-address-exposed
```

```yaml good
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
表:
  - 名: 慰问名单
    行: |
      组别 | 户主 | 金额(元)
      二组 | 王甲一 | 200.00
正文: |
  便民服务中心办公地址：人民路88号。二组12号机井已修好。
```
"""

from __future__ import annotations

from disclosure.rules.circumstances import check_filing
from disclosure.rules.rule import Rule

RULE = Rule(
    code="PRV006",
    slug="home-address-exposed",
    title="写了村民家的门牌号",
    severity="error",
    message="这里写到了村民家的门牌或房号{outcome}。",
    help="住址写到村民小组就够了，删掉门牌、楼栋、房号。",
    basis=("个人信息保护法/6", "民法典/1032", "民法典/1039"),
    waivable=False,
)


__all__ = ["RULE", "check_filing"]
