"""Enough of HTML to say what a page shows: its elements, their attributes and their text."""

from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Element:
    """An element, its attributes and what it holds."""

    def __init__(self, tag, attributes):
        self.tag = tag
        self.attributes = attributes
        self.children = []

    def __getitem__(self, name):
        return self.attributes[name]

    def walk(self):
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    def all(self, tag=None, **attributes):
        """The elements inside with this tag and these attributes; `class_` asks for one of the classes."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [
            element
            for element in self.walk()
            if tag in (None, element.tag) and all(element.has(name, value) for name, value in wanted.items())
        ]

    def has(self, name, value):
        found = self.attributes.get(name, "")
        return value in found.split() if name == "class" else value == found

    def one(self, tag=None, **attributes):
        [element] = self.all(tag, **attributes)
        return element

    @property
    def raw_text(self):
        return "".join(child.raw_text if isinstance(child, Element) else child for child in self.children)

    @property
    def text(self):
        """The text, white space folded."""
        return " ".join(self.raw_text.split())


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__()
        self.path = [Element("document", {})]

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.path[-1].children.append(element)
        if tag not in VOID:
            self.path.append(element)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.path[-1].tag == tag, f"</{tag}> closes <{self.path[-1].tag}>"
            self.path.pop()

    def handle_data(self, data):
        self.path[-1].children.append(data)


def page(response):
    """Return the page of an answer; each element must be closed, and in the right order."""
    builder = _Builder()
    builder.feed(response.content.decode())
    [document] = builder.path
    return document
