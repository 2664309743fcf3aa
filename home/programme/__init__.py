"""The Kent programme: what the site starts with, from readable data files, one a subject (data/*.toml).

The register of bodies and the site's own pages are real. The rest (`--demo`) is made up and marked as such.
"""
