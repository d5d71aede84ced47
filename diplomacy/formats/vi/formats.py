"""Vietnamese: Django's own formats set no thousands apart."""

NUMBER_GROUPING = 3
