"""Words of the command line to stages; nothing else. Light to import: what a verb needs is imported when it is asked for."""

import sys
from importlib import import_module
from importlib.util import find_spec

VERBS = {
    "build": ("disclosure.pipeline", "build", "检查并生成网站和要张贴的公示"),
    "check": ("disclosure.pipeline", "check", "只检查，不生成"),
    "explain": ("disclosure.commands.explain", "run", "解释一个问题代码、公开事项或法条"),
    "serve": ("disclosure.serve.run", "run", "在本机预览，改了文件自动重新生成"),
    "new": ("disclosure.commands.new", "run", "新建一份公开件，该填的项和上期接续的数都替你写好"),
    "fix": ("disclosure.commands.fix", "run", "代改可以放心改的写法：全角冒号、少空格等"),
    "report": ("disclosure.commands.report", "run", "出一份考核用的表格：完整率、逾期清单、答复时限、各村问题，放进 report/"),
    "mark": ("disclosure.commands.mark", "run", "把问题批注进明细工作簿的副本，退给报账员改，原件不动；放进 report/退回/"),
    "redact": ("disclosure.commands.redact", "run", "做安全副本：个人号码遮住、【私:…】清空，原件不动；放进 report/安全/"),
    "list": ("disclosure.commands.listing", "run", "列出公开事项、法条、地方档案、规则或应公开项"),
    "doctor": ("disclosure.doctor", "run", "检查本机缺什么（字体、排版库等）"),
}
"""Verb -> module, function, one line of help. A verb whose module is not there is not offered."""

_HISTORY = ("disclosure.commands.history", "run", "")
"""What ``check --history`` runs."""

OK, FINDINGS, USAGE, INTERRUPTED = 0, 1, 2, 130


def main(words: list[str] | None = None) -> int:
    """Run one command; returns 0 fine, 1 findings or failed artifacts, 2 usage or internal fault, 130 interrupted."""
    words = sys.argv[1:] if words is None else words
    if words in (["--version"], ["-V"]):
        return _version()
    _speak_utf8()
    try:
        return _run(words)
    except KeyboardInterrupt:
        sys.stderr.write("已中断\n")
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return OK
    except Exception as fault:  # noqa: BLE001 -- whatever escapes is a fault of ours: exit 2, and no text of a filing in it
        return _fault(fault, "-v" in words or "--verbose" in words)


def offered() -> dict[str, str]:
    """Return the verbs that work, each with its line of help."""
    return {verb: words for verb, (module, _, words) in VERBS.items() if find_spec(module) is not None}


def _run(words: list[str]) -> int:
    asked = import_module("disclosure.commands.words").read(words, offered())
    if isinstance(asked, int):
        return asked
    verb, options = asked
    unknown = _unknown_rules((*options.select, *options.ignore))
    if unknown:
        sys.stderr.write(f"没有这样的规则：{'、'.join(unknown)}。全部见 {import_module('disclosure.options').typed('list rules')}。\n")
        return USAGE
    if verb == "build":
        finished: int | None = import_module("disclosure.building.noop").finished(options)
        if finished is not None:
            return finished
    module, function, _ = _HISTORY if options.history else VERBS[verb]
    try:
        return int(getattr(import_module(module), function)(options))
    except import_module("disclosure.options").Unfit as refusal:
        sys.stderr.write(f"{refusal}\n")
        return USAGE


def _unknown_rules(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return what was selected or ignored and names no rule; the rules are loaded only when some are named."""
    return import_module("disclosure.rules.severity").unknown_selectors(names) if names else ()


def _version() -> int:
    sys.stdout.write(f"disclosure {import_module('disclosure').__version__}\n")
    return OK


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page; what it cannot show becomes a question mark, not a crash."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _fault(fault: Exception, verbose: bool) -> int:
    if verbose:
        sys.excepthook(type(fault), fault, fault.__traceback__)
    sys.stderr.write(f"程序内部出错（{type(fault).__name__}），这不是公开件的问题。加 -v 再运行一次可以看到详情。\n")
    return USAGE


if __name__ == "__main__":
    sys.exit(main())
