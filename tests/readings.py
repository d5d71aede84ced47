"""Readings made by hand, for tests of what is done with them. The people and the call are invented."""

from datetime import date

from events.reading.facts import Person, Published, Quote, Reading, Span

KHANH = Person("Trần Thử Khánh", "Thủ tướng", "VN")
MORI = Person("Mori Tameshi", "Thủ tướng", "JP")
BODY = "Hai Thủ tướng nhất trí mở thêm đường bay.\n\nÔng Mori đề nghị giảm thuế."


def a_quote(quote, body=BODY, **fields):
    start = body.index(quote)
    return Quote(
        **{
            "span": Span(start, start + len(quote)),
            "quote": quote,
            "act": "agree",
            "sides": ("VN", "JP"),
            "leaders": (KHANH.name, MORI.name),
            "topics": ("tourism",),
            "speaker": "Hai Thủ tướng",
            "cue": "nhất trí",
            "manner": "joint",
            "rule": "cue",
            "confidence": 0.9,
        }
        | fields
    )


def a_reading(**fields):
    return Reading(
        **{
            "title": "Thủ tướng Trần Thử Khánh điện đàm với Thủ tướng Nhật Bản Mori Tameshi",
            "title_inferred": False,
            "language": "vi",
            "published": Published(date(2031, 5, 2), "day", "printed"),
            "outlet": "",
            "kind": "phone-call",
            "starts_on": date(2031, 5, 2),
            "ends_on": date(2031, 5, 2),
            "place": None,
            "people": (KHANH, MORI),
            "body": BODY,
            "segments": (),
            "commitments": (
                a_quote("mở thêm đường bay"),
                a_quote(
                    "giảm thuế",
                    act="propose",
                    sides=("JP",),
                    leaders=(MORI.name,),
                    topics=("trade",),
                    speaker="Ông Mori",
                    cue="đề nghị",
                    manner="indirect",
                ),
            ),
        }
        | fields
    )
