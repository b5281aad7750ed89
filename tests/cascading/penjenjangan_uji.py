"""Where the pages of a penjenjangan stand, and what they say."""

from django.urls import reverse


def alamat(nama, *args):
    return reverse(f"penjenjangan-{nama}" if nama else "penjenjangan", args=args)


def isi(client, *tujuan):
    return client.get(alamat(*tujuan)).content.decode()
