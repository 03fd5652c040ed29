// blocks.js — finds the programs in a document that are meant to be figures, and the output that is recorded of each. Pure.
//
// A program is a fence that is marked `sluice` (```python sluice, ``` {.python .sluice}, MyST's or reStructuredText's code-block with
// `:class: sluice`), a fence or a <pre> in a <sluice-figure>, or a <pre> or <code> with the class sluice; or its first comment is
// `#: sluice`. Its recorded output is the next fence, if `output` is among that one's words, or the next <pre class="output">.

/**
 * @typedef {{ line: number, source: string, attributes: Record<string, string>, recorded: string | null, recordedAt: [number, number] | null,
 *   form: "text" | "html", indent: string }} Block
 *   line: where the program begins, from 1; recordedAt: between which offsets of the document the recorded output stands
 */
/** A stretch of code in a document, whether it is a program or an output.
 * @typedef {{ from: number, to: number, textFrom: number, textTo: number, text: string, words: string[], attributes: Record<string, string>,
 *   form: "text" | "html", indent: string }} Stretch */

const FENCE = /^([ \t]*(?:> ?)*)(`{3,}|~{3,})[ \t]*([^\n`]*)\n([\s\S]*?)^\1?[ \t]*\2[`~]*[ \t]*$/gm;
const DIRECTIVE = /^([ \t]*)\.\. (?:code-block|code|sourcecode|literalinclude):: *(\S*)[ \t]*\n((?:\1[ \t]+:[\w-]+:[^\n]*\n)*)((?:[ \t]*\n|\1[ \t]+[^\n]*(?:\n|$))+)/gm;
const PRE = /<pre\b([^>]*)>(\s*<code\b([^>]*)>)?([\s\S]*?)(<\/code>\s*)?<\/pre>/g;
const FIGURE = /<sluice-figure\b([^>]*)>([\s\S]*?)<\/sluice-figure>/g;
const ATTRIBUTE = /(?:data-)?([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'}>]+)))?/g;
const OPTION = /^[ \t]*:([\w-]+):[ \t]*(.*)$/gm;
const COMMENT = /^(?:[ \t]*(?:#.*)?\n)*?#:[ \t]*sluice\b[ \t]*(.*)$/m;
const CODE_INDENT = /^(?: {4}| {0,3}\t)/;
/** @type {Record<string, string>} */
const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", "#39": "'", nbsp: " " };

/**
 * @param {string} document text of a .md, .rst or .html file
 * @param {boolean} [isMarkdown] what is HTML elsewhere is a piece of code there, if it is far enough in
 * @returns {Block[]} in the order of the text
 */
export function blocksOf(document, isMarkdown = false) {
  const isCode = (/** @type {Stretch} */ { from }) => isMarkdown && CODE_INDENT.test(document.slice(document.lastIndexOf("\n", from) + 1, from + 1));
  const stretches = [...fences(document), ...directives(document), ...pres(document).filter((stretch) => !isCode(stretch))].sort((a, b) => a.from - b.from)
    .filter((stretch, index, all) => !all.some((other, i) => i !== index && other.from <= stretch.from && stretch.to <= other.to && other.to - other.from > stretch.to - stretch.from));
  const figures = Array.from(document.matchAll(FIGURE), (found) => ({ from: found.index, to: found.index + found[0].length, attributes: attributesOf(found[1]) }));
  return stretches.flatMap((stretch, index) => {
    const figure = figures.find(({ from, to }) => from < stretch.from && stretch.to < to);
    const comment = COMMENT.exec(stretch.text.slice(0, stretch.text.search(/^[^#\s]/m) >>> 0));
    if (stretch.words.includes("output") || (!figure && !comment && !stretch.words.includes("sluice"))) return [];
    const next = stretches[index + 1];
    const isRecord = next?.words.includes("output") && isNothing(document.slice(stretch.to, next.from));
    return [{
      line: document.slice(0, stretch.textFrom).split("\n").length, source: stretch.text, form: next && isRecord ? next.form : stretch.form,
      attributes: { ...stretch.attributes, ...figure?.attributes, ...attributesOf(comment?.[1] ?? "") },
      recorded: isRecord ? next.text : null, recordedAt: isRecord ? /** @type {[number, number]} */ ([next.textFrom, next.textTo]) : null, indent: isRecord ? next.indent : "",
    }];
  });
}

/** The document with another recorded output in the place of a block's. @param {string} document @param {Block} block @param {string} output */
export function withOutput(document, { recordedAt, form, indent }, output) {
  if (!recordedAt) return document;
  const text = form === "html" ? output.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;") : output.replace(/^(?=.)/gm, indent);
  return document.slice(0, recordedAt[0]) + text + document.slice(recordedAt[1]);
}

/** @param {string} document @returns {Stretch[]} */
function fences(document) {
  return Array.from(document.matchAll(FENCE), (found) => {
    const [whole, indent, , info, body] = found;
    const text = strip(body, indent);
    const options = /^\{[\w-]+\}/.test(info) ? /^(?:[ \t]*:[\w-]+:.*\n)+\n?/.exec(text)?.[0] ?? "" : "";
    const textFrom = found.index + whole.indexOf("\n") + 1;
    return {
      from: found.index, to: found.index + whole.length, textFrom, textTo: textFrom + body.length, text: text.slice(options.length), form: "text", indent,
      words: wordsOf(info, options), attributes: { ...attributesOf(info), ...optionsOf(options) },
    };
  });
}

/** @param {string} document @returns {Stretch[]} */
function directives(document) {
  return Array.from(document.matchAll(DIRECTIVE), (found) => {
    const [whole, , language, options, body] = found;
    const lines = body.replace(/^(?:[ \t]*\n)+/, "").replace(/\s+$/, "\n");
    const indent = /^[ \t]*/.exec(lines)?.[0] ?? "";
    const textFrom = found.index + whole.length - body.length + body.indexOf(lines.slice(0, -1));
    return {
      from: found.index, to: textFrom + lines.length, textFrom, textTo: textFrom + lines.length, text: strip(lines, indent), form: "text", indent,
      words: wordsOf(language, options), attributes: optionsOf(options),
    };
  });
}

/** @param {string} document @returns {Stretch[]} */
function pres(document) {
  return Array.from(document.matchAll(PRE), (found) => {
    const [whole, onPre, code = "", onCode = "", body, end = ""] = found;
    const textFrom = found.index + `<pre${onPre}>${code}`.length;
    const attributes = { ...attributesOf(onPre), ...attributesOf(onCode) };
    const text = decode(body.replace(/<[^>]*>/g, ""));
    return {
      from: found.index, to: found.index + whole.length, textFrom, textTo: found.index + whole.length - `${end}</pre>`.length, form: "html", indent: "",
      text: text.replace(/^\n/, "").replace(/\s*$/, "\n"), attributes, words: wordsOf(`${attributesOf(onPre).class ?? ""} ${attributesOf(onCode).class ?? ""}`, ""),
    };
  });
}

/** @param {string} info @param {string} options @returns {string[]} */
const wordsOf = (info, options) => [...info.split(/[\s{}.,]+/), ...(optionsOf(options).class ?? "").split(/\s+/)].map((word) => word.replace(/^language-/, "")).filter(Boolean);

/** @param {string} text @returns {Record<string, string>} */
const attributesOf = (text) => Object.fromEntries(Array.from(text.matchAll(ATTRIBUTE), ([, name, double, single, bare]) => [name, double ?? single ?? bare ?? ""]));

/** @param {string} text @returns {Record<string, string>} */
const optionsOf = (text) => Object.fromEntries(Array.from(text.matchAll(OPTION), ([, name, value]) => [name.replace(/^data-/, ""), value]));

/** @param {string} text @param {string} indent */
const strip = (text, indent) => (indent === "" ? text : text.split("\n").map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart())).join("\n"));

/** Whether only blank lines and the ends of elements stand between two stretches. @param {string} text */
const isNothing = (text) => text.replace(/<\/[\w-]+>/g, "").trim() === "";

/** @param {string} text */
const decode = (text) => text.replace(/&(#?\w+);/g, (whole, name) => ENTITIES[name] ?? (/^#x/i.test(name) ? String.fromCodePoint(parseInt(name.slice(2), 16)) : /^#\d/.test(name) ? String.fromCodePoint(Number(name.slice(1))) : whole));
