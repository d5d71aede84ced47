"""The public addresses: once published they never change."""

from django.urls import include, path, register_converter
from django.urls.converters import IntConverter

from events.views import (
    about,
    cards,
    commitments,
    compare,
    events,
    following,
    home,
    people,
    relations,
    sources,
    styleguide,
    timeline,
    topics,
)


class Year(IntConverter):
    """A year as Python's dates know it."""

    regex = "[1-9][0-9]{0,3}"


class Month(IntConverter):
    """A month's number."""

    regex = "[1-9]|1[0-2]"


register_converter(Year, "year")
register_converter(Month, "month")

urlpatterns = [
    path("", home.home, name="home"),
    path(
        "events/",
        include(
            [
                path("", events.event_list, name="events"),
                path("<slug:slug>/", events.event_detail, name="event"),
                path("<slug:slug>/card.png", cards.event_card, name="event-card"),
                path("<slug:slug>/source/", sources.event_source, name="event-source"),
                path("<slug:slug>/source/<slug:sha256>/", sources.event_source, name="event-source-copy"),
            ]
        ),
    ),
    path("commitments/", commitments.commitment_list, name="commitments"),
    path("commitments/<int:number>/", commitments.commitment_detail, name="commitment"),
    path("commitments/<int:number>/card.png", cards.commitment_card, name="commitment-card"),
    path("leaders/", people.leader_list, name="leaders"),
    path("leaders/<slug:slug>/", people.leader_detail, name="leader"),
    path("countries/", people.country_list, name="countries"),
    path("countries/<slug:code>/", people.country_detail, name="country"),
    path("topics/", topics.topic_list, name="topics"),
    path("topics/<slug:slug>/", topics.topic_detail, name="topic"),
    path("relations/", relations.relation_list, name="relations"),
    path(
        "relations/<slug:code>/",
        include(
            [
                path("", relations.relation_detail, name="relation"),
                path("events/", relations.relation_events, name="relation-events"),
                path("passages/", relations.relation_passages, name="relation-passages"),
                path("rhythm.csv", relations.relation_rhythm_csv, name="relation-rhythm-csv"),
                path("topics.csv", relations.relation_topics_csv, name="relation-topics-csv"),
            ]
        ),
    ),
    path("timeline/", timeline.timeline, name="timeline"),
    path("timeline/<year:year>/", timeline.timeline_year, name="timeline-year"),
    path("timeline/<year:year>/<month:month>/", timeline.timeline_month, name="timeline-month"),
    path("threads/<int:number>/", following.thread_detail, name="thread"),
    path("occasions/<int:number>/", following.occasion_detail, name="occasion"),
    path("compare/", compare.compare_events, name="compare"),
    path("about/", about.about, name="about"),
    path("coverage/", about.coverage, name="coverage"),
    path("styleguide/", styleguide.styleguide, name="styleguide"),
    path("privacy/", about.privacy, name="privacy"),
    path("help/events/", about.event_help, name="event-help"),
    path("help/search/", about.search_help, name="search-help"),
    path("help/commitments/", about.commitment_help, name="commitment-help"),
    path("help/citing/", about.citing_help, name="citing-help"),
]
