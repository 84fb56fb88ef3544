// One device's end-to-end encryption: the OlmMachine, and what it wants carried to the homeserver.
import { sdk } from "./sdk.mjs";

const { RequestType, RoomId, TrustRequirement, UserId } = sdk;

const STRATEGIES = {
  identity: () => sdk.CollectStrategy.identityBasedStrategy(),
  all: () => sdk.CollectStrategy.allDevices(),
};
const TRUST = {
  untrusted: TrustRequirement.Untrusted,
  cross_signed_or_legacy: TrustRequirement.CrossSignedOrLegacy,
  cross_signed: TrustRequirement.CrossSigned,
};
const PATHS = {
  [RequestType.KeysUpload]: "/keys/upload",
  [RequestType.KeysQuery]: "/keys/query",
  [RequestType.KeysClaim]: "/keys/claim",
  [RequestType.SignatureUpload]: "/keys/signatures/upload",
};
// Standard output belongs to the answers.
const LOGGER = {
  debug() {},
  info() {},
  warn: (line) => process.stderr.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
};

const ids = (users) => users.map((user) => new UserId(user));

export class Crypto {
  held = [];

  static async of(server, user, device, { share, trust }) {
    const crypto = new Crypto();
    crypto.server = server;
    crypto.share_with = chosen(STRATEGIES, share);
    crypto.trust(trust);
    crypto.keys("send");
    crypto.machine = await sdk.OlmMachine.initialize(
      new UserId(user), new sdk.DeviceId(device), undefined, undefined, LOGGER,
    );
    // As Element has it.
    crypto.machine.roomKeyRequestsEnabled = false;
    await crypto.settle();
    return crypto;
  }

  // Whose messages are read: "untrusted" reads all.
  trust(requirement) {
    this.requirement = chosen(TRUST, requirement);
  }

  // What becomes of our room keys: "send", "hold" (until `release`) or "drop" them.
  keys(fate) {
    this.fate = chosen({ send: "send", hold: "hold", drop: "drop" }, fate);
  }

  async release() {
    this.keys("send");
    for (const request of this.held.splice(0)) {
      await this.put_to_device(request.event_type, request.txn_id, request.body);
    }
  }

  settings() {
    return new sdk.DecryptionSettings(this.requirement);
  }

  // A sync's share of the crypto; returns the to-device events, decrypted.
  async receive(answer) {
    const lists = answer.device_lists ?? {};
    const processed = await this.machine.receiveSyncChanges(
      JSON.stringify(answer.to_device?.events ?? []),
      new sdk.DeviceLists(ids(lists.changed ?? []), ids(lists.left ?? [])),
      new Map(Object.entries(answer.device_one_time_keys_count ?? {})),
      new Set(answer.device_unused_fallback_key_types ?? []),
      this.settings(),
    );
    return processed.map((each) => ({
      ...JSON.parse(each.rawEvent),
      outcome: sdk.ProcessedToDeviceEventType[each.type],
    }));
  }

  // Know the devices of these people from now on.
  async follow(users) {
    await this.machine.updateTrackedUsers(ids(users));
    await this.settle();
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
      answer = await this.put_to_device(request.event_type, request.txn_id, body);
    } else if (PATHS[type]) {
      answer = await this.server.call("POST", PATHS[type], JSON.parse(body));
    } else {
      throw new Error(`nobody carries a ${RequestType[type]}`);
    }
    if (id) {
      await this.machine.markRequestAsSent(id, type, JSON.stringify(answer));
    }
  }

  put_to_device(kind, transaction, body) {
    const path = `/sendToDevice/${encodeURIComponent(kind)}/${transaction}`;
    return this.server.call("PUT", path, JSON.parse(body));
  }

  async reach(users) {
    await this.follow(users);
    const claim = await this.machine.getMissingSessions(ids(users));
    if (claim) {
      await this.carry(claim);
    }
  }

  // The content that says `content` to these members' devices alone; with a state key on request.
  async encrypt(room, users, rules, kind, content, state_key) {
    await this.reach(users);
    const settings = new sdk.EncryptionSettings();
    settings.sharingStrategy = this.share_with();
    if (rules.rotation_period_msgs) {
      settings.rotationPeriodMessages = BigInt(rules.rotation_period_msgs);
    }
    const shares = await this.machine.shareRoomKey(new RoomId(room), ids(users), settings);
    for (const request of shares) {
      await this.hand_out(request);
    }
    const said = JSON.stringify(content);
    return JSON.parse(
      state_key === undefined
        ? await this.machine.encryptRoomEvent(new RoomId(room), kind, said)
        : await this.machine.encryptStateEvent(new RoomId(room), kind, state_key, said),
    );
  }

  async hand_out(request) {
    if (this.fate === "send") {
      await this.carry(request);
      return;
    }
    const { id, type, event_type, txn_id, body } = request;
    if (this.fate === "hold") {
      this.held.push({ event_type, txn_id, body });
    }
    // The machine encrypts only with a key that it believes to be on its way.
    await this.machine.markRequestAsSent(id, type, "{}");
  }

  // The next message is said with a new room key.
  rotate(room) {
    return this.machine.invalidateGroupSession(new RoomId(room));
  }

  // What an encrypted event says, and how far its sender's device is to be trusted.
  async read(event, room) {
    try {
      const settings = this.settings();
      const found = await this.machine.decryptRoomEvent(
        JSON.stringify(event), new RoomId(room), settings,
      );
      const { type, content, state_key } = JSON.parse(found.event);
      const shield = found.shieldState(false);
      const device = found.senderDevice;
      const known = device && (await this.machine.getDevice(new UserId(event.sender), device));
      return {
        type,
        content,
        state_key,
        shield: sdk.ShieldColor[shield.color].toLowerCase(),
        shield_code: sdk.ShieldStateCode[shield.code],
        device: known?.deviceId.toString(),
        cross_signed: known?.isCrossSignedByOwner() ?? false,
      };
    } catch (error) {
      if (!(error instanceof sdk.MegolmDecryptionError)) {
        throw error;
      }
      return {
        error: sdk.DecryptionErrorCode[error.code],
        reason: error.description,
        withheld: error.withheldCode,
      };
    }
  }

  // To-device, encrypted for each of a person's devices; `device` names one alone.
  async whisper(user, kind, content, device) {
    await this.reach([user]);
    const messages = {};
    for (const each of (await this.machine.getUserDevices(new UserId(user))).devices()) {
      const id = each.deviceId.toString();
      if (device === undefined || id === device) {
        messages[id] = JSON.parse(await each.encryptToDeviceEvent(kind, content));
      }
    }
    return { [user]: messages };
  }

  // A person's devices as the homeserver knows them right now.
  async devices(user) {
    await this.follow([user]);
    await this.carry(this.machine.queryKeysForUsers(ids([user])));
    const found = await this.machine.getUserDevices(new UserId(user));
    return found.devices().map((device) => ({
      id: device.deviceId.toString(),
      name: device.displayName,
      cross_signed: device.isCrossSignedByOwner(),
      verified: device.isVerified(),
      curve25519: device.curve25519Key?.toBase64(),
      ed25519: device.ed25519Key?.toBase64(),
    }));
  }

  // The master key a person signs with, if there is one.
  async identity(user) {
    await this.devices(user);
    return (await this.machine.getIdentity(new UserId(user)))?.masterKey;
  }

  // Make and publish keys that sign this device: what "verified" rests upon.
  async bootstrap(user, password) {
    const made = await this.machine.bootstrapCrossSigning(true);
    if (made.uploadKeysRequest) {
      await this.carry(made.uploadKeysRequest);
    }
    const keys = JSON.parse(made.uploadSigningKeysRequest.body);
    await this.server.authorised("/keys/device_signing/upload", keys, user, password);
    await this.carry(made.uploadSignaturesRequest);
    await this.devices(user);
  }

  own_keys() {
    const { curve25519, ed25519 } = this.machine.identityKeys;
    return { curve25519: curve25519.toBase64(), ed25519: ed25519.toBase64() };
  }
}

function chosen(choices, name) {
  if (!Object.hasOwn(choices, name)) {
    throw new Error(`"${name}" is none of ${Object.keys(choices).join(", ")}`);
  }
  return choices[name];
}
