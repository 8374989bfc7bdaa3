"""What may be said about a line that did not parse: the line as it should read with its words masked, libyaml in Chinese."""

from __future__ import annotations

import re

from disclosure.basis.private import scrub

_MOST = 100
_OPEN_NAMES = "类别|category|期间|period|所属期|covers|阶段|stage|批次|batch|单位|unit|级别|性质|代码|slug"
_OPEN_LINE = re.compile(rf"\s*(?:{_OPEN_NAMES}): ")
_NAME_OR_WORD = re.compile(
    r"(?P<name>(?:^\s*(?:- +)*|[{,]\s*)[^\s:,{}\[\]\"'#|][^:,{}\[\]\"'#|]{0,30}:(?=\s|$))|(?P<word>[^\W\d_]+|[0-9]{7,})"
)
_WORD = re.compile(r"[^\W\d_]+|[0-9]{7,}")

_PROBLEMS = {
    "mapping values are not allowed in this context": "这里多出一个冒号，或者这一行前面的空格数和上下行对不齐",
    "could not find expected ':'": "这里缺一个冒号（半角冒号后面要空一格）",
    "did not find expected key": "这一行和上面几行对不上：空格数没有对齐，或者「- 」列表和「名称: 值」混在了一起",
    "did not find expected '-' indicator": "这里应当是「- 」开头的一项，或者这一行的空格数没有对齐",
    "did not find expected ',' or '}'": "花括号里缺一个半角逗号，或者没有用 } 收尾",
    "did not find expected ',' or ']'": "方括号里缺一个半角逗号，或者没有用 ] 收尾",
    "did not find expected node content": "这里少写了内容（多了一个逗号或括号？）",
    "did not find expected <document start>": "内容已经结束，后面又多出文字",
    "block sequence entries are not allowed in this context": "「- 」列表不能写在这里，请另起一行、缩进两格",
    "block collections are not allowed in this context": "这里不能再开始一层内容，请另起一行、缩进两格",
    "found character that cannot start any token": "值不能以这个符号开头，请加上引号",
    "found a tab character that violates indentation": "缩进里有制表符（Tab），请改成空格",
    "found a tab character where an indentation space is expected": "缩进里有制表符（Tab），请改成空格",
    "found unexpected end of stream": "引号或括号没有收尾，一直到文件末尾都没有找到另一半",
    "found unexpected document indicator": "引号里不能有单独一行的 --- 或 ...",
    "found unknown escape character": "双引号里的反斜杠 \\ 有特别的意思，请改用单引号",
    "did not find expected hexdecimal number": "双引号里的反斜杠 \\ 有特别的意思，请改用单引号",
    "did not find expected comment or line break": "「|」或「>」后面不能再写文字，请另起一行",
    "did not find expected alphabetic or numeric character": "值以 * 或 & 开头时要加引号",
    "did not find expected whitespace or line break": "值以 ! 或 % 开头时要加引号",
    "found undefined tag handle": "值以 ! 开头时要加引号",
    "not a mapping": "这里只是一段文字，不是「名称: 值」",
}


def shown(line: str) -> str:
    """Return a line fit to be shown to anybody: names and punctuation stay, words in values become ●, numbers are scrubbed.

    Which columns are personal is not known before a text parses, so all words of values are covered.
    """
    line = line.replace("\t", " ")
    line = scrub(line.rstrip() if len(line) <= _MOST else line[:_MOST] + "…")
    return line if _OPEN_LINE.match(line) else _NAME_OR_WORD.sub(_covered, line)


def covered(text: str) -> str:
    """Return a text of which nothing is known with all its words covered."""
    return _WORD.sub(lambda word: _dots(word[0]), scrub(text[:_MOST].rstrip().replace("\t", " ")))


def shown_name(name: str) -> str:
    """Return a name or a sign fit to be shown inside a sentence."""
    return scrub(name if len(name) <= 24 else name[:24] + "…")


def problem_words(problem: str) -> str:
    """Return libyaml's complaint in plain Chinese."""
    return _PROBLEMS.get(problem, "写法有误，请对照上下行检查冒号、空格、引号和括号")


def _covered(found: re.Match[str]) -> str:
    return found["name"] or _dots(found["word"])


def _dots(word: str) -> str:
    return "●" * min(len(word), 6)
