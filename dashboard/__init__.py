"""A dashboard that shows what `tracker` says."""
