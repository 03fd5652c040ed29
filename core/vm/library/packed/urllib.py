"""The package of urllib.parse; what opens connections is not modelled."""
