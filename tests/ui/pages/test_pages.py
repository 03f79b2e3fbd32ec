from __future__ import annotations

import importlib

import pytest

from cspdesk.paths import shipped
from cspdesk.ui.page import Page
from cspdesk.ui.pages import PAGES, PageEntry, entry


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_listed_page_exists(page: PageEntry) -> None:
    module, _colon, name = page.place.partition(":")
    assert issubclass(getattr(importlib.import_module(module), name), Page)
    assert shipped("resources", "icons", f"{page.icon}.svg").exists()
    assert page.in_sidebar or entry(page.under) is not None


def test_names_and_shortcuts_are_given_once() -> None:
    names = [page.name for page in PAGES]
    keys = [page.shortcut for page in PAGES if page.shortcut]
    assert len({*names}) == len(names)
    assert len({*keys}) == len(keys)
    assert entry("nowhere") is None
