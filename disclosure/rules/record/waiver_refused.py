"""豁免不起作用。

## 什么问题

公开件里写了一条豁免，但它不起作用：没有写原因，规则名不对，或者这种问题不能豁免。村里的 place.yaml 把法定必须公开的事项写成「不适用」，没有写乡镇谁批准，也一样。

## 为什么

豁免是公开的：要写原因、写到哪一天为止。隐私和算错数不能豁免；法定必须公开的事项，由乡镇决定。

## 怎么改

照提示写全；不能豁免的，改正问题本身。

```yaml bad
类别: 其他公示
期间: 2026-03
公开日期: 2026-04-06    # <- not-on-board
豁免:
  - {规则: not-on-board, 至: 2027-03-31}    # <- waiver-refused
```

```yaml bad
# === 石桥村/place.yaml
名称: 石桥村    # <- waiver-refused
级别: 村
slug: shiqiao
监督电话: 0000-6123380
不适用: [{类别: 资产资源发包租赁台账, 原因: 本村没有出租}]
```

```yaml good
# === 石桥村/place.yaml
名称: 石桥村
级别: 村
slug: shiqiao
监督电话: 0000-6123380
不适用: [{类别: 资产资源发包租赁台账, 原因: 本村没有集体资产, 批准: 青禾镇农业服务中心}]
```

```yaml good
类别: 其他公示
期间: 2026-03
公开日期: 2026-04-06
豁免:
  - {规则: not-on-board, 原因: 公开栏在翻修, 至: 2027-03-31}
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="REC001",
    slug="waiver-refused",
    title="豁免不起作用",
    severity="warning",
    message="对「{rule}」的豁免不起作用：{reason}。",
    help="写全：\n豁免:\n  - {{规则: not-on-board, 原因: …, 至: 2027-03-31}}",
)
