"""Frozen dataclasses <-> canonical JSON: how a document travels to the process that prints it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Bentuk = TypeVar("Bentuk")


def tulis(isi: Any) -> str:
    """The same data give the same text, so its hash can be a cache key."""
    return json.dumps(asdict(isi), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def baca(kelas: type[Bentuk], teks: str) -> Bentuk:
    """What ``tulis`` wrote. Fields are text, numbers, dataclasses, and tuples, lists, string-keyed
    mappings and ``| None`` of these; numbers that must stay exact travel as text. A field that the
    text does not have takes its default: what was frozen before it existed stays readable.
    """
    hasil: Bentuk = _bangun(kelas, json.loads(teks))
    return hasil


def _bangun(bentuk: Any, isi: Any) -> Any:
    if isinstance(bentuk, type) and is_dataclass(bentuk):
        ada = ((nama, jenis) for nama, jenis in _medan(bentuk) if nama in isi)
        return bentuk(**{nama: _bangun(jenis, isi[nama]) for nama, jenis in ada})
    asal, dalam = get_origin(bentuk), get_args(bentuk)
    if asal in (Union, UnionType):
        return None if isi is None else _bangun(_selain_none(dalam), isi)
    if asal is tuple:
        return _tuple(dalam, isi)
    if isinstance(asal, type) and issubclass(asal, Mapping):
        return {kunci: _bangun(dalam[1], nilai) for kunci, nilai in isi.items()}
    return [_bangun(dalam[0], satu) for satu in isi] if asal is list else isi


def _tuple(dalam: tuple[Any, ...], isi: Any) -> tuple[Any, ...]:
    if dalam[-1] is Ellipsis:
        return tuple(_bangun(dalam[0], satu) for satu in isi)
    return tuple(_bangun(jenis, satu) for jenis, satu in zip(dalam, isi, strict=True))


def _selain_none(dalam: tuple[Any, ...]) -> Any:
    sisa = [jenis for jenis in dalam if jenis is not type(None)]
    return sisa[0] if len(sisa) == 1 else Any


@cache
def _medan(kelas: type[Any]) -> tuple[tuple[str, Any], ...]:
    petunjuk = get_type_hints(kelas)
    return tuple((f.name, petunjuk[f.name]) for f in fields(kelas))
