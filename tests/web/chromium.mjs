// chromium.mjs — how tests and scripts start the browser: the system's Chromium, quiet and offline.

import fs from 'node:fs';
import path from 'node:path';

/** The executable: CHROME_PATH, or the first of the usual names in the PATH. */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const found = [process.env.CHROME_PATH ?? '', ...candidates].find((file) => file !== '' && fs.existsSync(file));
  if (found === undefined) throw new Error('no Chromium: install it (scripts/setup), or name one in CHROME_PATH');
  return found;
}

/** Options for Playwright's `launch`. The sandbox is off because root, as in containers, may not use it. */
export const launchOptions = {
  executablePath: findChromium(),
  args: [
    '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--disable-default-apps', '--no-default-browser-check', '--disable-domain-reliability',
  ],
};
