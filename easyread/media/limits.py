"""How big and how long a file from a person may be, and how it is said beforehand. Plain values, no Django."""

PICTURE, SOUND, FILM = "picture", "sound", "film"
KINDS = (PICTURE, SOUND, FILM)
PAGE_FILM = "page film"  # a film that staff bring in for a page; it may be a little longer
FILMS = (FILM, PAGE_FILM)
READING = "reading"  # one sentence that a person reads aloud; a sound, but short
SOUNDS = (SOUND, READING)

MB = 1024 * 1024
MOST_BYTES = {PICTURE: 10 * MB, SOUND: 30 * MB, FILM: 100 * MB, PAGE_FILM: 200 * MB, READING: 15 * MB}
MOST_SECONDS = {SOUND: 5 * 60, FILM: 2 * 60, PAGE_FILM: 5 * 60, READING: 60}
SPARE_SECONDS = 5  # a recorder that stops itself stops a little late
MOST_PIXELS = 25_000_000  # of a picture
LONGEST_SIDE = 2000  # pixels of a picture as it is kept
MOST_FILMED = 9_500_000  # pixels of one frame of a film: what phones record at most
FILM_SIDE = 640  # pixels of the longer side of a film as it is kept: enough to see hands and a face
FRAMES = 25  # a second, as a film is kept: signing is hard to follow with fewer

# What takes longer than this many bytes to open is left to the worker beside the web processes (waiting.py).
LATER = {SOUND: MB, FILM: 0, PAGE_FILM: 0, READING: 0}

# What the process that opens a file may use: bytes of memory, seconds of work, seconds in all, bytes it may write.
MEMORY = {PICTURE: 1024 * MB, SOUND: 1536 * MB, FILM: 2048 * MB, PAGE_FILM: 2048 * MB, READING: 1536 * MB}
WORK = {PICTURE: 20, SOUND: 40, FILM: 240, PAGE_FILM: 480, READING: 40}
PATIENCE = {PICTURE: 30, SOUND: 60, FILM: 600, PAGE_FILM: 1200, READING: 60}
MOST_WRITTEN = 60 * MB
LOOK_WORK, LOOK_PATIENCE = 5, 10  # seconds of work, and in all, for a first look into a file
