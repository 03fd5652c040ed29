// server.mjs — serves a folder on this machine, for looking at the site and for the browser tests.
//
//   node server.mjs FOLDER [--port N]      the next free port where N is taken; prints the address
//
// Files are sent under the policy that a strict host would set, so that whatever needs more fails here first.

import http from 'node:http';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';

export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
  "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

/** After so many ports that are taken, the fault lies elsewhere. */
const MOST_TRIES = 50;

/**
 * Serves a folder.
 * @param {string} folder
 * @param {number} port   0: any
 * @param {Record<string, string>} [headers] of every answer, in the place of the policy's
 * @returns {Promise<{address: string, close: () => void}>}
 */
export function serve(folder, port, headers = { 'Content-Security-Policy': POLICY }) {
  const answer = sirv(folder, { dev: true, setHeaders: (response) => { for (const [name, value] of Object.entries(headers)) response.setHeader(name, value); } });
  const server = http.createServer((request, response) => answer(request, response, () => {
    response.writeHead(404, { 'Content-Type': 'text/plain' });
    response.end('not found');
  }));
  let triesLeft = MOST_TRIES;
  return new Promise((resolve, reject) => {
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EADDRINUSE' || --triesLeft === 0) return reject(error);
      server.listen(++port, '127.0.0.1');
    });
    server.on('listening', () => {
      const bound = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve({ address: `http://127.0.0.1:${bound.port}/`, close: () => void server.close() });
    });
    server.listen(port, '127.0.0.1');
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { port: { type: 'string', default: '8000' } } });
  const { address } = await serve(positionals[0] ?? '.', Number(values.port));
  console.log(`Serving ${positionals[0] ?? '.'} at ${address}  (Ctrl-C ends it)`);
}
