// names.mjs — checks that files are named and begin as the house rules say.
//
//   node names.mjs [FOLDER]      prints each violation, then "N passed, N failed"
//
// C++ and Python files are snake_case, all others kebab-case; none is a grab bag; each begins with a comment that says what it is for;
// a header has `#pragma once`.

import fs from 'node:fs';
import path from 'node:path';

const FOLDERS = ['bench', 'core', 'wasm', 'web', 'tests/core', 'tests/wasm', 'tests/web', 'tests/scripts', 'scripts'];
/** Names that say nothing about what is inside. */
const GRAB_BAGS = /^(utils?|helpers?|misc|common)\./;
const COMMENT = /^(\/\/|\/\*|#|"""|<!--|<!doctype)/i;

/** @param {string} file @param {string} text @returns {string} what is wrong; empty: nothing */
function faultOf(file, text) {
  const name = path.basename(file);
  // A Python module may be named after the one that a program imports: contextlib.py, collections.abc.py.
  const pattern = /\.(h|cpp|def|py)$/.test(name) ? /^[a-z0-9_]+(\.[a-z0-9_]+)*$/ : /^[a-z0-9-]+(\.[a-z0-9-]+)*$/;
  const isProse = /^(README|SUBSET|FORMAT|[A-Z]+)\.md$/.test(name) || name === 'CMakeLists.txt' || /^[A-Z]\w+\.cmake$/.test(name);
  if (!isProse && !pattern.test(name) && !/^embed_/.test(name)) return 'its name does not follow the rules';
  if (GRAB_BAGS.test(name)) return 'its name does not say what is inside';
  if (/\.(h|cpp|def|mjs|js|sh|awk|css|cmake)$/.test(name) && !COMMENT.test(text)) return 'does not begin with what it is for';
  if (/\.h$/.test(name) && !/^#pragma once$/m.test(text)) return 'has no #pragma once';
  return '';
}

/** @param {string} folder @returns {string[]} all files below it that are text of ours */
function filesOf(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) return /^(golden|fixtures|vendor|node_modules)$/.test(entry.name) ? [] : filesOf(name);
    return /\.(png|svg|ico|woff2|txt|golden|json|html)$/.test(name) ? [] : [name];
  });
}

const root = process.argv[2] ?? '.';
let bad = 0;
for (const file of FOLDERS.flatMap((folder) => filesOf(path.join(root, folder)))) {
  const fault = faultOf(file, fs.readFileSync(file, 'utf8'));
  if (fault === '') continue;
  bad += 1;
  console.log(`${path.relative(root, file)}: ${fault}`);
}
// The whole check is one test that passes, or each fault one that fails.
console.log(`${bad === 0 ? 1 : 0} passed, ${bad} failed`);
process.exitCode = bad === 0 ? 0 : 1;
