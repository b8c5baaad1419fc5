"""How a claim travelled, who stands behind it, which claims agree, and what changed between two days."""
