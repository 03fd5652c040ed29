// highlight.js — Python text cut into coloured pieces. Pure. Colours only: what the text means is the core's to say.

/** @typedef {{ text: string, kind: string }} Piece kind "" is plain text; "odd": a letter that cannot be seen, or that turns others around */

/** A line with more pieces than this is no line of a person: the rest of it is plain. */
const MOST_PIECES = 1000;
/** Controls, and the marks of direction with which a program can be made to look like another one. */
const ODD = /([\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])/;

const WORDS = new Set(("and as assert async await break case class continue def del elif else except finally for from global if import in is "
  + "lambda match nonlocal not or pass raise return try while with yield").split(" "));
const CONSTANTS = new Set(["None", "True", "False"]);
const PIECE = /(#.*)|((?:\b[rbfRBF]{1,2})?(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?))|(\b\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?\b)|([A-Za-z_]\w*)|([^\w#"']+)/g;

/**
 * @param {string} source
 * @returns {Piece[][]} one list a line
 */
export function highlight(source) {
  /** @type {Piece[][]} */ const lines = [[]];
  let before = "";
  for (const [text, comment, string, number, word] of source.matchAll(PIECE)) {
    let kind = "";
    if (comment) kind = comment.startsWith("#:") ? "control" : "comment";
    else if (string) kind = "string";
    else if (number) kind = "number";
    else if (word) kind = WORDS.has(word) ? "keyword" : CONSTANTS.has(word) ? "number" : before === "def" || before === "class" ? "definition" : "";
    if (text.trim()) before = text;
    text.split("\n").forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part) add(lines[lines.length - 1], part, kind);
    });
  }
  return lines;
}

/** @param {Piece[]} line @param {string} text @param {string} kind */
function add(line, text, kind) {
  if (line.length >= MOST_PIECES) line[line.length - 1].text += text;
  else if (!ODD.test(text)) line.push({ text, kind });
  else for (const part of text.split(ODD)) if (part) line.push({ text: part, kind: ODD.test(part) ? "odd" : kind });
}
