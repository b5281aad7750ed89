from django.apps import AppConfig


class CascadingConfig(AppConfig):
    name = "cascading"
    default_auto_field = "django.db.models.BigAutoField"
