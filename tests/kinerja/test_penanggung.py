"""Who answers for the value of an indicator: positions and agencies, several of each."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import (
    Indikator,
    Jabatan,
    PenanggungJabatan,
    PenanggungLembaga,
    Pohon,
    Riwayat,
)
from kinerja.pilihan import JenisJabatan
from tests.factories import PADA, buat_dinas
from tests.kinerja.ukur_uji import berlakukan, buat_terukur


def jabatan(dinas, nama="Kepala Bidang"):
    return Jabatan.objects.create(
        perangkat_daerah=dinas, nama=nama, jenis=JenisJabatan.ADMINISTRATOR
    )


@pytest.fixture
def indikator(pohon, jalur, perencana):
    return buat_terukur(pohon, jalur, perencana, penanggung_jawab="Seksi Data")


@pytest.fixture
def lain(dinas):
    return buat_dinas(dinas.pemda, nama="Dinas Pekerjaan Umum", kode="1.03.01")


def isi(indikator):
    return (
        sorted(indikator.penanggung_jabatan.values_list("jabatan__nama", flat=True)),
        sorted(indikator.penanggung_lembaga.values_list("perangkat_daerah__nama", flat=True)),
    )


def kirim(client, indikator, **data):
    return client.post(reverse("indikator-penanggung", args=[indikator.pk]), data)


def test_positions_and_agencies_are_named_shown_and_undone(
    client, indikator, dinas, lain, perencana, pohon
):
    satu, dua = jabatan(dinas), jabatan(dinas, "Sekretaris")
    client.force_login(perencana)

    assert kirim(client, indikator, jabatan=[satu.pk, dua.pk], lembaga=[lain.pk]).status_code == 302
    assert isi(indikator) == (["Kepala Bidang", "Sekretaris"], ["Dinas Pekerjaan Umum"])
    halaman = client.get(reverse("indikator-lembar", args=[indikator.pk])).content.decode()
    assert "Seksi Data; Kepala Bidang; Sekretaris; Dinas Pekerjaan Umum" in halaman

    assert kirim(client, indikator, jabatan=[dua.pk]).status_code == 302
    assert isi(indikator) == (["Sekretaris"], [])

    terakhir = Riwayat.objects.filter(pohon=pohon).latest("nomor")
    assert terakhir.kata_kerja == "tanggungkan"
    pohon.batalkan(terakhir, oleh=perencana, pada=PADA)
    assert isi(indikator) == (["Kepala Bidang", "Sekretaris"], ["Dinas Pekerjaan Umum"])


def test_those_of_others_are_refused(client, indikator, lain, perencana, perencana_lain, evaluator):
    asing = jabatan(lain)
    client.force_login(perencana)
    jawab = kirim(client, indikator, jabatan=[asing.pk])
    assert jawab.status_code == 422
    assert "bukan dari perangkat daerah ini" in jawab.content.decode()
    assert isi(indikator) == ([], [])

    client.force_login(evaluator)
    assert kirim(client, indikator).status_code == 403
    client.force_login(perencana_lain)
    assert kirim(client, indikator).status_code == 404
    client.logout()
    assert kirim(client, indikator).status_code == 302
    with pytest.raises(AturanDilanggar, match="bukan untuk dokumen ini"):
        indikator.pohon.tanggungkan(
            indikator, jabatan=[asing], lembaga=[], oleh=perencana, pada=PADA
        )


def dijaga(nama, perbuatan):
    with pytest.raises(IntegrityError) as galat, transaction.atomic():
        perbuatan()
    assert nama in str(galat.value) or "UNIQUE" in str(galat.value)


def test_the_database_keeps_them_apart(indikator, dinas, lain):
    satu, asing = jabatan(dinas), jabatan(lain)

    def simpan(tabel, **milik):
        return lambda: tabel.objects.create(indikator=indikator, **milik)

    simpan(PenanggungJabatan, jabatan=satu)()
    simpan(PenanggungLembaga, perangkat_daerah=lain)()

    dijaga("penanggungjabatan_unik", simpan(PenanggungJabatan, jabatan=satu))
    dijaga("penanggunglembaga_unik", simpan(PenanggungLembaga, perangkat_daerah=lain))
    dijaga("kinerja_penanggungjabatan_serumah_insert", simpan(PenanggungJabatan, jabatan=asing))
    pindah = PenanggungJabatan.objects.all()
    dijaga("kinerja_penanggungjabatan_serumah_update", lambda: pindah.update(jabatan=asing))


@pytest.mark.parametrize("tabel", ["penanggungjabatan", "penanggunglembaga"])
def test_an_approved_document_keeps_those_it_has(indikator, dinas, lain, perencana, pohon, tabel):
    model, lama, baru = {
        "penanggungjabatan": (
            PenanggungJabatan, {"jabatan": jabatan(dinas)}, {"jabatan": jabatan(dinas, "Lain")}
        ),
        "penanggunglembaga": (
            PenanggungLembaga, {"perangkat_daerah": lain}, {"perangkat_daerah": dinas}
        ),
    }[tabel]  # fmt: skip
    model.objects.create(indikator=indikator, **lama)
    berlakukan(pohon, perencana)
    baris = model.objects.all()

    dijaga(f"{tabel}_terkunci_insert", lambda: model.objects.create(indikator=indikator, **baru))
    dijaga(f"{tabel}_terkunci_update", lambda: baris.update(**baru))
    dijaga(f"{tabel}_terkunci_delete", lambda: baris._raw_delete("default"))


def test_they_go_with_the_indicator_its_copies_and_editions(
    indikator, dinas, lain, perencana, jalur, pohon
):
    satu = jabatan(dinas)
    siapa = {"oleh": perencana, "pada": PADA}
    pohon.tanggungkan(indikator, jabatan=[satu], lembaga=[lain], **siapa)

    pohon.gandakan(jalur["PROGRAM"], **siapa)
    kembar = Indikator.objects.filter(pohon=pohon).exclude(pk=indikator.pk).get()
    assert isi(kembar) == isi(indikator) == (["Kepala Bidang"], ["Dinas Pekerjaan Umum"])

    baru = Pohon.objects.get(pk=berlakukan(pohon, perencana).buka_perubahan(**siapa).pk)
    edisi = Indikator.objects.get(pohon=baru, uid=indikator.uid)
    assert isi(edisi) == isi(indikator)

    hapus = baru.hapus_indikator(edisi, **siapa)
    assert not PenanggungJabatan.objects.filter(indikator__uid=edisi.uid, indikator__pohon=baru)
    baru.batalkan(hapus, **siapa)
    assert isi(Indikator.objects.get(pohon=baru, uid=indikator.uid)) == isi(indikator)
