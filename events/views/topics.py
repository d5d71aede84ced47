"""What about: the topics."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from events.catalogue import with_counts
from events.following.silence import silent_between
from events.models import Topic
from events.views.overview import overview
from events.views.public import public


@public
def topic_list(request: HttpRequest) -> HttpResponse:
    """All topics with what each covers, those without a commitment included: they are the archive's vocabulary."""
    return render(request, "topics/list.html", {"topics": with_counts(Topic.objects.all(), "topic")})


@public
def topic_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One topic: what it covers, who speaks of it, the events and the commitments."""
    topic = get_object_or_404(Topic, slug=slug)
    return render(
        request, "topics/detail.html", {"topic": topic, "silent": silent_between(topic)} | overview(topic=topic.slug)
    )
