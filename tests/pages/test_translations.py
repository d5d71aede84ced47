"""The interface is in Vietnamese to the last label, and the compiled catalogue is the one in use."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "locale" / "vi" / "LC_MESSAGES" / "django.po"


def messages(catalogue):
    """The messages of a catalogue: what is asked for, and its translations."""
    return {
        (entry.msgctxt, entry.msgid): [entry.msgstr, *entry.msgstr_plural.values()]
        for entry in catalogue
        if not entry.obsolete
    }


def test_every_message_is_translated_and_none_is_a_guess():
    catalogue = polib.pofile(str(CATALOGUE))
    assert [entry.msgid for entry in catalogue.untranslated_entries() + catalogue.fuzzy_entries()] == []


def test_the_compiled_catalogue_is_current():
    compiled = polib.mofile(str(CATALOGUE.with_suffix(".mo")))
    assert messages(compiled) == messages(polib.pofile(str(CATALOGUE)))


def test_translations_keep_the_places_for_what_is_filled_in():
    places = re.compile(r"%\(\w+\)s|</?\w+>")
    wrong = [
        msgid
        for (_context, msgid), translations in messages(polib.pofile(str(CATALOGUE))).items()
        for translation in filter(None, translations)
        if sorted(places.findall(msgid)) != sorted(places.findall(translation))
    ]
    assert wrong == []


@pytest.mark.skipif(not shutil.which("xgettext"), reason="install gettext to compare the catalogue with the sources")
def test_the_catalogue_holds_what_the_sources_ask_for_and_nothing_else(tmp_path):
    """`makemessages` writes where it stands, so it works on a copy."""
    for folder in ("diplomacy", "events", "locale", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "--locale=vi", "--no-obsolete", "--no-location"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "diplomacy.settings"},
    )
    found = polib.pofile(str(tmp_path / "locale" / "vi" / "LC_MESSAGES" / "django.po"))
    assert messages(found).keys() == messages(polib.pofile(str(CATALOGUE))).keys()
