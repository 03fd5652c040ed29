// own-script.js — the <script> that brought this very file, for what its attributes say.

/** The classic script that is being run; there is none later on, so it is asked for at once. */
const current = typeof document === "undefined" ? null : document.currentScript;

/** @param {string} address of this module; empty: it is part of a classic script @returns {HTMLOrSVGScriptElement | null} */
export function ownScript(address) {
  if (typeof document === "undefined") return null;
  return current ?? Array.from(document.scripts).find(({ src }) => src !== "" && src === address) ?? null;
}
