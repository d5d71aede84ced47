"""A field for text that is kept character by character."""

from __future__ import annotations

import unicodedata
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget


class VerbatimField(forms.CharField):
    """Text as typed: nothing stripped, but line ends as line feeds and letters composed, as the archive keeps them.

    Browsers send every line end of a text area as carriage return and line feed: taken as they come, each
    save would move every anchor.
    """

    widget = AdminTextareaWidget

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"strip": False, **kwargs})

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
