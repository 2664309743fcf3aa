"""How big and how long a file from a person may be, and how it is said beforehand. Plain values, no Django."""

PICTURE, SOUND, FILM = "picture", "sound", "film"
KINDS = (PICTURE, SOUND, FILM)

MB = 1024 * 1024
MOST_BYTES = {PICTURE: 10 * MB, SOUND: 30 * MB, FILM: 60 * MB}
MOST_SECONDS = {SOUND: 5 * 60, FILM: 60}
SPARE_SECONDS = 5  # a recorder that stops itself stops a little late
MOST_PIXELS = 25_000_000
LONGEST_SIDE = 2000  # pixels of a picture as it is kept
FILM_SIDE = 640  # pixels of the longer side of a film as it is kept: enough to see somebody sign
FRAMES = 15  # a second, as a film is kept

# What the process that opens a file may use: bytes of memory, seconds of work, seconds in all, bytes it may write.
MEMORY = {PICTURE: 1024 * MB, SOUND: 1536 * MB, FILM: 2048 * MB}
WORK = {PICTURE: 20, SOUND: 40, FILM: 110}
PATIENCE = {PICTURE: 30, SOUND: 60, FILM: 120}
MOST_WRITTEN = 40 * MB
