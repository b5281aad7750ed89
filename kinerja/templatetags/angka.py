"""Numbers in templates, as documents print them."""

from django import template

from kinerja.aturan.angka import format_angka, format_rupiah

register = template.Library()
register.filter("angka", format_angka)
register.filter("rupiah", format_rupiah)
