"""Who changed what: each change of a record is one row of its history, and the first is kept with the state before.

Imports make rows in bulk, without history; so a record's first change writes down what it was until then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import models
from django.utils import timezone
from simple_history.utils import get_history_manager_for_model

BASELINE = "baseline"  # the reason of a row that tells the state before the first change


def is_tracked(model: type[models.Model]) -> bool:
    """Return whether the model keeps a history."""
    return hasattr(model._meta, "simple_history_manager_attribute")


def keep_baseline(*rows: models.Model) -> None:
    """Write down what the database holds of those rows, all of one model, that have no history yet.

    To be called before they change. The entries name nobody: what they tell was read by the machine.
    """
    if not rows:
        return
    model = type(rows[0])
    pks = {row.pk for row in rows if row.pk is not None}
    known = get_history_manager_for_model(model).filter(**{f"{model._meta.pk.attname}__in": pks})
    pks -= set(known.values_list(model._meta.pk.attname, flat=True))
    if pks:
        _write(list(model._base_manager.filter(pk__in=pks)), "+", BASELINE, by_whom=False)


@contextmanager
def one_change(*rows: models.Model) -> Iterator[None]:
    """Let the block save the rows, all of one model, and their many-to-many links; each gets one entry.

    Left to itself simple_history writes an entry for the row and one more for each link. The entry names the
    user of the request, nobody outside a request.
    """
    if not rows or not is_tracked(type(rows[0])):
        yield
        return
    new = [row for row in rows if row._state.adding]
    old = [row for row in rows if not row._state.adding]
    keep_baseline(*old)
    for row in rows:
        row.skip_history_when_saving = True  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for row in rows:
            del row.skip_history_when_saving  # type: ignore[attr-defined]
    _write(new, "+")
    _write(old, "~")


def _write(rows: list[Any], kind: str, reason: str | None = None, *, by_whom: bool = True) -> None:
    if not rows:
        return
    entry_model = get_history_manager_for_model(type(rows[0])).model
    now = timezone.now()
    entries = entry_model._base_manager.bulk_create(
        entry_model(
            history_date=now,
            history_type=kind,
            history_change_reason=reason,
            history_user=entry_model.get_default_history_user(row) if by_whom else None,
            **_values(row, entry_model.tracked_fields),
        )
        for row in rows
    )
    for relation in entry_model._history_m2m_fields:
        _write_links(relation, {row.pk: entry for row, entry in zip(rows, entries, strict=True)})


def _write_links(relation: Any, entries: dict[Any, models.Model]) -> None:
    """Copy the rows of a many-to-many relation of the records to their entries."""
    entry_model = type(next(iter(entries.values())))
    through, owner = relation.remote_field.through, relation.m2m_field_name()
    links = through._base_manager.filter(**{f"{owner}__in": entries})
    link_model = getattr(entry_model, relation.name).model
    link_model._base_manager.bulk_create(
        link_model(history=entries[getattr(link, f"{owner}_id")], **_values(link, through._meta.fields))
        for link in links
    )


def _values(row: models.Model, fields: Iterable[models.Field[Any, Any]]) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in fields}
