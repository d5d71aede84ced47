"""The address of every public page, for tests that hold for all of them; they show `call` and `earlier_call`."""

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
    "/relations/",
    "/relations/VN-XA/",
    "/relations/VN-XA/events/",
    "/relations/VN-XA/passages/",
    "/threads/1/",
    "/occasions/1/",
    "/compare/",
    "/compare/?event=2031-01-02-cuoc-dien-dam-thu&event=2030-01-02-cuoc-goi-truoc",
    "/about/",
    "/coverage/",
    "/help/search/",
]
BOTH_LANGUAGES = [prefix + address for prefix in ("", "/en") for address in PAGES]
