// What the OlmMachine wants carried to the homeserver, and what becomes of room keys on the way.
import { chosen, sdk } from "./sdk.mjs";

const { RequestType } = sdk;

const PATHS = {
  [RequestType.KeysUpload]: "/keys/upload",
  [RequestType.KeysQuery]: "/keys/query",
  [RequestType.KeysClaim]: "/keys/claim",
  [RequestType.SignatureUpload]: "/keys/signatures/upload",
};
const FATES = { send: "send", hold: "hold", drop: "drop" };

export class Outbox {
  fate = FATES.send;
  held = [];

  constructor(server, machine) {
    this.server = server;
    this.machine = machine;
  }

  // Carry what the machine wants said. Some of it makes more of it, once.
  async settle() {
    for (let round = 0; round < 2; round += 1) {
      for (const request of await this.machine.outgoingRequests()) {
        await this.carry(request);
      }
    }
  }

  async carry(request) {
    const { id, type, body } = request;
    let answer;
    if (type === RequestType.ToDevice) {
      answer = await this.put_to_device(request);
    } else if (PATHS[type]) {
      answer = await this.server.call("POST", PATHS[type], JSON.parse(body));
    } else {
      throw new Error(`nobody carries a ${RequestType[type]}`);
    }
    if (id) {
      await this.machine.markRequestAsSent(id, type, JSON.stringify(answer));
    }
  }

  put_to_device({ event_type, txn_id, body }) {
    const path = `/sendToDevice/${encodeURIComponent(event_type)}/${txn_id}`;
    return this.server.call("PUT", path, JSON.parse(body));
  }

  // What becomes of our room keys: "send", "hold" (until `release`) or "drop" them.
  keys(fate) {
    this.fate = chosen(FATES, fate);
  }

  async release() {
    this.keys("send");
    for (const request of this.held.splice(0)) {
      await this.put_to_device(request);
    }
  }

  async hand_out(request) {
    if (this.fate === FATES.send) {
      await this.carry(request);
      return;
    }
    const { id, type, event_type, txn_id, body } = request;
    if (this.fate === FATES.hold) {
      this.held.push({ event_type, txn_id, body });
    }
    // The machine encrypts only with a key that it believes to be on its way.
    await this.machine.markRequestAsSent(id, type, "{}");
  }
}
