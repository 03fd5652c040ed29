/** Put in by build.mjs. */
declare const SLUICE_CORE_DIGEST: string;
