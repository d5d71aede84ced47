"""How well threads are proposed, against links made by hand: `python -m tests.following.linking` prints the figures.

`tests/golden/threads.json` lays beside each of eight annotated articles what a later meeting of the same sides might
have said (invented variations) and, for the two real calls, what the later one did say. It was made before the limit of
`events.following.threads` was chosen. `continues` counts the older article's commitments from 0; null goes on with
none.
"""

import json
from pathlib import Path

GOLDEN = Path(__file__).parents[1] / "golden"


def gold():
    """Yield, for each two meetings, the older passages, the newer ones, and the links by hand as pairs of places."""
    for meeting in json.loads((GOLDEN / "threads.json").read_text(encoding="utf-8")):
        article = json.loads((GOLDEN / "annotated" / f"{meeting['older']}.json").read_text(encoding="utf-8"))
        by_hand = {(each["continues"], place) for place, each in enumerate(meeting["newer"])}
        yield article["commitments"], meeting["newer"], {pair for pair in by_hand if pair[0] is not None}


class Passage:
    """A commitment that is in no database."""

    def __init__(self, pk, said):
        from events.models import Topic  # noqa: PLC0415  # once Django is set up, where this runs as a program

        self.pk, self.quote = pk, said["quote"]
        self.about = [Topic(pk=slug, slug=slug) for slug in said["topics"]]


def measured():
    """Return precision, recall, and the number of links by hand."""
    from events.following.threads import links  # noqa: PLC0415

    right = proposed = wanted = 0
    for older, newer, by_hand in gold():
        before = [Passage(place, said) for place, said in enumerate(older)]
        after = [Passage(1000 + place, said) for place, said in enumerate(newer)]
        found = {(link.older.pk, link.newer.pk - 1000) for link in links(before, after)}
        right, proposed, wanted = right + len(found & by_hand), proposed + len(found), wanted + len(by_hand)
    return right / proposed, right / wanted, wanted


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    precision, recall, wanted = measured()
    print(f"{wanted} links by hand: precision {precision:.3f}, recall {recall:.3f}")  # noqa: T201
