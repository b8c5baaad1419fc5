"""How long the library takes, beside a named peer that does the same in the same run."""
