"""有一个文件没有人读。

## 什么问题

content/ 里放着一个程序不读、也没有公开件提到的文件。常见的是 `收支.yaml.txt`、`副本….yaml.bak`、`.doc`。

## 为什么

以为交了其实没有交，是漏公开最常见的原因。

## 怎么改

按提示改名、写明，或移走。

```yaml bad
# === 石桥村/2026年3月收支.yaml.txt
类别: 财务收支明细    # <- unread-file
期间: 2026-03
```

```yaml good
类别: 其他公示
期间: 2026-03
上栏日期: 2026-04-06
公开日期: 2026-04-06
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="PLC005",
    slug="unread-file",
    title="有一个文件没有人读",
    severity="error",
    message="「{name}」没有被读：{reason}。",
    help="公开件改名成 .yaml 或 .md；明细文件由公开件写明；不要的移到 content/ 外面。",
)
