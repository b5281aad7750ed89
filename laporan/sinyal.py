"""Signals between a worker and the child that prints for it: neither outlives the other."""

from __future__ import annotations

import ctypes
import os
import signal
import threading
from types import FrameType, TracebackType

PR_SET_PDEATHSIG = 1
SINYAL = (signal.SIGINT, signal.SIGTERM)


class TandaHenti:
    """True once the process was asked to stop while ``with`` lasted.

    Whoever listened before is told as well, so a worker still ends after its task. Only the main
    thread can listen; in another the mark just stays down.
    """

    def __init__(self) -> None:
        self._diminta = False
        self._semula: dict[signal.Signals, signal._HANDLER] = {}

    def __bool__(self) -> bool:
        return self._diminta

    def __enter__(self) -> TandaHenti:
        if threading.current_thread() is threading.main_thread():
            for nomor in SINYAL:
                semula = signal.getsignal(nomor)
                if callable(semula):
                    self._semula[nomor] = semula
                    signal.signal(nomor, self._terima)
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, galat: BaseException | None,
        jejak: TracebackType | None,
    ) -> None:  # fmt: skip
        for nomor, semula in self._semula.items():
            if signal.getsignal(nomor) == self._terima:
                signal.signal(nomor, semula)

    def _terima(self, nomor: int, bingkai: FrameType | None) -> None:
        self._diminta = True
        semula = self._semula[signal.Signals(nomor)]
        if callable(semula):
            semula(nomor, bingkai)


def ikut_mati(induk: int) -> None:
    """Linux: this process is killed together with ``induk``, its parent, however that one ends."""
    try:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    except (OSError, AttributeError):
        return
    if os.getppid() != induk:  # it was gone before the kernel was told
        raise SystemExit(1)
