"""Verbs of Pohon that say who answers: for a box positions (tugaskan, lepas_tugas) and agencies
(ampu, lepas_ampu), for the value of an indicator both (tanggungkan).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kinerja.aturan.penugasan import TUNGGAL, periksa_tunggal
from kinerja.aturan.teks import cuplik
from kinerja.aturan.temuan import tolak, tolak_bila
from kinerja.models.indikator import Indikator
from kinerja.models.jabatan import Jabatan
from kinerja.models.pemda import PerangkatDaerah
from kinerja.models.penyusunan import HILANG, tolak_bila_asing
from kinerja.models.perubahan import Isi, Kunci, Perubahan, baca_baris
from kinerja.models.riwayat import Riwayat
from kinerja.models.simpul import Simpul
from kinerja.pilihan import PeranTugas

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna
    from kinerja.models.pemda import PerangkatDaerah
    from kinerja.models.pohon import Pohon

Tugas = dict[Kunci, Isi]
"""Assignments by (uid of the box, key of the position)."""


class Penugas:
    """Mixed into Pohon. One event whatever the number of boxes."""

    _tulis: Any

    def tugaskan(
        self,
        simpul: Simpul | Sequence[Simpul],
        jabatan: Jabatan,
        peran: str = PeranTugas.PENANGGUNG_JAWAB,
        *,
        oleh: Pengguna,
        pada: datetime,
        gantikan: bool = False,
    ) -> Riwayat | None:
        """A position answers for one box or several; what it did there before becomes ``peran``.

        A sub kegiatan has one penanggung jawab: with ``gantikan`` the earlier one lets go of it,
        else the whole is refused (PENANGGUNG_JAWAB_GANDA).
        """
        kotak = _kotak(self, simpul)
        if peran not in PeranTugas.values:
            raise tolak("PERAN_TUGAS", "Pilih peran jabatan itu: penanggung jawab atau lainnya.")

        def susun(pohon: Pohon) -> list[Perubahan]:
            ada = _tugas(pohon, kotak)
            hasil: list[Perubahan] = []
            if peran == PeranTugas.PENANGGUNG_JAWAB:
                hasil += _lepaskan(kotak, jabatan, ada, gantikan)
            for s in kotak:
                kunci, baru = (str(s.uid), jabatan.pk), {"peran": str(peran)}
                if ada.get(kunci) != baru:
                    hasil.append(Perubahan("penugasan", kunci, ada.get(kunci), baru))
            return hasil

        sebagai = PeranTugas(peran).label.lower()
        kata = f"{cuplik(jabatan.nama, 80)} menjadi {sebagai} {_sebutan(kotak)}"
        return self._tulis("tugaskan", kata, susun, oleh=oleh, pada=pada)

    def lepas_tugas(
        self,
        simpul: Simpul | Sequence[Simpul],
        jabatan: Jabatan,
        *,
        oleh: Pengguna,
        pada: datetime,
    ) -> Riwayat | None:
        """The position answers no longer for these boxes; those that it never had stay so."""
        kotak = _kotak(self, simpul)

        def susun(pohon: Pohon) -> list[Perubahan]:
            ada = _tugas(pohon, kotak)
            return [
                Perubahan("penugasan", kunci, isi, None)
                for kunci, isi in ada.items()
                if kunci[1] == jabatan.pk
            ]

        kata = f"{cuplik(jabatan.nama, 80)} dilepas dari {_sebutan(kotak)}"
        return self._tulis("lepas_tugas", kata, susun, oleh=oleh, pada=pada)

    def ampu(
        self, simpul: Simpul, lembaga: PerangkatDaerah, *, oleh: Pengguna, pada: datetime
    ) -> Riwayat | None:
        """An agency answers for a box (carries a condition out). None when it does already."""
        kata = f"{lembaga} menjadi pelaksana {_sebutan([simpul])}"
        return self._pengampu("ampu", kata, simpul, lembaga, ada=True, oleh=oleh, pada=pada)

    def lepas_ampu(
        self, simpul: Simpul, lembaga: PerangkatDaerah, *, oleh: Pengguna, pada: datetime
    ) -> Riwayat | None:
        """The agency answers no longer for the box."""
        kata = f"{lembaga} dilepas dari {_sebutan([simpul])}"
        return self._pengampu("lepas_ampu", kata, simpul, lembaga, ada=False, oleh=oleh, pada=pada)

    def _pengampu(
        self, kata_kerja: str, kata: str, simpul: Simpul, lembaga: PerangkatDaerah, *,
        ada: bool, oleh: Pengguna, pada: datetime,
    ) -> Riwayat | None:  # fmt: skip
        kunci = (str(_kotak(self, simpul)[0].uid), lembaga.pk)

        def susun(pohon: Pohon) -> list[Perubahan]:
            lama = baca_baris(pohon, "pengampu", simpul=[kunci[0]])
            if (kunci in lama) == ada:
                return []
            isi: tuple[Isi | None, Isi | None] = (None, {}) if ada else ({}, None)
            return [Perubahan("pengampu", kunci, *isi)]

        return self._tulis(kata_kerja, kata, susun, oleh=oleh, pada=pada)

    def tanggungkan(
        self,
        indikator: Indikator,
        *,
        jabatan: Iterable[Jabatan],
        lembaga: Iterable[PerangkatDaerah],
        oleh: Pengguna,
        pada: datetime,
    ) -> Riwayat | None:
        """These positions and agencies answer for an indicator from now on, and nobody else."""
        tolak_bila_asing(self, indikator)
        uid = str(indikator.uid)
        kini = {
            "penanggung_jabatan": {(uid, j.pk) for j in jabatan},
            "penanggung_lembaga": {(uid, p.pk) for p in lembaga},
        }

        def susun(pohon: Pohon) -> list[Perubahan]:
            return [
                Perubahan(jenis, k, None if k in mau else {}, {} if k in mau else None)
                for jenis, mau in kini.items()
                for k in sorted(mau ^ baca_baris(pohon, jenis, kunci={uid}).keys())
            ]

        kata = f"Penanggung jawab indikator “{cuplik(indikator.teks, 120)}” ditetapkan"
        return self._tulis("tanggungkan", kata, susun, oleh=oleh, pada=pada)


def _kotak(pohon: Any, simpul: Simpul | Sequence[Simpul]) -> list[Simpul]:
    daftar = [simpul] if isinstance(simpul, Simpul) else simpul
    kotak = list({s.uid: s for s in daftar}.values())
    if not kotak:
        raise tolak("TUGAS_KOSONG", "Pilih paling sedikit satu kotak.")
    tolak_bila_asing(pohon, *kotak)
    return kotak


def _sebutan(kotak: Sequence[Simpul]) -> str:
    satu = kotak[0]
    if len(kotak) == 1:
        return f"{satu.get_jenjang_display().lower()} “{cuplik(satu.sebutan, 100)}”"
    return f"{len(kotak)} kotak"


def _tugas(pohon: Pohon, kotak: Sequence[Simpul]) -> Tugas:
    """The assignments of some boxes as they are under the lock; the boxes must still be there."""
    uid = [str(s.uid) for s in kotak]
    if Simpul.objects.filter(pohon=pohon, uid__in=uid).count() != len(set(uid)):
        raise tolak("SIMPUL_HILANG", HILANG)
    return {kunci: isi for kunci, (_, isi) in baca_baris(pohon, "penugasan", simpul=uid).items()}


def _lepaskan(
    kotak: Sequence[Simpul], jabatan: Jabatan, ada: Tugas, gantikan: bool
) -> list[Perubahan]:
    """The earlier penanggung jawab of boxes that have one each go, or the new one is refused."""
    tunggal = {str(s.uid): s for s in kotak if s.jenjang in TUNGGAL}
    lama = {
        kunci: isi
        for kunci, isi in ada.items()
        if kunci[0] in tunggal
        and kunci[1] != jabatan.pk
        and isi["peran"] == PeranTugas.PENANGGUNG_JAWAB
    }
    if lama and not gantikan:
        nama = dict(Jabatan.objects.filter(pk__in={k[1] for k in lama}).values_list("pk", "nama"))
        tolak_bila(
            temuan
            for uid, pk in lama
            for temuan in periksa_tunggal(tunggal[uid].jenjang, nama[pk], tunggal[uid].sebutan)
        )
    return [Perubahan("penugasan", kunci, isi, None) for kunci, isi in lama.items()]
