// A Matrix client: what a person does in rooms, as Element would do it.
import { Crypto } from "./crypto.mjs";
import { Homeserver } from "./homeserver.mjs";
import { Rooms } from "./rooms.mjs";
import { sdk } from "./sdk.mjs";

const ENCRYPTION = { algorithm: "m.megolm.v1.aes-sha2" };
const WIDE = encodeURIComponent('{"room":{"timeline":{"limit":500}}}');
const quote = encodeURIComponent;

export class Client {
  rooms = new Rooms();
  turn = Promise.resolve();
  numbers = 0;

  // `tell` is given what the homeserver brings.
  constructor(tell) {
    this.tell = tell;
  }

  async login({ url, user, password, device, share, trust }) {
    this.server = new Homeserver(url);
    this.password = password;
    const answer = await this.server.login(user, password, device);
    this.user = answer.user_id;
    this.device = answer.device_id;
    this.crypto = await Crypto.of(this.server, this.user, this.device, { share, trust });
    await this.sync({ timeout: 0 });
    return { user: this.user, device: this.device, ...this.crypto.own_keys() };
  }

  // The machine is asked one thing at a time, as its own documentation wants.
  alone(work) {
    const done = this.turn.then(work);
    this.turn = done.catch(() => {});
    return done;
  }

  // Hear what is new, within `timeout` milliseconds. Who asks meanwhile hears the same.
  sync({ timeout }) {
    this.syncing ??= this.hear(timeout).finally(() => {
      this.syncing = undefined;
    });
    return this.syncing;
  }

  async hear(timeout) {
    const since = this.since ? `&since=${quote(this.since)}` : "";
    const answer = await this.server.call("GET", `/sync?timeout=${timeout}&filter=${WIDE}${since}`);
    await this.alone(() => this.take(answer));
  }

  async take(answer) {
    for (const event of await this.crypto.receive(answer)) {
      this.tell({ to_device: event });
    }
    for (const invite of this.rooms.invites(answer)) {
      this.tell({ invite });
    }
    const fresh = this.rooms.take(answer, this.since !== undefined);
    await this.crypto.follow(this.rooms.people());
    this.since = answer.next_batch;
    await this.read_again();
    for (const [room, event] of fresh) {
      await this.read(room, event);
    }
  }

  async read(room, event) {
    const { event_id, sender, type, content, state_key, origin_server_ts, redacts } = event;
    const plain = { event_id, sender, type, content, state_key, origin_server_ts, redacts };
    const encrypted = type === "m.room.encrypted" && "algorithm" in content;
    const found = encrypted ? await this.crypto.read(event, room) : {};
    this.rooms.remember(room, event, found.error && `${found.error} ${found.withheld}`);
    this.tell({ room, event: { ...plain, encrypted, ...found } });
  }

  // A key may have come, or the word that none will.
  async read_again() {
    for (const [room, event, was] of this.rooms.unread()) {
      const found = await this.crypto.read(event, room);
      if (was !== `${found.error} ${found.withheld}`) {
        await this.read(room, event);
      }
    }
  }

  // Like a client that has been open all the time.
  async catch_up() {
    if (!this.syncing) {
      await this.sync({ timeout: 0 });
    }
  }

  call({ method, path, body }) {
    return this.server.call(method, path, body);
  }

  async create_room({ invite, encrypted, direct, settings }) {
    const state = [{ type: "m.room.encryption", state_key: "", content: ENCRYPTION }];
    const answer = await this.server.call("POST", "/createRoom", {
      preset: direct ? "trusted_private_chat" : "private_chat",
      is_direct: direct,
      invite,
      initial_state: encrypted ? state : [],
      ...settings,
    });
    await this.catch_up();
    return answer.room_id;
  }

  // The content that would be sent.
  async encrypt({ room, type, content }) {
    await this.catch_up();
    const rules = this.rooms.encryption(room);
    if (!rules) {
      throw new Error(`${room} is not encrypted`);
    }
    const members = this.rooms.readers(room);
    return this.alone(() => this.crypto.encrypt(room, members, rules, type, content));
  }

  async send({ room, type, content }) {
    await this.catch_up();
    if (!this.rooms.encryption(room)) {
      return this.send_raw({ room, type, content });
    }
    const hidden = await this.encrypt({ room, type, content });
    return this.send_raw({ room, type: "m.room.encrypted", content: hidden });
  }

  // Exactly this event, whatever the room's encryption.
  async send_raw({ room, type, content }) {
    const path = `/rooms/${quote(room)}/send/${quote(type)}/${this.transaction()}`;
    return (await this.server.call("PUT", path, content)).event_id;
  }

  send_to_device({ type, messages }) {
    const path = `/sendToDevice/${quote(type)}/${this.transaction()}`;
    return this.server.call("PUT", path, { messages });
  }

  async whisper({ user, type, content, device }) {
    const whispered = () => this.crypto.whisper(user, type, content, device);
    const messages = await this.alone(whispered);
    return this.send_to_device({ type: "m.room.encrypted", messages });
  }

  async send_file({ room, data, name, mimetype, msgtype }) {
    await this.catch_up();
    const bytes = Uint8Array.from(Buffer.from(data, "base64"));
    const content = { msgtype, body: name, filename: name };
    content.info = { mimetype, size: bytes.length };
    if (this.rooms.encryption(room)) {
      const hidden = sdk.Attachment.encrypt(bytes);
      const url = await this.server.upload(hidden.encryptedData);
      content.file = { ...JSON.parse(hidden.mediaEncryptionInfo), url };
    } else {
      content.url = await this.server.upload(bytes);
    }
    return this.send({ room, type: "m.room.message", content });
  }

  // The bytes of a file that some message's content speaks of.
  async download({ content }) {
    let bytes = await this.server.download(content.file?.url ?? content.url);
    if (content.file) {
      const hidden = new sdk.EncryptedAttachment(bytes, JSON.stringify(content.file));
      bytes = sdk.Attachment.decrypt(hidden);
    }
    return Buffer.from(bytes).toString("base64");
  }

  bootstrap() {
    return this.alone(() => this.crypto.bootstrap(this.user, this.password));
  }

  signing_keys() {
    return this.alone(() => this.crypto.signing_keys());
  }

  adopt({ keys }) {
    return this.alone(() => this.crypto.adopt(this.user, keys));
  }

  devices({ user }) {
    return this.alone(() => this.crypto.devices(user));
  }

  identity({ user }) {
    return this.alone(() => this.crypto.identity(user));
  }

  trust({ requirement }) {
    return this.alone(() => this.crypto.trust(requirement));
  }

  keys({ fate }) {
    return this.alone(() => this.crypto.outbox.keys(fate));
  }

  release() {
    return this.alone(() => this.crypto.outbox.release());
  }

  rotate({ room }) {
    return this.alone(() => this.crypto.rotate(room));
  }

  transaction() {
    this.numbers += 1;
    return `${this.device}-${this.numbers}`;
  }
}
