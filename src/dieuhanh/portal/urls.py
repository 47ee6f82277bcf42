"""Addresses of the public pages, Vietnamese without accents."""

from __future__ import annotations

from django.urls import path

from dieuhanh.portal.views.agencies import agencies, agency
from dieuhanh.portal.views.digests import digest, digest_of_period, digests
from dieuhanh.portal.views.documents import document, documents_called
from dieuhanh.portal.views.home import home
from dieuhanh.portal.views.open_data import catalog, open_data, open_data_file
from dieuhanh.portal.views.search import search
from dieuhanh.portal.views.status import status

app_name = "portal"
urlpatterns = [
    path("", home, name="home"),
    path("ban-tin/", digests, name="digests"),
    path("ban-tin/<slug:period>/", digest_of_period, name="period"),
    path("ban-tin/<slug:period>/<slug:source>/", digest, name="digest"),
    path("van-ban/<slug:number>/", documents_called, name="documents"),
    path("van-ban/<slug:number>/<slug:day>/", document, name="document"),
    path("van-ban/<slug:number>/<slug:day>/<slug:issuer>/", document, name="document"),
    path("co-quan/", agencies, name="agencies"),
    path("co-quan/<slug:name>/", agency, name="agency"),
    path("du-lieu-mo/", open_data, name="open_data"),
    path("du-lieu-mo/catalog.jsonld", catalog, name="open_data_catalog"),
    path("du-lieu-mo/tep/<str:name>", open_data_file, name="open_data_file"),
    path("tinh-trang/", status, name="status"),
    path("tim-kiem", search, name="search"),
]
