// practices.mjs — what Lighthouse's category “best practices” asks of a page, with its weights. Used by audit.mjs.
//
// A check that finds nothing counts with its whole weight, one that finds anything not at all. Of Lighthouse's checks one is missing: that
// http leads to https is the host's affair. A problem that is of several kinds counts in each, as there.

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ what: string, weight: number, problems: string[] }} Check */

/** Asks of the page that a reader should ask for first. */
function watchRequests() {
  /** @type {string[]} */ const asked = [];
  Object.assign(globalThis, { asked });
  const forbid = (/** @type {any} */ object, /** @type {string} */ name, /** @type {string} */ what) => { if (object?.[name]) object[name] = () => { asked.push(what); }; };
  forbid(globalThis.Geolocation?.prototype, 'getCurrentPosition', 'geolocation');
  forbid(globalThis.Geolocation?.prototype, 'watchPosition', 'geolocation');
  forbid(globalThis.Notification, 'requestPermission', 'notifications');
}

/** In the page: inputs that take no paste, and pictures out of shape or too coarse, in shadow trees too. */
function lookAtElements() {
  /** @type {(root: Document | ShadowRoot) => Element[]} */
  const inside = (root) => [...root.querySelectorAll('*')].flatMap((element) => (element.shadowRoot ? [element, ...inside(element.shadowRoot)] : [element]));
  const all = inside(document);
  const refusesPaste = (/** @type {Element} */ element) => !element.dispatchEvent(new ClipboardEvent('paste', { cancelable: true }));
  const images = all.filter((element) => element instanceof HTMLImageElement).filter(({ naturalWidth, width, height }) => naturalWidth > 0 && width > 0 && height > 0);
  const isCoarse = (/** @type {HTMLImageElement} */ { src, naturalWidth, width }) => !/\.svg($|\?)|^data:image\/svg/.test(src) && naturalWidth < 0.75 * width * devicePixelRatio;
  return {
    asked: /** @type {string[]} */ (Reflect.get(globalThis, 'asked')),
    pasteless: all.filter((element) => element.matches('input, textarea') && refusesPaste(element)).map(({ outerHTML }) => outerHTML.slice(0, 80)),
    distorted: images.filter(({ naturalWidth, naturalHeight, width, height }) => Math.abs(width / height - naturalWidth / naturalHeight) > 0.02 * (width / height)).map(({ src }) => src),
    coarse: images.filter(isCoarse).map(({ src }) => src),
    doctype: document.doctype?.name ?? 'none',
    mode: document.compatMode,
    charset: document.characterSet,
  };
}

/**
 * Opens a page, waits until it is quiet, and checks it.
 * @param {Page} page not yet opened @param {string} address @returns {Promise<{ score: number, checks: Check[] }>} score: 0..100
 */
export async function checkPractices(page, address) {
  /** @type {Record<'insecure' | 'errors' | 'issues' | 'deprecations', string[]>} */ const seen = { insecure: [], errors: [], issues: [], deprecations: [] };
  const { origin } = new URL(address);
  page.on('console', (message) => { if (message.type() === 'error') seen.errors.push(message.text()); });
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('requestfailed', (request) => seen.errors.push(`failed: ${request.url()}`));
  page.on('response', (response) => { if (response.status() >= 400) seen.errors.push(`${response.status()}: ${response.url()}`); });
  // This machine is as good as https.
  page.on('request', (request) => { if (request.url().startsWith('http:') && !request.url().startsWith(origin)) seen.insecure.push(request.url()); });
  const session = await page.context().newCDPSession(page);
  await session.send('Audits.enable');
  session.on('Audits.issueAdded', ({ issue: { code, details } }) => {
    const text = `${code} ${JSON.stringify(details)}`;
    seen.issues.push(text);
    if (code === 'DeprecationIssue') seen.deprecations.push(text);
  });
  await page.addInitScript(watchRequests);
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  const found = await page.evaluate(lookAtElements);
  const cookies = (await page.context().cookies()).filter(({ domain }) => domain.replace(/^\./, '') !== new URL(address).hostname).map(({ name, domain }) => `${name} of ${domain}`);
  /** @type {Check[]} */
  const checks = [
    { what: 'uses https', weight: 5, problems: seen.insecure },
    { what: 'asks for no place on load', weight: 1, problems: found.asked.filter((what) => what === 'geolocation') },
    { what: 'asks to notify nobody on load', weight: 1, problems: found.asked.filter((what) => what === 'notifications') },
    { what: 'lets paste into its fields', weight: 3, problems: found.pasteless },
    { what: 'pictures in their own shape', weight: 1, problems: found.distorted },
    { what: 'pictures fine enough', weight: 1, problems: found.coarse },
    { what: 'has a doctype', weight: 1, problems: found.doctype === 'html' && found.mode === 'CSS1Compat' ? [] : [`${found.doctype}, ${found.mode}`] },
    { what: 'says its characters', weight: 1, problems: found.charset === 'UTF-8' ? [] : [found.charset] },
    { what: 'nothing deprecated', weight: 5, problems: seen.deprecations },
    { what: 'no cookies of others', weight: 5, problems: cookies },
    { what: 'no errors in the console', weight: 1, problems: seen.errors },
    { what: 'no issues in the Issues panel', weight: 1, problems: seen.issues },
  ];
  const sum = (/** @type {Check[]} */ some) => some.reduce((total, { weight }) => total + weight, 0);
  return { score: Math.round((100 * sum(checks.filter(({ problems }) => problems.length === 0))) / sum(checks)), checks };
}
