"""Looking into a PDF, as a reader and as a machine."""

import ctypes

import page
import pypdfium2 as pdfium
import pypdfium2.raw as raw
import zxingcpp


def pages_of(data):
    """The text of each page of a PDF (bytes), with single spaces, as a list of str."""
    document = pdfium.PdfDocument(data)
    return [" ".join(one.get_textpage().get_text_range().split()) for one in document]


def words_of(data):
    """All the text of a PDF (bytes) as one str."""
    return " ".join(pages_of(data))


def metadata_of(data):
    """The document information of a PDF (bytes): a dict with Title, Author and others."""
    return pdfium.PdfDocument(data).get_metadata_dict()


def problems_of(data):
    """The rules of PDF/UA-1 that a PDF (bytes) breaks, as a set of str."""
    return {failure.rule_id for failure in page.validate_pdf_bytes(data, profile="ua1").failures}


def fonts_of(data):
    """Every font that draws a letter in a PDF (bytes): a dict of name → whether it is inside the file."""
    document, found = pdfium.PdfDocument(data), {}
    for one in document:
        for thing in one.get_objects([raw.FPDF_PAGEOBJ_TEXT], max_depth=8):
            font = raw.FPDFTextObj_GetFont(thing.raw)
            name = ctypes.create_string_buffer(128)
            raw.FPDFFont_GetBaseFontName(font, name, 128)
            found[name.value.decode()] = bool(raw.FPDFFont_GetIsEmbedded(font))
    return found


def square_codes_of(data, dpi=150):
    """What a phone reads from the square codes of a PDF (bytes) printed and scanned at `dpi` (D4). A list of str."""
    images = [one.render(scale=dpi / 72).to_pil() for one in pdfium.PdfDocument(data)]
    return [code.text for image in images for code in zxingcpp.read_barcodes(image)]


def letter_sizes_of(data):
    """How big the letters of a PDF (bytes) are, in points: for each page a set of sizes, rounded to a half."""
    found = []
    for one in pdfium.PdfDocument(data):
        text = one.get_textpage()
        places = range(text.count_chars())
        shown = [place for place in places if text.get_text_range(place, 1).strip()]
        found.append({letter_size(text.raw, place) for place in shown})
    return found


def letter_size(text, place):
    """The size of one letter on the paper, in points: a browser draws in pixels and scales the page."""
    drawn = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, place, drawn)
    return round(raw.FPDFText_GetFontSize(text, place) * abs(drawn.d) * 2) / 2


def language_of(data):
    """The language a PDF (bytes) says it is in, such as "en-GB"."""
    document, words = pdfium.PdfDocument(data), (ctypes.c_ushort * 32)()
    raw.FPDFCatalog_GetLanguage(document.raw, words, 64)
    return bytes(words).decode("utf-16-le").partition("\0")[0]
