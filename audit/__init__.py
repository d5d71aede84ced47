"""Every kind of public page looked at with the tools that find what is wrong with pages; `make audit` runs it.

It stands beside `benchmarks/` and not among the tests: it needs Node, Java and a Chromium, takes a quarter of an hour,
and its figures depend on the machine. What can be told within seconds is a test in `tests/browser`.
"""
