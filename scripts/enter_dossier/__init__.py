"""Enters a dossier, a table of figures as documents printed them, as observations, citations and documents."""
