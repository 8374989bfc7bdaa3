"""A theme's stylesheet made ready: knobs become :root, literals stand before var(), markers become selectors."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from disclosure.theming.theme import Knob
from disclosure.theming.theme import Theme

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_VAR = re.compile(r"var\(--([a-z0-9-]+)\)")
_SPACE = re.compile(r"\s+")
_TIGHT = re.compile(r"\s*([{};,>~])\s*")
_NOT_HUGE = "html:not(.huge) #huge:not(:target)~.wrap "
_HUGE = "html:not(.js) #huge:target~.wrap "
_BIG = "html:not(.js) #big:target~.wrap "
_CARDS = (".list", ".big .plain", ".huge .plain", f"{_BIG}.plain", f"{_HUGE}.plain")


@cache
def stylesheet(theme: Theme, name: str = "site.css") -> str:
    """Return the styles of a theme and of what it extends, the extended one first, as one minified sheet.

    ``.huge x`` also works without script (a link to #huge); ``.wide x`` holds while the size is not huge; ``.cards x``
    is a list, and in the larger sizes also a plain table, which would not fit. Before each declaration with var() the same stands with the literal value, for browsers older than 2016.
    """
    sources = [Path(folder) / name for folder in reversed(theme.folders)]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources if path.is_file())
    knobs = dict(theme.knobs)
    body = _RULE.sub(lambda match: _rule(match[1], match[2], knobs), _COMMENT.sub("", text))
    return roots(theme) + _tight(body) + "\n"


def roots(theme: Theme) -> str:
    """Return the :root rules that hold the knobs: light, dark, wide."""
    light = _declared({name: knob.value for name, knob in theme.knobs})
    dark = _declared({name: knob.dark for name, knob in theme.knobs if knob.dark})
    wide = _declared({name: knob.wide for name, knob in theme.knobs if knob.wide})
    return (
        f":root{{{light}}}"
        + (f"@media (prefers-color-scheme:dark){{html:not(.light){{{dark}}}}}html.dark{{{dark}}}" if dark else "")
        + (f"@media print{{html:not(.light),html.dark{{{light}}}}}" if dark else "")
        + (f"@media (min-width:720px){{:root{{{wide}}}}}" if wide else "")
    )


def _declared(values: dict[str, str]) -> str:
    return ";".join(f"--{name}:{value}" for name, value in values.items())


def _rule(selectors: str, declarations: str, knobs: dict[str, Knob]) -> str:
    lead = selectors[: len(selectors) - len(selectors.lstrip())]
    chosen = ",".join(_selector(_SPACE.sub(" ", piece.strip())) for piece in selectors.split(","))
    return f"{lead}{chosen}{{{';'.join(_with_literals(declarations, knobs))}}}"


def _selector(selector: str) -> str:
    if selector.startswith(".huge "):
        return f"{selector},{_HUGE}{selector[6:]}"
    if selector.startswith(".cards"):
        return ",".join(prefix + selector[6:] for prefix in _CARDS)
    return _NOT_HUGE + selector[6:] if selector.startswith(".wide ") else selector


def _with_literals(declarations: str, knobs: dict[str, Knob]) -> list[str]:
    made = []
    for piece in filter(str.strip, declarations.split(";")):
        name, _, value = piece.partition(":")
        declaration = f"{name.strip()}:{value.strip()}"
        literal = _VAR.sub(lambda match: knobs[match[1]].value if match[1] in knobs else match[0], declaration)
        made.extend([literal, declaration] if literal != declaration else [declaration])
    return made


def _tight(text: str) -> str:
    return _TIGHT.sub(r"\1", _SPACE.sub(" ", text)).replace(";}", "}").strip()
