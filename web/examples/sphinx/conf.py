"""Sphinx with MyST. The files of dist/element are in _static/sluice."""
import os

project = "Sluice in Sphinx"
extensions = ["myst_parser"]
html_theme = os.environ.get("THEME", "furo")
html_static_path = ["_static"]
html_js_files = [("sluice/sluice.js", {"type": "module", "data-upgrade": ""})]
