"""Git: a statement at a revision, history, commits, drivers; the only home of GitPython.

``process`` says how git is run, and every other module here asks through it. What reads is ``revisions``, ``working``
and ``history``; what writes is ``commit`` (the repository) and ``drivers`` (its configuration).
"""
