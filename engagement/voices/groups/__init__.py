"""The pages of a group session, for workers: /support/group/ (docs/groups.md)."""
