"""The tables of an archive as files of other forms, each column with what it means.

`notes` knows what columns mean, `arrow` what they are, a module for each form writes a table, `package` tells of all
files, and `export` runs it.
"""
