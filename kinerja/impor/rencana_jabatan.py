"""A table of positions on its way into a cascading per jabatan: plan, apply, undo.

The preview is that of every import: a row per box with what becomes of it. What the workbook leaves
empty stays; the same workbook again changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kinerja.aturan.peta_jabatan import (
    INDIKATOR,
    KINERJA,
    NAMA_DAFTAR,
    IsiKotak,
    cocokkan,
    periksa_kotak,
    rapikan_butir,
)
from kinerja.aturan.temuan import Temuan, tolak, tolak_bila
from kinerja.impor.pencocokan import BarisBuku
from kinerja.impor.rencana import (
    BARU,
    BERUBAH,
    DIPINDAH,
    SAMA,
    BarisRencana,
    Beda,
    Rencana,
    Ringkasan,
)
from kinerja.models import KotakJabatan, Pengguna, PetaJabatan, Riwayat, SesiImpor
from kinerja.models.perubahan import Perubahan
from kinerja.pilihan import StatusSesiImpor

if TYPE_CHECKING:
    from kinerja.impor.bacaan import HasilBaca, SimpulBaca, TabelBaca

JENIS = "jabatan"
NAMA_MEDAN = {"nama": "Nama jabatan", "nomor": "Nomor", **NAMA_DAFTAR}
TANPA_PERIODE = "Pilih dokumen tujuan, atau dokumen baru dengan periodenya."


@dataclass
class _Kotak:
    """A row of the workbook, its box as it would stand, and the place of its parent."""

    baca: SimpulBaca
    lembar: str
    isi: IsiKotak
    induk: int | None
    kotak: KotakJabatan = field(default_factory=KotakJabatan)
    nasib: str = BARU
    beda: list[Beda] = field(default_factory=list)


def berjabatan(hasil: HasilBaca) -> bool:
    """Does the workbook hold positions, and nothing that becomes a tree?"""
    return bool(hasil.tabel) and all(t.jenis == JENIS for t in hasil.tabel)


def rencana_jabatan(sesi: SesiImpor, hasil: HasilBaca) -> Rencana:
    """What applying would do to the map of the session's agency, periode and title."""
    daftar = _susun(hasil, _peta(sesi))
    nasib = Counter(k.nasib for k in daftar)
    return Rencana(
        perubahan=[p for k in daftar for p in _perubahan(k, daftar)],
        baris=[_baris(k, daftar) for k in daftar],
        temuan=[t for k in daftar for t in _temuan(k)],
        ringkasan=Ringkasan(
            baru=nasib[BARU], berubah=nasib[BERUBAH], dipindah=nasib[DIPINDAH], sama=nasib[SAMA]
        ),
    )


def terapkan_jabatan(
    sesi: SesiImpor, hasil: HasilBaca, *, oleh: Pengguna, pada: datetime
) -> Riwayat:
    """Write the plan as one event; ``sesi`` is locked. Refused when it is not what was shown."""
    lembaga, periode, judul = _tujuan(sesi)
    peta = _peta(sesi) or PetaJabatan(perangkat_daerah=lembaga, periode=periode, judul=judul)
    peta.kunci()
    rencana = rencana_jabatan(sesi, hasil)
    tolak_bila(rencana.temuan)
    if rencana.sidik != sesi.sidik_rencana:
        pesan = "Isinya berubah sesudah pratinjau dibuat; periksa pratinjau yang baru."
        raise tolak("RENCANA_BASI", pesan)
    if peta.pk is None:
        peta.daftarkan(oleh=oleh, pada=pada)
    daftar = _susun(hasil, peta)
    riwayat = peta.muat(
        [(k.kotak, k.induk) for k in daftar],
        oleh=oleh,
        pada=pada,
        ringkasan=f"impor {sesi.nama_berkas[:150]}, {len(daftar)} kotak",
    )
    if riwayat is None:
        raise tolak("TANPA_PERUBAHAN", "Tidak ada yang berubah; isinya sudah sama.")
    sesi.peta_jabatan, sesi.riwayat = peta, riwayat
    sesi.status = StatusSesiImpor.DITERAPKAN
    sesi.save(update_fields=["peta_jabatan", "riwayat", "status"])
    return riwayat


def batalkan_jabatan(sesi: SesiImpor, *, oleh: Pengguna, pada: datetime) -> None:
    """Take the boxes of an applied import back; once."""
    peta, riwayat = sesi.peta_jabatan, sesi.riwayat
    if peta is None or riwayat is None or sesi.status != StatusSesiImpor.DITERAPKAN:
        raise tolak("SUDAH_DIBATALKAN", "Impor ini sudah dibatalkan.")
    peta.batalkan(riwayat, oleh=oleh, pada=pada)
    sesi.status = StatusSesiImpor.DIBATALKAN
    sesi.save(update_fields=["status"])


def _tujuan(sesi: SesiImpor) -> tuple[Any, Any, str]:
    """(agency, periode, title) of the map; those of the document where one was chosen."""
    if sesi.pohon is not None:
        return sesi.pohon.perangkat_daerah, sesi.pohon.periode, sesi.pohon.judul
    if sesi.periode is None:
        raise tolak("DOKUMEN_DIPERLUKAN", TANPA_PERIODE)
    return sesi.perangkat_daerah, sesi.periode, sesi.judul


def _peta(sesi: SesiImpor) -> PetaJabatan | None:
    lembaga, periode, judul = _tujuan(sesi)
    milik = PetaJabatan.objects.filter(perangkat_daerah=lembaga, periode=periode, judul=judul)
    return milik.select_related("perangkat_daerah", "periode").first()


def _susun(hasil: HasilBaca, peta: PetaJabatan | None) -> list[_Kotak]:
    """The rows of all tables against the boxes of the map, where there is one."""
    daftar = [k for tabel in hasil.tabel for k in _dari_tabel(tabel)]
    lama = {k.pk: k for k in peta.kotak.order_by("urutan", "pk")} if peta else {}
    pasang = cocokkan([k.isi for k in daftar], {pk: k.isi for pk, k in lama.items()})
    urutan = max((k.urutan for k in lama.values()), default=-1) + 1
    for letak, k in enumerate(daftar):
        if letak in pasang:
            k.kotak = lama[pasang[letak]]
        else:
            k.kotak.urutan = urutan + letak
        semula, tingkat = k.kotak.isi, k.kotak.tingkat
        _isikan(k)
        if k.kotak.pk:
            k.beda = list(_beda(semula, k.kotak.isi))
            if tingkat != k.kotak.tingkat:
                k.beda.append(Beda("Jenjang jabatan", tingkat, k.kotak.tingkat))
    for k in daftar:
        if k.kotak.pk:
            di_atas = None if k.induk is None else daftar[k.induk].kotak
            pindah = di_atas is not None and (di_atas.pk is None or di_atas.pk != k.kotak.induk_id)
            k.nasib = DIPINDAH if pindah else BERUBAH if k.beda else SAMA
    return daftar


def _dari_tabel(tabel: TabelBaca) -> Iterator[_Kotak]:
    letak = {s.id: n for n, s in enumerate(tabel.simpul)}
    for s in tabel.simpul:
        ragu = s.lain.get("dugaan", frozenset())
        yield _Kotak(
            s,
            tabel.lembar,
            IsiKotak(
                s.id if s.lain.get("ber_id") else s.no,
                s.nama,
                rapikan_butir(s.lain["kinerja_utama"]),
                rapikan_butir(i.teks for i in s.indikator),
                bool(ragu & {"nama", "kolom_nama"}),
                bool(ragu & {"induk", "kolom_induk"}) and s.induk is not None,
            ),
            letak.get(s.induk or ""),
        )


def _isikan(k: _Kotak) -> None:
    """What the row says into its box; what it leaves empty stays."""
    kotak, isi = k.kotak, k.isi
    if isi.nama:
        kotak.nama, kotak.nama_dugaan = isi.nama[:200], isi.nama_dugaan
    kotak.nomor = isi.nomor[:40] or kotak.nomor
    kotak.tingkat = str(k.baca.lain.get("level", ""))[:80] or kotak.tingkat
    kotak.kinerja_utama = list(isi.kinerja_utama) or kotak.kinerja_utama
    kotak.indikator = list(isi.indikator) or kotak.indikator
    if k.induk is not None:
        kotak.induk_dugaan = isi.induk_dugaan


def _beda(lama: IsiKotak, baru: IsiKotak) -> Iterator[Beda]:
    for medan in ("nama", "nomor", KINERJA, INDIKATOR):
        dulu, kini = getattr(lama, medan), getattr(baru, medan)
        if dulu != kini:
            yield Beda(NAMA_MEDAN[medan], _teks(dulu), _teks(kini))
    for medan, nama in (("nama_dugaan", "Nama dugaan"), ("induk_dugaan", "Letak dugaan")):
        if getattr(lama, medan) != getattr(baru, medan):
            yield Beda(nama, *("ya" if getattr(i, medan) else "tidak" for i in (lama, baru)))


def _teks(nilai: str | Sequence[str]) -> str:
    return nilai if isinstance(nilai, str) else "; ".join(nilai)


def _perubahan(k: _Kotak, daftar: Sequence[_Kotak]) -> Iterator[Perubahan]:
    """What the fingerprint of the plan is made of."""
    if k.nasib == SAMA:
        return
    kotak = k.kotak
    isi = {m: getattr(kotak, m) for m in ("nama", "tingkat", "nomor", KINERJA, INDIKATOR)}
    isi |= {"nama_dugaan": kotak.nama_dugaan, "induk_dugaan": kotak.induk_dugaan, "induk": k.induk}
    yield Perubahan("kotakjabatan", (kotak.pk or daftar.index(k), k.nasib), None, isi)


def _baris(k: _Kotak, daftar: Sequence[_Kotak]) -> BarisRencana:
    """A row of the preview; the first list stands where other rows have their sentence."""
    s = k.baca
    s.kinerja = "; ".join(k.isi.kinerja_utama)
    induk = daftar[k.induk].baca.id if k.induk is not None else None
    return BarisRencana(BarisBuku(s, k.lembar, None, induk, "Jabatan"), "", k.nasib, k.beda)


def _temuan(k: _Kotak) -> Iterator[Temuan]:
    for t in periksa_kotak(k.isi):
        sel = k.baca.sel.get("nama", "")
        yield t.di(lembar=k.lembar, sel=sel, medan=t.letak.medan)
