from __future__ import annotations

import threading
import time
from itertools import accumulate, pairwise

import pytest

from cspdesk.khmer.clusters import clusters, is_khmer
from cspdesk.khmer.wordlist import listed_ends, words
from cspdesk.khmer.words import Opinion, WordEnds
from tests.paper.texts import UDHR


def divided(letters: str) -> list[str]:
    boundaries = list(accumulate(map(len, clusters(letters)), initial=0))
    inside = [boundaries[number] for number in sorted(listed_ends(letters, boundaries))]
    places = [0, *inside, len(letters)]
    return [letters[start:end] for start, end in pairwise(places)]


@pytest.mark.parametrize("word", ["ប្រជាជន", "សាលារៀន", "រដ្ឋាភិបាល", "កិច្ចប្រជុំ"])
def test_the_list_knows_words(word: str) -> None:
    assert word in words()


def test_the_list_divides_into_as_few_words_as_possible() -> None:
    assert divided("ប្រជាជនកម្ពុជានិងរដ្ឋាភិបាល") == ["ប្រជាជន", "កម្ពុជា", "និង", "រដ្ឋាភិបាល"]


def test_unknown_letters_are_left_whole_between_known_words() -> None:
    assert divided("និងឝ៊ឝ៊និង") == ["និង", "ឝ៊ឝ៊", "និង"]
    assert divided("") == [""]


def test_two_opinions() -> None:
    text = "ប្រជាជនកម្ពុជា និងរដ្ឋាភិបាល"
    ends = WordEnds(text)
    found = {at: ends.opinion(at) for at in range(len(text) + 1)}
    both = [text[:at][-6:] for at, opinion in found.items() if opinion is Opinion.BOTH]
    assert both == ["ប្រជាជន"[-6:], "ជា និង"]
    assert found[0] is found[len(text)] is None


def test_the_model_says_of_a_window_what_it_says_of_the_whole_paragraph() -> None:
    from khmercut import tokenize

    different = places = 0
    for paragraph in filter(None, UDHR.splitlines()):
        text = paragraph.translate(str.maketrans("។៕៖", "   "))
        whole = set(accumulate(map(len, tokenize(text))))
        ends = WordEnds(text)
        for at in accumulate(map(len, clusters(text))):
            if at == len(text) or not all(map(is_khmer, text[at - 1 : at + 1])):
                continue
            places += 1
            said = ends.opinion(at) in {Opinion.BOTH, Opinion.MODEL}
            different += said != (at in whole)
    assert places > 3000
    assert different == 0


def test_threads_ask_khmercut_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    inside, clashes = threading.Lock(), list[str]()

    def tokenize(text: str) -> list[str]:
        if not inside.acquire(blocking=False):
            clashes.append(text)
            return [text]
        time.sleep(0)  # lets another thread run
        inside.release()
        return [text]

    def ask() -> None:
        for _ in range(200):
            WordEnds("ប្រជាជនកម្ពុជា").opinion(7)

    monkeypatch.setattr("khmercut.tokenize", tokenize)
    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert clashes == []
