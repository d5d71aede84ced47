"""A staff page as a browser handles it: read the form, change some of it, send all of it back."""

from html.parser import HTMLParser

from django.urls import reverse


class FormReader(HTMLParser):
    """Collects what a browser would send back from the form with an id that ends in `_form`."""

    def __init__(self):
        super().__init__()
        self.data, self.inside, self.select, self.option, self.textarea = {}, False, None, None, None

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "form":
            self.inside = a.get("id", "").endswith("_form")
        elif not self.inside or (tag != "option" and "name" not in a):
            return
        elif tag == "input" and a["type"] not in {"submit", "checkbox", "radio", "file"}:
            self.add(a["name"], a.get("value", ""))
        elif tag == "input" and "checked" in a:
            self.add(a["name"], a.get("value", "on"))
        elif tag == "textarea":
            self.textarea, self.text = a["name"], ""
        elif tag == "select":
            self.select, self.first, self.chosen = a["name"], None, []
            self.several = "multiple" in a
        elif tag == "option" and self.select:
            self.first = a.get("value", "") if self.first is None else self.first
            self.chosen += [a.get("value", "")] if "selected" in a else []

    def handle_data(self, text):
        if self.textarea:
            self.text += text

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "textarea" and self.textarea:
            # Browsers drop the first line end of a text area and send every other as two characters.
            self.add(self.textarea, self.text.removeprefix("\n").replace("\n", "\r\n"))
            self.textarea = None
        elif tag == "select" and self.select:
            one = [] if self.several or self.first is None else [self.first]
            for value in self.chosen or one:
                self.add(self.select, value)
            self.select = None

    def add(self, name, value):
        self.data.setdefault(name, []).append(value)


def change_page(record):
    return reverse(f"admin:events_{record._meta.model_name}_change", args=[record.pk])


def history_page(record):
    return reverse(f"admin:events_{record._meta.model_name}_history", args=[record.pk])


def list_page(model):
    return reverse(f"admin:events_{model._meta.model_name}_changelist")


def add_page(model):
    return reverse(f"admin:events_{model._meta.model_name}_add")


def form_on(client, address):
    """What the form at the address holds: name → list of values."""
    reader = FormReader()
    reader.feed(client.get(address).content.decode())
    return reader.data


def save(client, address, **changes):
    """Send the form back with some fields changed and return the page that follows."""
    return client.post(address, form_on(client, address) | changes, follow=True)


def added_row(prefix, form, **values):
    """The fields of one more row of an inline, and the count that announces it."""
    number = int(form[f"{prefix}-TOTAL_FORMS"][0])
    return {f"{prefix}-TOTAL_FORMS": number + 1} | {f"{prefix}-{number}-{name}": v for name, v in values.items()}


def errors_on(response):
    """Every error that the page shows beside a field or above it."""
    context = response.context_data
    forms = [
        context["adminform"].form,
        *(form for inline in context["inline_admin_formsets"] for form in inline.formset),
    ]
    return [(field, message) for form in forms for field, messages in form.errors.items() for message in messages]


def messages_on(response):
    return [str(message) for message in response.context["messages"]]
