"""Paper: forms to print, typing them in by keyboard, and a second person's check (docs/paper.md)."""
