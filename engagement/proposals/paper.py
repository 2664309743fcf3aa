"""Whether a round can be printed in Easy Read, tried before it opens (T10). `trail` prints the whole paper."""

from easyread.printing import CannotPrint, Idea, Paper, PrintingIsOff, Question, Section, draw, sections_of
from easyread.printing.drawing import refuse_without_packages
from easyread.printing.keeping import as_html
from easyread.reading import ready, with_pictures

OFF = "This computer cannot make PDFs now. So nobody has tried the Easy Read PDF."


def can_be_drawn(round):
    """Whether the words, pictures and questions of a round (RoundPage) make a PDF that everybody can read.

    Where PDFs are switched off nobody can know, and that stands in nobody's way. Returns bool.
    """
    try:
        draw(as_html(paper_of(round)))
    except CannotPrint:
        return False
    except PrintingIsOff:
        pass
    return True


def is_off():
    """Whether this computer has no packages for PDFs (docs/printing.md). Returns bool."""
    try:
        refuse_without_packages()
    except PrintingIsOff:
        return True
    return False


def paper_of(round):
    """The text and the questions of a round, as they are written, as a Paper."""
    sections = sections_of(with_pictures(round.easy_read), "What you need to know")
    questions = [question_of(block.value, number) for number, block in enumerate(round.questions, start=1)]
    paper = Paper(title=round.title, address="/", picture=round.picture, sections=sections)
    paper.sections.append(Section("The questions", questions))
    ready([round.picture, *(picture for part in paper.parts() for picture in part.pictures())])
    return paper


def question_of(value, number):
    """One question, from the value of its block, as a Question of the paper."""
    choices = [Idea(words=[choice["text"]], picture=choice["picture"]) for choice in value["choices"]]
    words = [value["help"]] if value["help"] else []
    return Question(number=number, text=value["text"], words=words, choices=choices, picture=value["picture"])
