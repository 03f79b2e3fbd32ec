from __future__ import annotations

from datetime import date, timedelta

from tests.cli.conftest import Run, listed


def test_everything_is_listed_with_all_its_fields(sample: Run) -> None:
    institutions = listed(sample("list", "institutions", "--json"))
    people = listed(sample("list", "people", "--json"))
    meetings = listed(sample("list", "meetings", "--json"))
    notes = listed(sample("list", "notes", "--json"))
    actions = listed(sample("list", "actions", "--json"))
    assert (len(institutions), len(people), len(meetings)) == (66, 135, 15)
    assert {"name_km", "acronym", "place", "phones", "representative"} <= institutions[0].keys()
    assert all(person["sex"] in ("woman", "man") for person in people)
    first = meetings[-1]
    assert (first["on"], first["starts"]) == ("2022-12-13", "08:00")
    assert first["counts"]["total"] == 120
    counts = first["counts"]
    assert counts["women"] + counts["men"] + counts["not_recorded"] == counts["total"]
    known = {meeting["id"] for meeting in meetings}
    assert {part["meeting"]["id"] for part in (*notes, *actions)} <= known
    days = [note["meeting"]["on"] for note in notes]
    assert days == sorted(days, reverse=True)
    open_ = [action["due"] for action in actions if not action["done_on"]]
    today = date.today()  # noqa: DTZ011 (as the command counts)
    assert open_ == [f"{today + timedelta(days=days)}" for days in (-3, 5)]


def test_a_line_holds_what_one_needs_to_know(sample: Run) -> None:
    lines = sample("list", "meetings").stdout.splitlines()
    assert len(lines) == 15
    assert lines[-1].endswith("120 total, 57 women, 63 men, 0 not recorded")
    for what in ("institutions", "people", "notes", "actions"):
        result = sample("list", what)
        assert result.exit_code == 0
        assert "\t" in result.stdout
        assert "None" not in result.stdout


def test_search_finds_each_kind_in_either_script(sample: Run) -> None:
    found = listed(sample("search", "sreypov", "--json"))
    assert "ស៊ន ស្រីពៅ" in [person["name_km"] for person in found["people"]]
    found = listed(sample("search", "BFHO", "--json"))
    assert [row["acronym"] for row in found["institutions"]] == ["BFHO"]
    assert [row["position"] for row in found["people"]] != []
    found = listed(sample("search", "ត្រីមាស", "--json"))
    assert len(found["meetings"]) == 4
    assert sample("search", "ស្រីពៅ").stdout.startswith("people\t")


def test_search_says_when_nothing_is_found_or_asked(sample: Run) -> None:
    nothing = sample("search", "zzzz")
    assert (nothing.exit_code, nothing.stdout) == (0, "Nothing was found.\n")
    assert sample("search", " ").exit_code == 1
