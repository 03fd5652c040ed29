// build-names.d.ts — what build.mjs puts in: names of files beside the script, and what single files carry within.
declare const SLUICE_WORKER: string;
declare const SLUICE_WASM: string;
declare module "sluice-core" {
  /** Embind's factory: dist/wasm/sluice-core.mjs. */
  export default function createSluiceCore(settings?: object): Promise<any>;
}
declare module "sluice-engine" {
  export default function makeServer(): (port: unknown, wasm?: ArrayBuffer) => void;
}
declare module "sluice-wasm" {
  const packed: string;
  export default packed;
}
