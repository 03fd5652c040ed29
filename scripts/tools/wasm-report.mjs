// wasm-report.mjs — what is in a wasm file: sections, and code by function, by class and by template.
//
//   node wasm-report.mjs FILE.wasm [FILE.symbols] [LINES]
//
// The symbols are what emcc --emit-symbol-map writes: without them functions have numbers only. Names are demangled by c++filt.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import zlib from 'node:zlib';

const SECTIONS = ['custom', 'types', 'imports', 'functions', 'tables', 'memory', 'globals', 'exports', 'start', 'elements', 'code', 'data', 'data count'];
const CODE = 10;
const IMPORTS = 2;

const [file, symbols, lines = '60'] = process.argv.slice(2);
const bytes = fs.readFileSync(file);

/** Reads a LEB128 number. @param {number} at @returns {[value: number, next: number]} */
function number(at) {
  let value = 0;
  let shift = 0;
  for (;;) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
    shift += 7;
  }
}

/** @param {Buffer} content */
const brotli = (content) => zlib.brotliCompressSync(content, { params: { [zlib.constants.BROTLI_PARAM_LGWIN]: 24 } }).length;

/** @returns {{id: number, begin: number, end: number}[]} */
function sections() {
  const found = [];
  for (let at = 8; at < bytes.length;) {
    const id = bytes[at];
    const [size, begin] = number(at + 1);
    found.push({ id, begin, end: begin + size });
    at = begin + size;
  }
  return found;
}

/** How many functions are imported: they have the first numbers. @param {{begin: number}} section */
function importedFunctions({ begin }) {
  let [count, at] = number(begin);
  let functions = 0;
  for (; count > 0; --count) {
    for (let text = 0; text < 2; ++text) {
      const [size, next] = number(at);
      at = next + size;
    }
    const kind = bytes[at++];
    if (kind === 0) functions += 1;
    if (kind === 1) at += 1;
    if (kind === 3) { at += 2; continue; }
    const [flags, next] = number(at);
    at = next;
    if (kind !== 0 && flags <= 1) {
      [, at] = number(at);
      if (flags === 1) [, at] = number(at);
    }
  }
  return functions;
}

/** @param {{begin: number}} code @param {number} first @returns {{index: number, size: number}[]} */
function functionSizes({ begin }, first) {
  let [count, at] = number(begin);
  const sizes = [];
  for (let index = first; count > 0; --count, ++index) {
    const [size, next] = number(at);
    sizes.push({ index, size });
    at = next + size;
  }
  return sizes;
}

/** @returns {Map<number, string>} */
function names() {
  if (!symbols || !fs.existsSync(symbols)) return new Map();
  const entries = fs.readFileSync(symbols, 'utf8').trim().split('\n').map((line) => /** @type {[string, string]} */ ([line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
  const mangled = entries.map(([, name]) => name.replace(/\\([0-9a-f]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16))));
  const plain = spawnSync('c++filt', { input: mangled.join('\n'), encoding: 'utf8', maxBuffer: 1 << 28 }).stdout?.split('\n') ?? mangled;
  return new Map(entries.map(([index], place) => [Number(index), plain[place]]));
}

/** @param {string} name the class or namespace that a function belongs to */
function ownerOf(name) {
  const plain = name.replace(/\(anonymous namespace\)::/g, '').replace(/\(.*$/, '').replace(/<.*$/, '');
  const parts = plain.split('::');
  return parts.length > 2 ? parts.slice(0, 2).join('::') : plain.startsWith('sluice::') ? 'sluice:: (functions)' : parts.length > 1 ? parts[0] : '(C)';
}

/** @param {{size: number, name: string}[]} all @param {(name: string) => string} key @param {string} title */
function printGroups(all, key, title) {
  /** @type {Map<string, {size: number, count: number}>} */
  const groups = new Map();
  for (const { size, name } of all) {
    const group = groups.get(key(name)) ?? { size: 0, count: 0 };
    groups.set(key(name), { size: group.size + size, count: group.count + 1 });
  }
  console.log(`\n${title}\n    bytes  count`);
  for (const [name, { size, count }] of [...groups].sort((a, b) => b[1].size - a[1].size).slice(0, Number(lines))) {
    console.log(`${String(size).padStart(9)}${String(count).padStart(7)}  ${name.slice(0, 140)}`);
  }
}

const parts = sections();
console.log('    bytes   brotli  section');
for (const { id, begin, end } of parts) {
  console.log(`${String(end - begin).padStart(9)}${String(brotli(bytes.subarray(begin, end))).padStart(9)}  ${SECTIONS[id]}`);
}
const imports = parts.find(({ id }) => id === IMPORTS);
const code = parts.find(({ id }) => id === CODE);
if (code) {
  const named = names();
  const all = functionSizes(code, imports ? importedFunctions(imports) : 0).map(({ index, size }) => ({ size, name: named.get(index) ?? `function ${index}` }));
  printGroups(all, (name) => name, 'functions');
  printGroups(all, ownerOf, 'classes and namespaces');
  printGroups(all, (name) => name.replace(/<.*>/, '<…>').replace(/\(.*$/, ''), 'functions, all instances of a template together');
}
