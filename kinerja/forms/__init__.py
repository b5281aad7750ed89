"""The shape of what users type. One module per noun; plain ``forms.Form``."""
