from django.apps import AppConfig


class IkuConfig(AppConfig):
    name = "iku"
    default_auto_field = "django.db.models.BigAutoField"
