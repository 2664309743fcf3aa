"""Numbers: N1 number_word, N2 percentage, N3 roman_numeral.

What these cannot know: whether a number is needed at all, or whether "one" counts something.
"""

import re

from .limits import BIG_NUMBER
from .problems import ERROR, HINT, problem
from .signs import plain_numbers
from .word_sets import in_order, these

ONES = in_order(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
TENS = in_order("twenty thirty forty fifty sixty seventy eighty ninety")
VALUES = {word: number for number, word in enumerate(ONES)}
VALUES |= {word: 10 * number for number, word in enumerate(TENS, 2)}
TIMES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
# After these words a number word counts nothing: "two of us", "the two are", "two or more".
NOT_COUNTED = these(
    "of or and to in on at by with from is are was were has have had will would can could may might"
    " must should do does did the a an that which who than more less as if but not so then too also"
    " for into about after before we you they i he she it this these those there here us them"
)
LONGEST_NUMBER = 12  # words: "two hundred and twenty thousand …"
ONE_COUNTS = these("week weeks month year hour minute pound mile percent")
PERCENT = re.compile(
    r"(?<![\w.])(?P<number>\d{1,9}(?:\.\d{1,9})?)\s?(?:%|per ?cent\b|percentage points?\b)|%|٪|％"
    r"|\b(?:per cent|percent|percentages?|percentile)\b",
    re.I,
)
BIG = re.compile(r"(?<![\w.,£$€:/-])(?:\d{1,3}(?:,\d{3})+|\d{5,15})(?:\.\d{1,9})?(?![\w:/,-]*\d|\s?(?:pounds|pence))")
DECIMAL = re.compile(
    r"(?<![\w.,£$€:/-])\d{1,9}\.\d{1,9}(?!\d|[.:]\d|\s?(?:am|pm|pounds|million|billion)\b|%|\s?per ?cent)"
)
NUMERAL = re.compile(r"(?<![\w'’.&-])(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})(?![\w'’&-])(?!\.[A-Z])")
COUNTED_PART = re.compile(
    r"\b(?:Part|Section|Chapter|Appendix|Annex|Article|Phase|Stage|Schedule|Tier|Grade|Level|Type"
    r"|Volume|Act|World War|King \w+|Queen \w+)\s+\Z"
)
SMALL_NUMERAL = re.compile(r"\((?P<list>i{1,3}|iv|vi{0,3}|ix|xi{0,3})\)")
DIGITS = {"I": 1, "V": 5, "X": 10}
EASY_SHARES = {
    0: "none",
    25: "1 in 4",
    33: "1 in 3",
    50: "half",
    66: "2 in 3",
    67: "2 in 3",
    75: "3 in 4",
    100: "all",
    1: "1 in 100",
    2: "2 in 100",
    5: "1 in 20",
}


def number_word(sentence):
    """N1: an error for "two people", a hint for "the two of us". "One" is a hint at the very most."""
    words, number = sentence.words, 0
    while number < len(words):
        end = _run_of_number_words(words, number)
        if end > number:
            yield from _number_words(sentence, number, end)
        number = max(end, number + 1)


def percentage(sentence):
    """N2: an error for a percentage. A hint for a very big number or a decimal, unless it is money."""
    for match in PERCENT.finditer(sentence.text):
        message = "Say how many in 10, or say half or most."
        yield problem(
            sentence,
            match.start(),
            match.end(),
            "N2 percentage",
            ERROR,
            message,
            easy_share(match["number"]),
        )
    left_alone = plain_numbers(sentence.text)
    for pattern in (BIG, DECIMAL):
        for match in pattern.finditer(sentence.text):
            if _is_big(match) and match.start() not in left_alone:
                message = "This number is hard to picture, so use a simple number."
                yield problem(sentence, match.start(), match.end(), "N2 percentage", HINT, message)


def roman_numeral(sentence):
    """N3: an error for numbers such as IV. A lone I, V or X only in "Part V"."""
    for match in NUMERAL.finditer(sentence.text):
        letters = match.group()
        before = sentence.text[max(0, match.start() - 20) : match.start()]
        if len(letters) > 1 or COUNTED_PART.search(before):
            yield _roman(sentence, match, match.start(), match.end(), letters)
    for match in SMALL_NUMERAL.finditer(sentence.text):
        yield _roman(sentence, match, match.start("list"), match.end("list"), match["list"])


def easy_share(number):
    """A percentage in easy words: 25 is "1 in 4". "" when there is no easy way to say it."""
    if number is None or "." in number:
        return ""
    share = int(number)
    if share in EASY_SHARES:
        return EASY_SHARES[share]
    if share < 100 and share % 10 == 0:
        return {20: "1 in 5"}.get(share, f"{share // 10} in 10")
    return ""


def _run_of_number_words(words, number):
    """The number after the last of a run such as "two hundred and fifty"."""
    end = number
    while end < len(words):
        low = words[end].low
        joins = low == "and" and end > number and words[end - 1].low in TIMES
        if _value(low) is None and not joins:
            break
        if low in TIMES and end == number and low != "zero":
            break
        end += 1
    return end - 1 if end > number and words[end - 1].low == "and" else end


def _value(low):
    """What a number word is worth, or None. "twenty-five" is 25."""
    if low in TIMES:
        return TIMES[low]
    if low in VALUES:
        return VALUES[low]
    tens, dash, ones = low.partition("-")
    if dash and tens in TENS and ones in ONES[1:10]:
        return VALUES[tens] + VALUES[ones]
    return None


def _number_words(sentence, start, end):
    run = sentence.words[start:end]
    after = sentence.words[end].low if end < len(sentence.words) else ""
    if run[0].text[0].isupper() and start > 0:
        return
    if len(run) == 1 and run[0].low in ("one", "zero"):
        level = HINT if after in ONE_COUNTS else None
    else:
        level = ERROR if _counts_something(sentence, run[-1], after) else HINT
    if level:
        message = "Write the number in digits, because digits are easier to see."
        yield problem(sentence, run[0].start, run[-1].end, "N1 number_word", level, message, _digits(run))


def _counts_something(sentence, last, after):
    """Whether the next word, with only a space before it, is one that can be counted."""
    gap = sentence.text[last.end : last.end + 1]
    return gap == " " and after.isalpha() and after not in NOT_COUNTED


def _digits(run):
    """A run of number words in digits: "two hundred and fifty" is 250. "" for a run that is no number of ours."""
    if len(run) > LONGEST_NUMBER:
        return ""
    total, part = 0, 0
    for word in run:
        if word.low in TIMES and TIMES[word.low] > 100:
            total, part = total + max(part, 1) * TIMES[word.low], 0
        elif word.low == "hundred":
            part = max(part, 1) * 100
        elif word.low != "and":
            part += _value(word.low)
    return f"{total + part:,}"


def _is_big(match):
    digits = match.group().replace(",", "")
    return "." in digits or float(digits) > BIG_NUMBER


def _roman(sentence, match, start, end, letters):
    values = [DIGITS[letter] for letter in letters.upper()]
    total = sum(-a if a < b else a for a, b in zip(values, values[1:] + [0], strict=True))
    message = "Write the number in digits."
    return problem(sentence, start, end, "N3 roman_numeral", ERROR, message, str(total))
