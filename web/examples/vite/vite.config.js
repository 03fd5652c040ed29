// vite.config.js — what is built needs nothing said; the development server must leave the worker and the wasm beside the script.
export default { optimizeDeps: { exclude: ["sluice"] } };
