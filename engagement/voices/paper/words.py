"""What a paper form says by itself, in Easy Read: each str is one sentence."""

HOW_TO = (
    "Use a pen.",
    "Put a tick in the box next to your answer.",
    "You can leave any question empty.",
    "You can ask someone to help you.",
)
LEAVE_OUT = ("You can leave this out.", "We keep it apart from your answers.")
MIND = ("Put a tick only when you want to say yes.", "You can change your mind later.")
KEPT = ("Our staff read every word.", "You do not have to tell us your name.", "Please do not write anyone’s name.")
SAFE = (
    "Are you unsafe, or is someone else?",
    "Then we may have to tell someone who can help.",
    "We cannot keep that secret.",
    "In an emergency, phone 999.",
)
NO_NAMES = ("Please do not write anyone’s name.", "Our staff read every word.")
