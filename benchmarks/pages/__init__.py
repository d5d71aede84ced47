"""What a page costs: the site and Datasette on the same rows, asked in turn."""
