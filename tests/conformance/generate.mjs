// generate.mjs — random programs from a grammar (generator/), for comparing Sluice with an installed CPython.
//
//   node generate.mjs [SEED] [3.13]      prints one
//
// A seed gives one program, always the same. Of six, two are asyncio scenarios, two are made of stories (stories.mjs), one is ordinary
// Python, and one mixes that with a scenario.

import { fileURLToPath } from 'node:url';
import { classes, records } from './generator/classes.mjs';
import { Plain } from './generator/plain.mjs';
import { Scenario } from './generator/scenario.mjs';
import { writeStories } from './generator/stories.mjs';
import { Writer } from './generator/writer.mjs';

/**
 * The program of one seed.
 *
 * @param {number} seed
 * @param {number} minor  the x of Python 3.x: newer features are used from their version on
 * @returns {string} Python source text
 */
export function generate(seed, minor) {
  const writer = new Writer(seed, minor);
  const kind = ['scenario', 'stories', 'plain', 'both', 'scenario', 'stories'][seed % 6];
  const plain = new Plain(writer);
  const scenario = new Scenario(writer);
  writer.emit('import asyncio, contextlib, contextvars, sys, time');
  if (scenario.usesThreads) writer.emit('import concurrent.futures, threading');
  plain.prelude();
  if (kind === 'plain' || kind === 'both') ordinary(plain, kind === 'plain' ? 3 : 1);
  if (kind === 'stories') writeStories(scenario);
  else if (kind !== 'plain') scenario.write();
  return writer.text();
}

/** @param {Plain} plain @param {number} size */
function ordinary(plain, size) {
  const { random: r, writer: w } = plain;
  w.block('def twice(function):', () => {
    w.emit('@functools.wraps(function)');
    w.block('def wrapper(*args, **options):', () => w.emit('print("twice", function.__name__)', 'function(*args, **options)', 'return function(*args, **options)'));
    w.emit('return wrapper');
  });
  w.emit('');
  for (let i = 0; i < size; i++) {
    plain.function();
    if (r.chance(0.5)) classes(plain);
    if (r.chance(0.4)) records(plain);
    w.emit('');
  }
  for (const call of plain.functions) w.emit(`probe(lambda: ${call})`);
  for (let i = 0; i < 5 * size; i++) plain.probe();
  w.emit('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(generate(Number(process.argv[2] ?? 1), Number((process.argv[3] ?? '3.13').split('.')[1])));
}
