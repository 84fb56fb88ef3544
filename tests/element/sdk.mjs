// Element's crypto, from where it was installed: not beside the sources.
import { createRequire } from "node:module";

const installed = createRequire(new URL("../../.element/", import.meta.url));

export const sdk = installed("@matrix-org/matrix-sdk-crypto-wasm");
