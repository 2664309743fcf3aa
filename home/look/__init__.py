"""Make it work for me: how one person wants pages to look, without an account or JavaScript (docs/front-end.md)."""
