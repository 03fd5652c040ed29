// build-names.d.ts — what build.mjs puts in: names of files beside the script, and what single files carry within.
declare const SLUICE_WORKER: string;
declare const SLUICE_WASM: string;
declare const SLUICE_LIBRARY: string;
declare module "sluice-core" {
  /** Embind's factory: dist/wasm/sluice-core.mjs. */
  export default function createSluiceCore(settings?: object): Promise<any>;
}
declare module "sluice-engine" {
  export default function makeServer(): (port: unknown, files?: { wasm: ArrayBuffer, library: ArrayBuffer }) => void;
}
declare module "sluice-wasm" {
  const packed: string;
  export default packed;
}
declare module "sluice-library" {
  const packed: string;
  export default packed;
}
