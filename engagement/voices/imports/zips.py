"""XLSX and ODS are zip files: how much they would unpack to is looked at before anything is unpacked."""

import io
import zipfile

from django.core.exceptions import ValidationError

UNPACKED = 120 * 1024 * 1024  # bytes in all; Python reads no more of a part than it says it has
ONE_PART = {"xl/sharedStrings.xml": 40 * 1024 * 1024}  # parts that are held in memory whole
MOST_PARTS = 2000
TOO_BIG_UNPACKED = "This file is too big when it is unpacked. Please make 2 files of it."
NOT_A_ZIP = "This file is broken. Please save it again."
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def opened(data):
    """A zip file (bytes) that is safe to read. Returns a ZipFile. Raises ValidationError for a broken or huge one."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise ValidationError(NOT_A_ZIP, code="file") from error
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > UNPACKED:
        raise ValidationError(TOO_BIG_UNPACKED, code="file")
    if any(part.file_size > ONE_PART.get(part.filename, UNPACKED) for part in parts):
        raise ValidationError(TOO_BIG_UNPACKED, code="file")
    if any(part.flag_bits & 1 for part in parts):
        raise ValidationError("This file has a password. Please save it without one.", code="file")
    return archive


def kind_of_zip(data):
    """Which kind of spreadsheet a zip file (bytes) is: "xlsx", "ods", or None."""
    with opened(data) as archive:
        names = set(archive.namelist())
        if "xl/workbook.xml" in names:
            return "xlsx"
        if {"content.xml", "mimetype"} <= names and archive.read("mimetype").decode("ascii", "replace").strip() == ODS:
            return "ods"
    return None
