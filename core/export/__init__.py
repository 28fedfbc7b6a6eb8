"""What leaves the project: the review PDF, tables as CSV, everything as JSON, charts as SVG. Never reads a widget."""
