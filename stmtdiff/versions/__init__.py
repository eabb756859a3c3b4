"""One statement through its revisions: ids carried over, what each changed, since when a clause stands, merges.

``store`` says what git holds; here it is read as statements and compared.
"""
