"""How every form of the house is drawn: ``{{ form }}`` and ``{{ field.as_field_group }}``."""

from django.forms.renderers import TemplatesSetting


class PerenderFormulir(TemplatesSetting):
    form_template_name = "formulir/formulir.html"
    field_template_name = "formulir/medan.html"
