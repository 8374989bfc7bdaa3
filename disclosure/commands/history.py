"""``disclosure check --history``: numbers of persons in old versions of content/, and how to be rid of them."""

from __future__ import annotations

import json
import sys
import time

from disclosure.building.history import Looked
from disclosure.building.history import Trace
from disclosure.building.history import look
from disclosure.building.run import content_folder
from disclosure.building.run import today_of
from disclosure.options import Options
from disclosure.reporting.report import Report
from disclosure.reporting.report import formats
from disclosure.reporting.report import tame
from disclosure.rules.exposure import SLUGS
from disclosure.rules.finding import Finding
from disclosure.rules.registry import rule_of

_WORDS = {"id_card": "身份证号", "bank_card": "银行卡号", "phone": "个人手机号", "account": "账户号码"}
CLEANING = (
    "从历史里清除：先备份，再用 git filter-repo --invert-paths --path 文件名（去掉整个文件的历史）"
    "或 git filter-repo --replace-text 替换表（只换号码）改写仓库，强制推送，并请每个有副本的人重新克隆。"
)
_SHOWN = 50


def run(options: Options) -> int:
    """Tell what stands in old versions; returns 1 where something does or time ran out, raises Unfit without a repository."""
    began = time.monotonic()
    looked = look(content_folder(options.root).resolve())
    if options.output_format == "json":
        sys.stdout.write(as_json(looked))
    elif options.output_format == "text":
        sys.stdout.write(as_text(looked, everything=options.verbose > 0))
    else:
        sys.stdout.write(formats()[options.output_format](Report(today_of(options, None), findings=as_findings(looked))))
    if not options.quiet:
        sys.stderr.write(f"查历史 {time.monotonic() - began:.1f} 秒\n")
    return int(bool(looked.traces) or looked.stopped)


def as_text(looked: Looked, *, everything: bool = False) -> str:
    """Return what was found, a line each, then how to clean up and how much was looked at."""
    lines = []
    if looked.traces:
        shown = looked.traces if everything else looked.traces[:_SHOWN]
        lines.append(f"历史版本里有 {len(looked.traces)} 处个人号码（写的是最早出现的那次提交）：")
        lines += [_line(trace) for trace in shown]
        if len(shown) < len(looked.traces):
            lines.append(f"  ……还有 {len(looked.traces) - len(shown)} 处没有列出（加 -v 全部列出）")
        lines.append(CLEANING)
    else:
        lines.append("历史版本里没有发现个人号码。")
    lines += _limits(looked)
    lines.append(f"看了 {looked.commits} 次提交、{looked.versions} 个文件版本。")
    return "\n".join(lines) + "\n"


def as_json(looked: Looked) -> str:
    """Return the same as one JSON object."""
    traces = [trace._asdict() for trace in looked.traces]
    said = {"schema": 1, "history": traces, "commits": looked.commits, "versions": looked.versions}
    more = {"left_out": looked.left_out, "complete": not (looked.stopped or looked.shallow)}
    return json.dumps({**said, **more, "help": CLEANING if traces else ""}, ensure_ascii=False, indent=2) + "\n"


def as_findings(looked: Looked) -> tuple[Finding, ...]:
    """Return the same as findings, for the formats that machines read; each under the rule that would find it today."""
    return tuple(_finding(trace) for trace in looked.traces)


def _finding(trace: Trace) -> Finding:
    rule = rule_of(SLUGS[trace.kind]).rule
    said = tame(f"历史版本（提交 {trace.commit[:10]}，{trace.day}）里有{_WORDS[trace.kind]} {trace.masked}。")
    return Finding(rule.code, rule.slug, rule.severity, rule.title, said, trace.path, max(trace.line, 1), 1, cell=trace.cell, help=CLEANING)


def _line(trace: Trace) -> str:
    place = f"{trace.path}:{trace.cell or trace.line}" if trace.path else "提交说明"
    return tame(f"  {trace.commit[:10]} {trace.day} {place} {_WORDS[trace.kind]} {trace.masked}")


def _limits(looked: Looked) -> list[str]:
    lines = []
    if looked.stopped:
        lines.append("时间太长，没有查完。")
    if looked.shallow:
        lines.append("这个仓库只克隆了最近的几次提交，更早的没有查到。")
    if looked.left_out:
        lines.append(f"有 {looked.left_out} 个文件版本太大（超过 8 MB），没有查。")
    return lines
