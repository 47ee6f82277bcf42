"""The open data described in DCAT-AP, for the machines of data portals."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from dieuhanh.apps.opendata.dataset import Dataset
from dieuhanh.apps.opendata.datasets import DATASETS
from dieuhanh.apps.opendata.files import LICENCE_ADDRESS, REGISTER
from dieuhanh.apps.opendata.manifest import Manifest, PublishedFile

AddressOf = Callable[[str], str]  # of a file by its name, and of the page by ""
TITLE = {"vi": "Dữ liệu mở về chỉ đạo, điều hành", "en": "Open data on directives"}
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
AUTHORITY = "http://publications.europa.eu/resource/authority"  # DCAT-AP takes its words from the lists of the EU
FILE_TYPES = {".csv": "CSV", ".jsonl": "JSON", ".parquet": "BIN", ".sqlite": "BIN"}
MEDIA = "https://www.iana.org/assignments/media-types"


def catalogue(manifest: Manifest, address_of: AddressOf) -> dict[str, Any]:
    """The catalogue as JSON-LD: a dataset a table, one for the whole register, each with its files."""
    parts = [_dataset(dataset, manifest, address_of) for dataset in DATASETS]
    whole = {
        **_described(f"{address_of('')}#register", TITLE, TITLE, manifest),
        "dcat:distribution": [_distribution(file, address_of) for file in manifest.files if file.name == REGISTER],
    }
    return {
        "@context": CONTEXT,
        "@id": f"{address_of('')}#catalog",
        "@type": "dcat:Catalog",
        "dct:title": _in_languages(TITLE),
        "dct:description": _in_languages(TITLE),
        "dct:publisher": _publisher(manifest),
        "dct:license": {"@id": LICENCE_ADDRESS},
        "dct:language": {"@id": f"{AUTHORITY}/language/VIE"},
        "dct:modified": _moment(manifest.files),
        "foaf:homepage": {"@id": address_of("")},
        "dcat:dataset": [whole, *parts],
    }


def _dataset(dataset: Dataset, manifest: Manifest, address_of: AddressOf) -> dict[str, Any]:
    files = [file for file in manifest.files if file.dataset == dataset.name]
    title, about = {"vi": dataset.vi, "en": dataset.en}, {"vi": dataset.about_vi, "en": dataset.about_en}
    return {
        **_described(f"{address_of('')}#{dataset.name}", title, about, manifest),
        "dct:modified": _moment(files),
        "dcat:distribution": [_distribution(file, address_of) for file in files],
    }


def _described(identifier: str, title: dict[str, str], about: dict[str, str], manifest: Manifest) -> dict[str, Any]:
    return {
        "@id": identifier,
        "@type": "dcat:Dataset",
        "dct:identifier": identifier,
        "dct:title": _in_languages(title),
        "dct:description": _in_languages(about),
        "dct:publisher": _publisher(manifest),
        "dct:accessRights": {"@id": f"{AUTHORITY}/access-right/PUBLIC"},
        "dct:language": {"@id": f"{AUTHORITY}/language/VIE"},
        "dcat:theme": {"@id": f"{AUTHORITY}/data-theme/GOVE"},
    }


def _distribution(file: PublishedFile, address_of: AddressOf) -> dict[str, Any]:
    address = address_of(file.name)
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": file.name,
        "dcat:accessURL": {"@id": address_of("")},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": f"{MEDIA}/{file.media_type.partition(';')[0]}"},
        "dct:format": {"@id": f"{AUTHORITY}/file-type/{FILE_TYPES['.' + file.name.rpartition('.')[2]]}"},
        "dct:license": {"@id": LICENCE_ADDRESS},
        "dct:modified": _moment([file]),
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(file.size)},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": file.sha256},
        },
    }


def _publisher(manifest: Manifest) -> dict[str, Any]:
    return {"@type": "foaf:Agent", "foaf:name": manifest.publisher or "Điều Hành"}


def _in_languages(words: dict[str, str]) -> list[dict[str, str]]:
    return [{"@language": language, "@value": text} for language, text in words.items()]


def _moment(files: Iterable[PublishedFile]) -> dict[str, str]:
    return {"@type": "xsd:dateTime", "@value": max(file.modified for file in files).isoformat()}
