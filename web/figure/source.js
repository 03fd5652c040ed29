// source.js — the program that an author wrote inside the element, exactly, whatever a documentation generator made of it.

const LINE = ".ec-line, .token-line, .line, .code-line, [data-line]";
const NO_TEXT = "button, .gutter, .linenos, .ln, [aria-hidden], [slot]";

/**
 * Text of the first <pre> in a host, or of the host itself. Generators wrap lines in elements of their own and drop the line
 * breaks, or put buttons and line numbers between; textContent would not do.
 * @param {Element} host
 */
export function readSource(host) {
  return textIn(host.querySelector("pre:not([data-file], .linenos pre)") ?? host);
}

/**
 * The files that an author gave with the program: `<pre data-file="notes.txt">` beside it, by path.
 * @param {Element} host @returns {Record<string, string>}
 */
export function readFiles(host) {
  return Object.fromEntries(Array.from(host.querySelectorAll("pre[data-file]"), (file) => [file.getAttribute("data-file") ?? "", textIn(file)]));
}

/** @param {Element} root */
function textIn(root) {
  const text = (root.querySelector(`br, ${LINE}, ${NO_TEXT}`) ? textOf(root) : root.textContent ?? "").replace(/\u00a0/g, " ").replace(/\r\n?/g, "\n");
  return `${dedent(text.replace(/^\n+/, "").replace(/\s+$/, ""))}\n`;
}

/** @param {Node} node @returns {string} */
function textOf(node) {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return "";
  if (node.tagName === "BR") return "\n";
  if (node.matches(NO_TEXT)) return "";
  const text = Array.from(node.childNodes, textOf).join("");
  // Some generators leave the line breaks between those elements, others have none.
  const isBroken = text.endsWith("\n") || (node.nextSibling instanceof Text && node.nextSibling.data.startsWith("\n"));
  return node.matches(LINE) && !isBroken ? `${text}\n` : text;
}

/** @param {string} text */
function dedent(text) {
  // Most programs begin at the margin, and are not looked through.
  if (/^\S/.test(text)) return text;
  const lines = text.split("\n");
  const margins = lines.filter((line) => line.trim()).map((line) => (/^ */.exec(line) ?? [""])[0].length);
  const margin = Math.min(...margins, Infinity);
  return Number.isFinite(margin) && margin > 0 ? lines.map((line) => line.slice(margin)).join("\n") : text;
}
