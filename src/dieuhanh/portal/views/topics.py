"""Topics: all of them, and the documents of one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dieuhanh.portal.topic_page import TopicPage, TopicsPage, topic_page, topics_page
from dieuhanh.web.kept import kept


@kept()
def topics(request: HttpRequest) -> HttpResponse:
    return _shown(request, "portal/topics.html", topics_page())


@kept(parameters=("trang",))
def topic(request: HttpRequest, code: str) -> HttpResponse:
    page = topic_page(code, request.GET.get("trang", ""))
    if page is None:
        raise Http404
    return _shown(request, "portal/topic.html", page)


def _shown(request: HttpRequest, template: str, page: TopicsPage | TopicPage) -> HttpResponse:
    """What an index says that has not followed the register yet is not kept."""
    response = render(request, template, {"shown": page})
    if page.behind:
        response["Cache-Control"] = "no-store"
    return response
