"""Features that are on already, or change nothing here."""


class _Feature:
    pass


annotations = division = generator_stop = absolute_import = print_function = unicode_literals = nested_scopes = _Feature()
generators = with_statement = barry_as_FLUFL = _Feature()
