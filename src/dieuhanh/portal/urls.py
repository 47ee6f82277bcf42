"""Addresses of the public pages, Vietnamese without accents."""

from __future__ import annotations

from django.urls import path, re_path

from dieuhanh.portal.views.agencies import agencies, agency
from dieuhanh.portal.views.digests import digest, digest_of_period, digests
from dieuhanh.portal.views.documents import document, documents_called
from dieuhanh.portal.views.feeds import agency_atom, document_atom, issues_atom, issues_rss, robots, search_atom, sitemap, topic_atom
from dieuhanh.portal.views.home import home
from dieuhanh.portal.views.issues import issue, issue_changes, issue_file, issues, issues_of_month, issues_of_year
from dieuhanh.portal.views.open_data import catalog, open_data, open_data_file
from dieuhanh.portal.views.search import search
from dieuhanh.portal.views.status import status
from dieuhanh.portal.views.topics import topic, topics

app_name = "portal"
urlpatterns = [
    path("", home, name="home"),
    path("diem-tin/", issues, name="issues"),
    path("diem-tin/atom.xml", issues_atom, name="issues_atom"),
    path("diem-tin/rss.xml", issues_rss, name="issues_rss"),
    path("diem-tin/<int:year>/", issues_of_year, name="issues_of_year"),
    re_path(r"^diem-tin/(?P<month>[0-9]{4}-[0-9]{2})/$", issues_of_month, name="issues_of_month"),
    path("diem-tin/<slug:period>/", issue, name="issue"),
    path("diem-tin/<slug:period>/thay-doi/", issue_changes, name="issue_changes"),
    path("diem-tin/<slug:period>/tai-ve.<slug:form>", issue_file, name="issue_file"),
    path("ban-tin/", digests, name="digests"),
    path("ban-tin/<slug:period>/", digest_of_period, name="period"),
    path("ban-tin/<slug:period>/<slug:source>/", digest, name="digest"),
    path("van-ban/<slug:number>/", documents_called, name="documents"),
    path("van-ban/<slug:number>/<slug:day>/", document, name="document"),
    path("van-ban/<slug:number>/<slug:day>/<slug:issuer>/", document, name="document"),
    path("van-ban/<slug:number>/<slug:day>/atom.xml", document_atom, name="document_atom"),
    path("van-ban/<slug:number>/<slug:day>/<slug:issuer>/atom.xml", document_atom, name="document_atom"),
    path("co-quan/", agencies, name="agencies"),
    path("co-quan/<slug:name>/", agency, name="agency"),
    path("co-quan/<slug:name>/atom.xml", agency_atom, name="agency_atom"),
    path("linh-vuc/", topics, name="topics"),
    path("linh-vuc/<slug:code>/", topic, name="topic"),
    path("linh-vuc/<slug:code>/atom.xml", topic_atom, name="topic_atom"),
    path("du-lieu-mo/", open_data, name="open_data"),
    path("du-lieu-mo/catalog.jsonld", catalog, name="open_data_catalog"),
    path("du-lieu-mo/tep/<str:name>", open_data_file, name="open_data_file"),
    path("tinh-trang/", status, name="status"),
    path("tim-kiem", search, name="search"),
    path("tim-kiem/atom.xml", search_atom, name="search_atom"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
]
