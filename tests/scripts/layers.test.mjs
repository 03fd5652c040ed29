// layers.test.mjs — tests of scripts/tools/layers.mjs over small trees made for the purpose.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

const script = new URL('../../scripts/tools/layers.mjs', import.meta.url).pathname;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'layers-'));
after(() => fs.rmSync(folder, { recursive: true }));

/**
 * Checks a tree of one file.
 * @param {string} file
 * @param {string} text
 */
function check(file, text) {
  const root = fs.mkdtempSync(path.join(folder, 'tree-'));
  fs.mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
  const { stdout, status } = spawnSync(process.execPath, [script, root], { encoding: 'utf8' });
  return { lines: stdout.trim().split('\n'), status };
}

test('an include that goes down, or stays, is right', () => {
  const { lines, status } = check('core/vm/frame.h', '#include "vm/code.h"\n#include "loop/task.h"\n#include <vector>\n');

  assert.deepEqual(lines, ['1 passed, 0 failed']);
  assert.equal(status, 0);
});

test('an include that goes up is named with its line', () => {
  const { lines, status } = check('core/loop/task.cpp', '// a task\n#include "vm/frame.h"\n');

  assert.deepEqual(lines, ['core/loop/task.cpp:2: loop may not include vm', '0 passed, 1 failed']);
  assert.equal(status, 1);
});

test('the loop knows nothing of the language, nor the language of the loop', () => {
  assert.equal(check('core/loop/task.cpp', '#include "language/code.h"\n').status, 1);
  assert.equal(check('core/language/parser.cpp', '#include "trace/trace.h"\n').status, 1);
});

test('the command line and the bindings see the public API only', () => {
  assert.equal(check('core/cli/main.cpp', '#include "sluice/run.h"\n').status, 0);
  assert.equal(check('core/cli/main.cpp', '#include "vm/vm.h"\n').status, 1);
  assert.equal(check('wasm/bindings.cpp', '#include "trace/trace.h"\n').status, 1);
});

test('a test includes what its layer may', () => {
  assert.equal(check('tests/core/loop/task_test.cpp', '#include "loop/task.h"\n#include "catch.h"\n').status, 0);
  assert.equal(check('tests/core/loop/task_test.cpp', '#include "vm/vm.h"\n').status, 1);
});

test('core does without headers that are large or missing', () => {
  const { lines } = check('core/base/text.cpp', '#include <sstream>\n');

  assert.equal(lines[0], 'core/base/text.cpp:1: core does without <sstream>: costs the engine tens of kilobytes');
});

test('a version is compared where the differences between versions are listed, and nowhere else', () => {
  const line = 'constexpr bool has_groups(PythonVersion version) { return version.minor >= 11; }\n';

  assert.deepEqual(check('core/base/loop_changes.h', line).lines, ['1 passed, 0 failed']);
  assert.deepEqual(check('core/vm/group.h', line).lines, [
    'core/vm/group.h:1: versions are compared in core/base/*_changes.h alone',
    '0 passed, 1 failed',
  ]);
});
