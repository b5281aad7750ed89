"""What the tree page reads of a document, as the quality rules want it."""

from __future__ import annotations

from kinerja.aturan.isi import IsiIndikator, IsiPohon, IsiSimpul
from kinerja.aturan.mutu.bahan import Bahan, Kotak, Nomenklatur, Ukuran


def bahan_dokumen(isi: IsiPohon, nomenklatur: Nomenklatur | None = None) -> Bahan:
    """``isi`` is the reading of a whole document: indicators with their ``rinci``."""
    uid = {s.id: s.uid for s in isi.simpul}
    kotak = tuple(_kotak(s, uid.get(s.induk or 0)) for s in isi.simpul)
    return Bahan(jenis=isi.jenis, tahun=isi.tahun, kotak=kotak, nomenklatur=nomenklatur)


def _kotak(s: IsiSimpul, induk: str | None) -> Kotak:
    return Kotak(
        uid=s.uid,
        induk=induk,
        jenjang=s.jenjang,
        kode=s.kode,
        nama=s.nama,
        kinerja=s.kinerja,
        unit=s.unit,
        ukuran=tuple(_ukuran(i) for i in s.indikator),
        berpagu=any(p.nilai for p in s.pagu),
        dijawab=s.dijawab,
    )


def _ukuran(i: IsiIndikator) -> Ukuran:
    r = i.rinci
    ukuran = Ukuran(
        uid=i.uid,
        teks=i.teks,
        satuan=i.satuan,
        target=tuple(sorted(i.angka.items())),
        terisi=tuple(sorted(i.target)),
    )
    if r is None:
        return ukuran
    return Ukuran(
        uid=i.uid,
        teks=i.teks,
        satuan=i.satuan,
        target=ukuran.target,
        terisi=ukuran.terisi,
        baseline=r.baseline,
        arah=r.arah,
        agregasi=i.agregasi,
        frekuensi=r.frekuensi,
        formulasi=tuple(b for b in r.formulasi if b.strip()),
        definisi=r.definisi,
        sumber_data=r.sumber_data,
        ditanggung=r.ditanggung or bool(r.penanggung_jawab),
        utama=r.utama,
    )
