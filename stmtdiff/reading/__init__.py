"""From the words of a clause to what it commits to: marks for the judge (``scan``), whole readings (``clause``)."""
