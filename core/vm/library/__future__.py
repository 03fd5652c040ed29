"""Features that are on already, or change nothing here."""
annotations = division = generator_stop = absolute_import = print_function = unicode_literals = nested_scopes = True
generators = with_statement = barry_as_FLUFL = True
