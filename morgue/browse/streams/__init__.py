"""Any search as a whole: every row that matches, however many, read in short steps."""
