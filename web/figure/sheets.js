// sheets.js — the style sheets of one figure: the one that all share, what stands out at present, and light or dark.
import { backgroundScheme } from "./host-theme.js";
import styles from "./figure.css";

const shared = new CSSStyleSheet();
shared.replaceSync(styles);

export class Sheets {
  /** @param {ShadowRoot} root */
  constructor(root) {
    /** For focus.js to write. */
    this.focus = new CSSStyleSheet();
    this._theme = new CSSStyleSheet();
    /** What it says. @type {string | null} */ this._scheme = null;
    root.adoptedStyleSheets = [shared, this.focus, this._theme];
  }

  /** Light or dark as its attribute says, else as what is behind it. @param {Element} figure */
  followTheme(figure) {
    const scheme = figure.getAttribute("theme") ?? backgroundScheme(figure);
    if (scheme === this._scheme) return;
    this._scheme = scheme;
    this._theme.replaceSync(scheme === "light" || scheme === "dark" ? `:host { color-scheme: ${scheme}; }` : "");
  }
}
