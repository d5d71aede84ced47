"""The address of every public page, for tests that hold for all of them; they show the records of `call`."""

PAGES = [
    "/",
    "/events/",
    "/events/2031-01-02-cuoc-dien-dam-thu/",
    "/commitments/",
    "/leaders/",
    "/leaders/le-thu-nghiem/",
    "/countries/",
    "/countries/VN/",
    "/topics/",
    "/topics/trade/",
    "/about/",
    "/coverage/",
    "/help/search/",
]
BOTH_LANGUAGES = [prefix + address for prefix in ("", "/en") for address in PAGES]
