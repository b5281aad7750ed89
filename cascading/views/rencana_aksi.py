"""The action plan of a document: what is done for the targets of each box."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Max
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from cascading.batal_tercatat import batalkan_tercatat
from cascading.forms.laporan import RencanaAksiForm
from cascading.lembar_aksi import lembar_aksi
from cascading.models import RencanaAksi
from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk, wajib_menyusun
from kinerja.aturan.alamat import angka_alamat
from kinerja.models import Pohon, Riwayat, Simpul
from kinerja.pilihan import PENYUSUN, JenisPohon
from kinerja.views.pengaturan.formulir import Halaman, isi_formulir, jalankan, siapa
from kinerja.views.simpul import simpul_terlihat
from kinerja.views.tahun import tahun_tahap


@require_safe
@untuk(YANG_MASUK)
def rencana_aksi(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """All boxes with their targets of the quarters and their actions."""
    pohon = cascading_terlihat(request, pohon_id)
    tahun, _ = tahun_tahap(request, pohon)
    semua = request.user.menyusun(pohon.perangkat_daerah)
    boleh = None if semua else request.user.kotak_disusun(pohon)
    lembar = lembar_aksi(pohon, tahun, boleh=set() if pohon.arsip else boleh)
    return render(request, "cascading/rencana_aksi.html", {"pohon": pohon, "lembar": lembar})


@untuk(*PENYUSUN)
def rencana_aksi_baru(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """A new line, behind those that the box has."""
    simpul = simpul_terlihat(request, simpul_id)
    pohon = simpul.pohon
    wajib_menyusun(request, pohon.perangkat_daerah, simpul)
    tahun, _ = tahun_tahap(request, pohon)
    milik = {"perangkat_daerah": pohon.perangkat_daerah, "simpul_uid": simpul.uid, "tahun": tahun}
    akhir = RencanaAksi.objects.filter(**milik).aggregate(n=Max("urutan"))["n"] or 0
    form = RencanaAksiForm(request.POST or None, initial={"urutan": akhir + 1})
    return isi_formulir(
        request,
        form,
        lambda: RencanaAksi(**milik, **form.isi_baru()).daftarkan(**siapa(request)),
        _halaman(simpul, tahun, "Rencana aksi baru", "Rencana aksi ditambahkan."),
    )


@untuk(*PENYUSUN)
def rencana_aksi_ubah(request: PermintaanMasuk, aksi_id: int) -> HttpResponse:
    aksi, simpul = _milik(request, aksi_id)
    form = RencanaAksiForm(request.POST or None, objek=aksi)
    lembar = _halaman(simpul, aksi.tahun, "Ubah rencana aksi", "Rencana aksi diubah.",
                      reverse("rencana-aksi-penghapusan", args=[aksi.pk]))  # fmt: skip
    return isi_formulir(
        request, form, lambda: aksi.ubah(**form.isi_ubah(), **siapa(request)), lembar
    )


@require_POST
@untuk(*PENYUSUN)
def rencana_aksi_hapus(request: PermintaanMasuk, aksi_id: int) -> HttpResponse:
    aksi, simpul = _milik(request, aksi_id)
    kembali = _alamat(simpul.pohon, aksi.tahun)
    return jalankan(request, lambda: aksi.hapus(**siapa(request)), kembali, "Rencana aksi dihapus.")


@require_POST
@untuk(*PENYUSUN)
def rencana_aksi_batal(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """Undo the event of that number; undoing that is redo."""
    pohon = cascading_terlihat(request, pohon_id)
    nomor = angka_alamat(request.POST.get("nomor", ""))
    riwayat = get_object_or_404(
        Riwayat, perangkat_daerah=pohon.perangkat_daerah, pohon=None,
        perubahan__0__jenis="rencanaaksi", nomor=nomor,
    )  # fmt: skip
    wajib_menyusun(request, pohon.perangkat_daerah, _kotak(pohon, riwayat))
    tahun, _ = tahun_tahap(request, pohon)
    return jalankan(
        request,
        lambda: batalkan_tercatat(RencanaAksi, riwayat, **siapa(request)),
        _alamat(pohon, tahun),
        "Perubahan rencana aksi dibatalkan.",
    )


def _kotak(pohon: Pohon, riwayat: Riwayat) -> Simpul | None:
    """The box that an event was about; None where it is in no edition any more."""
    baris = riwayat.perubahan[0]
    isi = {**(baris["sebelum"] or {}), **(baris["sesudah"] or {})}
    uid = isi.get("simpul_uid")
    if uid is None:
        milik = RencanaAksi.objects.filter(pk=baris["kunci"][0])
        uid = milik.values_list("simpul_uid", flat=True).first()
    return Simpul.objects.filter(pohon=pohon, uid=uid).first()


def cascading_terlihat(request: PermintaanMasuk, pohon_id: int) -> Pohon:
    """404 for what the reader may not see and for other kinds."""
    daftar = Pohon.objects.terlihat_oleh(request.user).filter(jenis=JenisPohon.CASCADING)
    pohon: Pohon = get_object_or_404(
        daftar.select_related("perangkat_daerah__pemda", "periode"), pk=pohon_id
    )
    return pohon


def _milik(request: PermintaanMasuk, aksi_id: int) -> tuple[RencanaAksi, Simpul]:
    """A line and its box, in the latest edition that has it."""
    aksi = get_object_or_404(RencanaAksi, pk=aksi_id)
    simpul = _terbaru(request, aksi.simpul_uid)
    wajib_menyusun(request, simpul.pohon.perangkat_daerah, simpul)
    return aksi, simpul


def _terbaru(request: PermintaanMasuk, uid: UUID) -> Simpul:
    boleh = Pohon.objects.terlihat_oleh(request.user)
    akhir = Simpul.objects.filter(uid=uid, pohon__in=boleh).order_by("-pohon__edisi")
    pk = akhir.values_list("pk", flat=True).first()
    return simpul_terlihat(request, pk or 0)


def _alamat(pohon: Pohon, tahun: int) -> str:
    return f"{reverse('rencana-aksi', args=[pohon.pk])}?tahun={tahun}"


def _halaman(
    simpul: Simpul, tahun: int, judul: str, pesan: str, hapus: str = ""
) -> Halaman:  # fmt: skip
    pohon = simpul.pohon
    alamat = _alamat(pohon, tahun)
    remah = (
        (reverse("pohon", args=[pohon.pk]), f"{pohon.sebutan} {pohon.perangkat_daerah}"),
        (alamat, f"Rencana aksi {tahun}"),
    )
    keterangan = f"{simpul.get_jenjang_display()} {simpul.sebutan}"
    return Halaman(judul=judul, kembali=alamat, remah=remah, pesan=pesan, hapus=hapus,
                   keterangan=keterangan)  # fmt: skip
