"""Tables of ratings (CSV or XLSX): many inspections of which only some values are published, each with its source.

The steps: `reading.read_ratings` (pure), `preview.preview_ratings` (reads the store), `record.record_ratings` (the
one write).
"""
