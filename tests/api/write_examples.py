"""A script: write the examples of the OpenAPI document down anew, for `make golden`."""

from __future__ import annotations

import json

import django
from django.core.management import call_command
from django.test.utils import setup_test_environment

django.setup()

from django.test import Client  # noqa: E402  models need Django set up

from tests.api.examples import EXAMPLES, examples  # noqa: E402

if __name__ == "__main__":
    setup_test_environment()
    call_command("migrate", verbosity=0)
    for name, told in examples(Client()).items():
        (EXAMPLES / f"{name}.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
