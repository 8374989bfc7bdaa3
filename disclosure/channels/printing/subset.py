"""A font cut to some of its characters by HarfBuzz, called without a binding: WeasyPrint loads the same library."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
from collections.abc import Iterable
from typing import Any

_LAYOUT_FEATURES = 6
"""HB_SUBSET_SETS_LAYOUT_FEATURE_TAG."""


def _library(name: str) -> Any:
    found = ctypes.util.find_library(name)
    return ctypes.CDLL(found) if found else None


def subset(path: str, index: int, characters: Iterable[int]) -> bytes | None:
    """Return the font ``index`` of a file cut to ``characters``, without layout features; None where the library is missing."""
    hb, cut = _library("harfbuzz"), _library("harfbuzz-subset")
    if hb is None or cut is None:
        return None
    for library, name in ((hb, "hb_blob_create_from_file"), (hb, "hb_face_create"), (hb, "hb_face_reference_blob"), (hb, "hb_blob_get_data")):
        getattr(library, name).restype = ctypes.c_void_p
    for name in ("hb_subset_input_create_or_fail", "hb_subset_input_unicode_set", "hb_subset_input_set", "hb_subset_or_fail"):
        getattr(cut, name).restype = ctypes.c_void_p
    pointer = ctypes.c_void_p
    face = pointer(hb.hb_face_create(pointer(hb.hb_blob_create_from_file(os.fsencode(path))), index))
    wish = pointer(cut.hb_subset_input_create_or_fail())
    wanted = pointer(cut.hb_subset_input_unicode_set(wish))
    for character in characters:
        hb.hb_set_add(wanted, character)
    hb.hb_set_clear(pointer(cut.hb_subset_input_set(wish, _LAYOUT_FEATURES)))
    made = pointer(cut.hb_subset_or_fail(face, wish))
    if not made:
        return None
    size = ctypes.c_uint()
    data = hb.hb_blob_get_data(pointer(hb.hb_face_reference_blob(made)), ctypes.byref(size))
    return ctypes.string_at(data, size.value)
