// Element's crypto, from where it was installed: not beside the sources.
import { createRequire } from "node:module";

const installed = createRequire(new URL("../../.element/", import.meta.url));

export const sdk = installed("@matrix-org/matrix-sdk-crypto-wasm");

// The choice of this name; a name that is none of them is an error.
export function chosen(choices, name) {
  if (!Object.hasOwn(choices, name)) {
    throw new Error(`"${name}" is none of ${Object.keys(choices).join(", ")}`);
  }
  return choices[name];
}
