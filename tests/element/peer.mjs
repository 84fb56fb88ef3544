// Clients by name, driven over standard input and output: one JSON object a line.
// In: {id, peer, deed, ...}. Out: {id, answer} or {id, error}, and {peer, ...} for what is new.
import { createInterface } from "node:readline";

import { Client } from "./client.mjs";
import { sdk } from "./sdk.mjs";

const DEEDS = new Set([
  ...["login", "sync", "call", "create_room", "encrypt", "send", "send_raw", "send_to_device"],
  ...["whisper", "send_file", "download", "bootstrap", "devices", "identity", "trust", "keys"],
  ...["release", "rotate", "signing_keys", "adopt"],
]);

const clients = new Map();

function write(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function client(peer) {
  if (!clients.has(peer)) {
    clients.set(peer, new Client((news) => write({ peer, ...news })));
  }
  return clients.get(peer);
}

async function obey({ peer, deed, ...said }) {
  if (deed === "versions") {
    const { matrix_sdk_crypto, vodozemac } = sdk.getVersions();
    return { node: process.version, matrix_sdk_crypto, vodozemac };
  }
  if (!DEEDS.has(deed)) {
    throw new Error(`nobody can "${deed}"`);
  }
  return client(peer)[deed](said);
}

async function hear(line) {
  const { id, ...wanted } = JSON.parse(line);
  try {
    write({ id, answer: (await obey(wanted)) ?? null });
  } catch (error) {
    process.stderr.write(`${error?.stack ?? error}\n`);
    write({ id, error: String(error?.message ?? error), status: error?.status, said: error?.answer });
  }
}

await sdk.initAsync();
createInterface({ input: process.stdin }).on("line", hear).on("close", () => process.exit(0));
