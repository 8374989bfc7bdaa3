"""公开时限没有读懂。

## 什么问题

县里清单上的「公开时限」「周期」「公示期」抄进了类别或地方档案，程序读不懂这句话，或者算不出它说的是哪一天。

## 为什么

期限猜错一次，就会有一次冤枉的「迟了」，或者一次没人发现的漏报。所以读不懂的不猜，也不会因此没有期限：
没有改好以前，这一项照原来的期限（国家的、地方的，或产品缺省的）提醒。

## 怎么改

照消息里的例子写。清单上常见的说法大都可以原样抄：`每季度首月20日前`、`自信息形成或者变更之日起20个工作日内`、`每年1月和7月`、
`批复后20日内公开，公示7个工作日`（期限和公示期各归各的键）。「按规定」「不定期」「适时」没有说到哪一天：问清楚再写；
清单没写期限就删掉这一行，照缺省提醒；确实不要期限的写 `none`。

```yaml bad
# === catalogue/本县.yaml
id: local.water
name: 水费收缴
subject: finance
purpose: 水费收了多少。
cadence: 每季度
due: 适时公开    # <- time-not-read
```

```yaml bad
# === catalogue/本县.yaml
id: local.water
name: 水费收缴
subject: finance
purpose: 水费收了多少。
cadence: 每季度
due: 批准后20日内    # <- time-not-read
```

```yaml good
# === catalogue/本县.yaml
id: local.water
name: 水费收缴
subject: finance
purpose: 水费收了多少。
cadence: 每季度
due: 每季度首月二十日之前公布，公示期不少于7天
```
"""

from disclosure.rules.rule import Rule

RULE = Rule(
    code="YML131",
    slug="time-not-read",
    title="公开时限没有读懂",
    severity="error",
    message="「{key}」写的是「{text}」：{reason}。",
    help="写成：{example}。\n没有改好以前，这一项照原来的期限提醒。",
)
