"""Pieces that, many times over, are the hardest texts for a checker: long runs, openings without an end."""

WORST = (
    *("a", "A", "é", "1", ".", "...", "(", ")", "()", "[", "{", "&", "A&", "-", "–", " - ", "/", "#", "'", "’"),
    *(" ", "\t", "\n", "\r\n", "\x00", "a.", "A.", "a. ", "A. ", "no. ", "e.g. ", "etc ", "1.", "1,", "1:", "1/"),
    *("1 ", "12:", "4/3/27 ", "4 March ", "March 4, ", "1.1.", "50% ", "% ", "£1 ", "IV ", "I", "X ", "(iv) ", "i"),
    *("two ", "two hundred and ", "one ", "twenty-", "and ", "or ", "not ", "n't ", "don't ", "is ", "was not "),
    *("have ", "would ", "would have ", "be ", "they ", "It ", "The a ", "the man ", "which ", ", which ", "if "),
    *(
        "in ",
        "in order ",
        "in the event ",
        "as a ",
        "at the end of the ",
        "key ",
        "local ",
        "local authority ",
        "plan ",
    ),
    *("proposal ", "see ", "see section ", "on page ", "do you agree ", "do you ", "to what extent ", "agree or "),
    *("NOT ", "PLEASE READ ", "NHS ", "ABCD", "ABC ", "ToR ", "www.", "a@", "a@b.", "a.b/", "http://", "a-", "-a"),
    *("a'", "'s ", "commission ", "stakeholder\n", "- a\n", "1) a\n", "# a\n", "a\u2028", "😀", "a\u0301"),
    *("We met. ", "What? ", "Dr. ", "? ! ", "!!! ", '." ', "…", "a… ", "a\t"),
)
