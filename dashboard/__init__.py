"""A dashboard that shows what `tracker` says. It opens no data file and does no arithmetic on figures."""
