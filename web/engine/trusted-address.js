// trusted-address.js — addresses of workers on pages that ask for trusted types. Strings from anywhere else never come here.

/**
 * An address as a worker may be made from it. Under `require-trusted-types-for 'script'` that is a value of the policy "sluice", which a page
 * that lists its policies has to name (`trusted-types sluice`); where it does not, there is no worker, and the engine runs on the page's own thread.
 * @param {string} address @returns {string}
 */
export function trustedAddress(address) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  if (!trustedTypes) return address;
  try {
    policy ??= trustedTypes.createPolicy("sluice", { createScriptURL: (/** @type {string} */ given) => given });
    return policy.createScriptURL(address);
  } catch {
    return address;
  }
}

/** A name can be given once only. @type {any} */
let policy;
