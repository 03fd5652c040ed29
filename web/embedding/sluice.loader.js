// sluice.loader.js — for pages that can only name a classic script: loads sluice.js, which lies beside it, and upgrades the marked blocks.
{
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  import(new URL("sluice.js", src).href).then(({ upgrade }) => upgrade());
}
