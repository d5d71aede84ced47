"""The public templates as they are compiled: each language its own, and the parts of a page in their places.

A list says some seventy things of its own, which are the same each time it is drawn. So they are translated while a
template is compiled, also what it says around values (`{% trans %}`); what depends on a number is looked up when the
number is known. A part that is included looks up the page's names as if it had never seen them, and a list includes
one for each row: so the nodes of a part stand where it is included.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.template.backends.jinja2 import Jinja2
from django.utils.translation import get_language, gettext, override, pgettext
from jinja2 import BaseLoader, Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

NO_PAGES = ("parts/", "staff/")  # folders of what pages are made of, and of Django's own templates

# By the name that a template calls.
TRANSLATES: dict[str, Callable[..., str]] = {"_": gettext, "gettext": gettext, "pgettext": pgettext}


class PublicTemplates(Jinja2):
    """Django's backend for Jinja2 with one environment for each language of the interface."""

    @property
    def env(self) -> Environment:
        """The environment of the language that the page is made in."""
        return self.editions[get_language() or settings.LANGUAGE_CODE]

    @env.setter
    def env(self, made: Environment) -> None:
        self.editions = {code: _edition(made, code) for code, _name in settings.LANGUAGES}

    def compile_pages(self) -> None:
        """Compile every template of a page in each language; parts are in their places by then."""
        for edition in self.editions.values():
            for name in edition.list_templates():
                if not name.startswith(NO_PAGES):
                    edition.get_template(name)


def shown(value: object) -> str:
    """Return what a page shows of the value: the same letters as `escape`, of a plain text without making a `Markup`.

    Pieces of a page are put together and never looked at again: a `Markup` of each would be made to be thrown away.
    """
    return _escape_inner(value) if type(value) is str else escape(value)


class PageCode(CodeGenerator):
    """The code of a template, which shows values by `shown` wherever it would escape them."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.shown(")


class PageEnvironment(Environment):
    """An environment that compiles templates in its `language`, with their parts where templates are not reloaded."""

    code_generator_class = PageCode
    shown = staticmethod(shown)
    language = settings.LANGUAGE_CODE
    loader: BaseLoader  # Django's backend always gives one

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        if not self.auto_reload:  # else a part that is changed would stay what it was
            source = _WithParts(self).visit(source)
        with override(self.language):
            source = _Translated().visit(source)
        return super()._generate(source, *args, **kwargs)

    def nodes_of(self, name: str) -> list[nodes.Node]:
        """Return what the template with this name is made of; raises TemplateNotFound."""
        source, filename, _is_current = self.loader.get_source(self, name)
        return self._parse(source, name, filename).body


def _edition(made: Environment, language: str) -> Environment:
    edition: Any = made.overlay()
    edition.language = language
    return edition  # type: ignore[no-any-return]


class _WithParts(NodeTransformer):
    """Puts the nodes of a part in the place where it is included, in a scope of their own as they were."""

    def __init__(self, environment: PageEnvironment) -> None:
        self._environment = environment

    def visit_Include(self, include: nodes.Include) -> nodes.Node:  # noqa: N802 - so named by Jinja
        if not isinstance(include.template, nodes.Const) or include.ignore_missing or not include.with_context:
            return include
        part = nodes.Scope(self._environment.nodes_of(include.template.value), lineno=include.lineno)
        part.set_environment(self._environment)
        return self.generic_visit(part)


class _Translated(NodeTransformer):
    """Puts the translation in the place of each call for one, safe as the words of a template are."""

    def visit_Call(self, call: nodes.Call) -> nodes.Node:  # noqa: N802 - so named by Jinja
        self.generic_visit(call)
        name = call.node.name if isinstance(call.node, nodes.Name) else ""
        words = [argument.value for argument in call.args if isinstance(argument, nodes.Const)]
        if name not in TRANSLATES or len(words) != len(call.args) or call.dyn_args or call.dyn_kwargs:
            return call
        place = {"lineno": call.lineno, "environment": call.environment}
        message = Markup(TRANSLATES[name](*words))  # noqa: S704 - translations are as much our own as templates
        if not call.kwargs:
            return nodes.Const(message % {}, **place)
        values = [nodes.Pair(nodes.Const(one.key, **place), one.value, **place) for one in call.kwargs]
        return nodes.Mod(nodes.Const(message, **place), nodes.Dict(values, **place), **place)
