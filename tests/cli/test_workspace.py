from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from cspdesk.cli.commands import main
from cspdesk.db import vault
from cspdesk.db.settings import get_organisation
from cspdesk.db.store import Store
from cspdesk.models.organisation import Organisation
from tests.cli.conftest import SECRET, Run, listed


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("បណ្ដាញអង្គការ VSG", Organisation(name_km="បណ្ដាញអង្គការ VSG")),
        ("Network of NGOs", Organisation(name_en="Network of NGOs")),
    ],
)
def test_init_keeps_the_name_in_its_script_and_prints_a_code_that_opens(
    run: Run, tmp_path: Path, name: str, kept: Organisation
) -> None:
    result = run("init", "--organisation", name)
    assert result.exit_code == 0
    folder = tmp_path / "data"
    store = Store.open(folder, vault.unlock_with_recovery(folder, result.stdout.strip()))
    assert get_organisation(store) == kept
    store.close()


def test_init_never_makes_a_second_one(made: Run) -> None:
    result = made("init", "--organisation", "Other")
    assert result.exit_code == 1
    assert "already" in result.stderr
    assert made("check").exit_code == 0


def test_the_demo_is_the_case_study_and_whole(sample: Run) -> None:
    found = listed(sample("check", "--json"))
    assert found["whole"]
    assert found["faults"] == []
    assert (found["institutions"], found["people"], found["meetings"]) == (66, 135, 15)
    assert found["attendances"] == found["women"] + found["men"] + found["not_recorded"]


def test_a_larger_demo_has_more_people_and_meetings(run: Run) -> None:
    assert run("demo", "--scale", "3").exit_code == 0
    found = listed(run("check", "--json"))
    assert (found["institutions"], found["people"], found["meetings"]) == (66, 405, 45)


def test_the_demo_never_takes_the_place_of_other_data(made: Run) -> None:
    result = made("demo")
    assert result.exit_code == 1
    assert "was left as it is" in result.stderr
    assert listed(made("list", "people", "--json")) == []


def test_a_demo_without_a_passphrase_opens_with_the_one_it_tells(tmp_path: Path) -> None:
    where = ["--data-dir", str(tmp_path / "demo")]
    told = CliRunner().invoke(main, ["demo", *where])
    assert told.exit_code == 0
    assert "passphrase: sample" in told.stdout
    opened = CliRunner().invoke(main, ["check", *where], env={"CSPDESK_PASSPHRASE": "sample"})
    assert opened.exit_code == 0
    assert CliRunner().invoke(main, ["demo", *where]).exit_code == 0


def test_check_tells_what_is_wrong_and_ends_with_1(sample: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    store = Store.open(folder, vault.unlock(folder, SECRET))
    store.database.execute("DELETE FROM search_entry WHERE tbl = 'meeting'")
    store.close()
    result = sample("check", "--json")
    assert result.exit_code == 1
    assert '"whole": false' in result.stdout
    assert "the search does not know meeting" in result.stderr


def test_a_second_program_is_told_that_the_data_is_open(made: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    store = Store.open(folder, vault.unlock(folder, SECRET))
    result = made("check")
    store.close()
    assert result.exit_code == 1
    assert "already open" in result.stderr


def test_a_backup_lies_where_it_says(made: Run) -> None:
    result = made("backup")
    assert (Path(result.stdout.strip()) / "desk.db").exists()
