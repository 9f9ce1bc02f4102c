"""Pictures of every kind of page, for people who want to see the archive before they build one: `make screenshots`."""
