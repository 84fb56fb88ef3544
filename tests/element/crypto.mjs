// One device's end-to-end encryption: the OlmMachine, asked as Element asks it.
import { Outbox } from "./outbox.mjs";
import { chosen, sdk } from "./sdk.mjs";

const { RoomId, TrustRequirement, UserId } = sdk;

const STRATEGIES = {
  identity: () => sdk.CollectStrategy.identityBasedStrategy(),
  all: () => sdk.CollectStrategy.allDevices(),
};
const TRUST = {
  untrusted: TrustRequirement.Untrusted,
  cross_signed_or_legacy: TrustRequirement.CrossSignedOrLegacy,
  cross_signed: TrustRequirement.CrossSigned,
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
  static async of(server, user, device, { share, trust }) {
    const crypto = new Crypto();
    crypto.server = server;
    crypto.share_with = chosen(STRATEGIES, share);
    crypto.trust(trust);
    crypto.machine = await sdk.OlmMachine.initialize(
      new UserId(user), new sdk.DeviceId(device), undefined, undefined, LOGGER,
    );
    // As Element has it.
    crypto.machine.roomKeyRequestsEnabled = false;
    crypto.outbox = new Outbox(server, crypto.machine);
    await crypto.outbox.settle();
    return crypto;
  }

  // Whose messages are read: "untrusted" reads all.
  trust(requirement) {
    this.requirement = chosen(TRUST, requirement);
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
    await this.outbox.settle();
  }

  async reach(users) {
    await this.follow(users);
    const claim = await this.machine.getMissingSessions(ids(users));
    if (claim) {
      await this.outbox.carry(claim);
    }
  }

  // The content that says `content` to these members' devices alone.
  async encrypt(room, users, rules, kind, content) {
    await this.reach(users);
    const settings = new sdk.EncryptionSettings();
    settings.sharingStrategy = this.share_with();
    if (rules.rotation_period_msgs) {
      settings.rotationPeriodMessages = BigInt(rules.rotation_period_msgs);
    }
    const shares = await this.machine.shareRoomKey(new RoomId(room), ids(users), settings);
    for (const request of shares) {
      await this.outbox.hand_out(request);
    }
    const said = JSON.stringify(content);
    return JSON.parse(await this.machine.encryptRoomEvent(new RoomId(room), kind, said));
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
    await this.outbox.carry(this.machine.queryKeysForUsers(ids([user])));
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
      await this.outbox.carry(made.uploadKeysRequest);
    }
    const keys = JSON.parse(made.uploadSigningKeysRequest.body);
    await this.server.authorised("/keys/device_signing/upload", keys, user, password);
    await this.outbox.carry(made.uploadSignaturesRequest);
    await this.devices(user);
  }

  // The private keys that sign devices, in the order in which `adopt` takes them.
  async signing_keys() {
    const keys = await this.machine.exportCrossSigningKeys();
    return [keys.masterKey, keys.self_signing_key, keys.userSigningKey];
  }

  // Be signed by the keys of another of one's own devices.
  async adopt(user, keys) {
    await this.devices(user);
    await this.machine.importCrossSigningKeys(...keys);
    const own = await this.machine.getDevice(new UserId(user), this.machine.deviceId);
    await this.outbox.carry(await own.verify());
    await this.devices(user);
  }

  own_keys() {
    const { curve25519, ed25519 } = this.machine.identityKeys;
    return { curve25519: curve25519.toBase64(), ed25519: ed25519.toBase64() };
  }
}
