"""Holdings: rows by heading, counted, cut into days, put beside one another. No database."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap64

from events.catalogue.holdings import DAY, LISTED, Holdings


@pytest.fixture
def holdings():
    """A hundred rows; those with key below n are under n, for n from 1 to 50; a row a day through four years."""
    rows = range(1, 101)
    first = date(2030, 1, 1).toordinal()
    days = {first + 14 * key: BitMap64([key]) for key in rows}
    years = {}
    for day, keys in days.items():
        years.setdefault(date.fromordinal(day).year, BitMap64()).update(keys)
    under = {n: BitMap64(range(1, n)) for n in range(2, 51)}
    return Holdings(BitMap64(rows), {"n": under, DAY: days, LISTED: years})


@pytest.mark.parametrize("among", [range(1, 101), range(40, 60), range(1, 5), range(60, 70), ()])
@pytest.mark.parametrize("number", [1, 3, 11, 100])
def test_the_values_with_the_most_rows_are_found_without_counting_all(holdings, among, number):
    rows = BitMap64(among)
    counts = holdings.counts("n", rows)
    most = holdings.most("n", rows, number)
    ranked = sorted(counts.values(), reverse=True)
    least = ranked[min(number, len(ranked)) - 1] if ranked else 0
    assert most == {value: count for value, count in counts.items() if count >= least}


@pytest.mark.parametrize("left_out", [[], [3], [1, 48, 100], range(1, 45), range(1, 60), range(1, 101)])
def test_counts_are_exact_whether_most_rows_are_meant_or_few(holdings, left_out):
    among = holdings.keys - BitMap64(left_out)
    exact = {n: len(under & among) for n, under in holdings.shelf("n").items() if under & among}
    assert (holdings.counts("n", among), holdings.most("n", among, 100)) == (exact, exact)
    part = holdings.part(BitMap64(range(40, 50)))
    assert part.counts("n", among & part.keys) == {
        n: c for n in exact if (c := len(holdings.shelf("n")[n] & among & part.keys))
    }


@pytest.mark.parametrize("newest", [True, False])
@pytest.mark.parametrize(("start", "stop"), [(0, 5), (0, 100), (37, 62), (95, 100), (99, 120)])
def test_a_stretch_of_rows_is_cut_out_of_the_days(holdings, newest, start, stop):
    order = list(range(100, 0, -1)) if newest else list(range(1, 101))
    left_out, days = holdings.days(holdings.keys, start, min(stop, 100), newest=newest)
    assert left_out == 0
    assert [key for day in days for key in day.rows] == order[start:stop]
    assert [day.number for day in days] == [date(2030, 1, 1).toordinal() + 14 * key for key in order[start:stop]]


@pytest.mark.parametrize("number", [0, 1, 37, 100, 120])
def test_the_newest_rows_come_latest_first_and_of_one_day_the_highest_key(holdings, number):
    assert holdings.newest(holdings.keys, number) == list(range(100, 0, -1))[:number]
    same_day = Holdings(BitMap64(range(5)), {DAY: {730_000: BitMap64(range(5))}, LISTED: {1999: BitMap64(range(5))}})
    assert same_day.newest(same_day.keys, number) == [4, 3, 2, 1, 0][:number]


@pytest.mark.parametrize("among", [range(1, 101), range(1, 101, 30), [50], [1, 100], ()])
def test_the_rows_beside_one_are_the_nearest_of_those_asked_for(holdings, among):
    first = date(2030, 1, 1).toordinal()
    for key in (1, 31, 50, 77, 100):
        before, after = [row for row in among if row < key], [row for row in among if row > key]
        found = holdings.beside(key, first + 14 * key, BitMap64(among))
        assert found == (max(before, default=None), min(after, default=None))


def test_two_facets_are_crossed_within_a_choice(holdings):
    rows = BitMap64(range(20, 60))
    years = holdings.parted(LISTED, rows)
    assert BitMap64.union(*years.values()) == rows
    crossed = holdings.crossed("n", years)
    assert crossed == {
        (n, year): len(under & within)
        for n, under in holdings.shelf("n").items()
        for year, within in years.items()
        if under & within
    }
    assert crossed[50, 2030] == 7


def test_what_nobody_has_is_under_nothing(holdings):
    assert list(holdings.under("n", [1999])) == []
    assert list(Holdings().under("year", [1999])) == []


@pytest.mark.parametrize("among", [[7], [7, 8], range(0, 400, 90), range(400), ()])
@pytest.mark.parametrize("number", [1, 11, 500])
def test_of_more_values_than_are_counted_apart_none_is_passed_over(among, number):
    values = 203
    rows = {value: BitMap64(range(value % 97, 400, value + 1)) for value in range(values)}
    holdings = Holdings(BitMap64(range(400)), {"n": rows})
    counts = {value: len(keys & BitMap64(among)) for value, keys in rows.items() if keys & BitMap64(among)}
    least = sorted(counts.values(), reverse=True)[min(number, len(counts)) - 1] if counts else 0
    fitting = {value: count for value, count in counts.items() if count >= least}
    assert holdings.most("n", BitMap64(among), number) == fitting


def unions(level):
    """All sets of rows that branches were joined to, by identity."""
    below = [branch for branch in level if branch.parts]
    return {id(branch.rows): branch.rows for branch in below} | {
        key: rows for branch in below for key, rows in unions(branch.parts).items()
    }


def test_a_change_joins_only_the_values_that_it_touches():
    """Two hundred values of ever fewer rows, in branches of four and of sixteen; one row more for one of them."""
    before = Holdings(BitMap64(range(400)), {"n": {n: BitMap64(range(400 - 2 * n)) for n in range(200)}})
    before.most("n", BitMap64([7]), 3)
    after = before.replaced(BitMap64(), {"n": {50: [400]}}, [400]).replaced(BitMap64(), {}, [])
    assert after.most("n", BitMap64([400]), 3) == {50: 1}
    old, new = unions(before._branches("n")), unions(after._branches("n"))
    assert (len(old), len(new), len(new.keys() - old.keys())) == (63, 63, 2)
    assert [rows for key, rows in new.items() if key not in old and 400 not in rows] == []


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 99)), max_size=12))
def test_after_any_changes_the_most_are_those_of_a_catalogue_made_anew(changes):
    shelf = {n: BitMap64(range(n)) for n in range(1, 61)}
    holdings, among = Holdings(BitMap64(range(100)), {"n": shelf}), BitMap64(range(20, 100))
    for value, row in changes:
        holdings.most("n", among, 10)
        under = [n for n, rows in holdings.shelf("n").items() if row in rows]
        holdings = holdings.replaced(BitMap64([row]), {"n": {n: [row] for n in {*under, value}}}, [row])
    anew = Holdings(holdings.keys, {"n": {n: BitMap64(rows) for n, rows in holdings.shelf("n").items()}})
    assert holdings.most("n", among, 10) == anew.most("n", among, 10)


@pytest.fixture
def counted(monkeypatch, holdings):
    """The sets of which the holdings counted something, each time that they did."""
    made = []
    counting = holdings._counting
    monkeypatch.setattr(holdings, "_counting", lambda among: made.append(list(among)) or counting(among))
    return made


def test_the_rows_of_one_value_are_counted_once(holdings, counted):
    rows = holdings.under(LISTED, [2031])
    first = [(holdings.most("n", rows, 5), holdings.counts("n", rows)) for _ in range(3)]
    assert first == [first[0]] * 3
    assert counted == [list(rows)] * 2


def test_what_a_reader_does_with_counts_does_not_change_those_kept(holdings):
    rows = holdings.under(LISTED, [2031])
    first = holdings.most("n", rows, 5)
    kept = dict(first)
    first["else"] = 7
    assert holdings.most("n", rows, 5) == kept


def test_rows_of_several_values_are_counted_once_where_they_are_known_by_what_they_hold(holdings, counted):
    def rows():
        return holdings.under(LISTED, [2031, 2032])

    assert holdings.most("n", rows(), 5) == holdings.most("n", rows(), 5)
    assert len(counted) == 2
    assert holdings.same(rows()) is holdings.same(rows())
    assert holdings.most("n", holdings.same(rows()), 5) == holdings.most("n", holdings.same(rows()), 5)
    assert len(counted) == 3


def test_a_part_counts_its_own_rows(holdings):
    rows = holdings.under(LISTED, [2030])
    whole = holdings.counts("n", rows)
    assert holdings.part(BitMap64([1])).counts("n", rows & BitMap64([1])) != whole
    changed = holdings.replaced(BitMap64([1]), {}, [])
    assert changed.counts("n", changed.under(LISTED, [2030])) == {n: c - 1 for n, c in whole.items() if c > 1}
