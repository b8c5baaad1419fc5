"""Figures cited in reporting on crises, kept as sourced, dated claims."""

__version__ = "0.1.0"
