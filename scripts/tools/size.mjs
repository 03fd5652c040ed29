// size.mjs — sizes of a folder's files: raw, gzip -9, brotli 11.
//
//   node size.mjs FOLDER

import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

/** What a browser loads; the command line is in dist/ too. */
const LOADED = /\.(m?js|wasm|css|html|svg|py|json|txt)$/;

const folder = process.argv[2] ?? 'dist';
const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => LOADED.test(name)).sort();
console.log('     raw    gzip  brotli  file');
for (const name of files) {
  const content = fs.readFileSync(path.join(folder, name));
  const brotli = zlib.brotliCompressSync(content, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } });
  const sizes = [content.length, zlib.gzipSync(content, { level: 9 }).length, brotli.length];
  console.log(`${sizes.map((size) => String(size).padStart(8)).join('')}  ${name}`);
}
