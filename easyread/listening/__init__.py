"""Listen: sentences of ours that people read aloud, heard in place of the browser's voice (docs/listen.md)."""
