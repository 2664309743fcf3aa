"""script/bench easyread: what cannot be measured is named, and what can is beside its bar (F10)."""

from tests.bench.easyread import in_a_new_process, speed, with_data


def test_without_the_data_it_says_what_is_left_out(tmp_path):
    assert with_data(tmp_path) == ([], ["lcp_single_trial.tsv", "easyread_pairs"])


def test_pairs_are_told_apart(tmp_path):
    folder = tmp_path / "easyread_pairs"
    folder.mkdir()
    easy = "head\nYou can tell us what you think.\nWe will help you with this.\n"
    hard = (
        "head\nThe comprehensive evaluation of implementation requires collaboration between statutory stakeholders.\n"
    )
    for name in ("au_1", "au_2"):
        (folder / f"{name}_easy.txt").write_text(easy)
        (folder / f"{name}_standard.txt").write_text(hard)
    found, left_out = with_data(tmp_path)
    values = {figure.what: figure.value for figure in found}
    assert left_out == ["lcp_single_trial.tsv"]
    assert values["sentences told apart: AUC"] == values["documents told apart: AUC"] == 1
    assert values["warnings a sentence, Easy Read"] == 0 < values["warnings a sentence, standard"]


def test_the_costs_are_measured():
    assert [figure.bar for figure in speed(copies=2)] == [10_000, 5]
    seconds, first, memory = in_a_new_process()
    assert 0 < seconds < 5 and 0 < first < 5 and 1 < memory < 120
