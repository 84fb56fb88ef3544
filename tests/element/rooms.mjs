// What a client keeps of its rooms: members, encryption, and what it could not read yet.

export class Rooms {
  known = new Map();

  room(id) {
    if (!this.known.has(id)) {
      this.known.set(id, { members: new Map(), state: new Map(), unread: new Map() });
    }
    return this.known.get(id);
  }

  // Take a sync's rooms in; returns their new events as [room, event].
  take(answer, later) {
    const fresh = [];
    for (const section of ["join", "leave"]) {
      for (const [id, info] of Object.entries(answer.rooms?.[section] ?? {})) {
        if (later && info.timeline.limited && this.known.has(id)) {
          throw new Error(`the timeline of ${id} has a hole`);
        }
        for (const event of [...(info.state?.events ?? []), ...info.timeline.events]) {
          this.apply(this.room(id), event);
        }
        fresh.push(...info.timeline.events.map((event) => [id, event]));
      }
    }
    return fresh;
  }

  apply(room, event) {
    if (event.type === "m.room.member") {
      room.members.set(event.state_key, event.content.membership);
    } else if (event.state_key === "") {
      room.state.set(event.type, event.content);
    }
  }

  invites(answer) {
    const asked = Object.entries(answer.rooms?.invite ?? {});
    return asked.map(([room, info]) => {
      const state = info.invite_state.events;
      const mine = state.find((each) => each.content.membership === "invite");
      const encrypted = state.some((each) => each.type === "m.room.encryption");
      return { room, by: mine?.sender, direct: mine?.content.is_direct ?? false, encrypted };
    });
  }

  // The rules of the room's encryption, if it has one.
  encryption(id) {
    return this.room(id).state.get("m.room.encryption");
  }

  // Those who are meant to read what is said now: who was asked in may read from then on.
  readers(id) {
    const { members, state } = this.room(id);
    const visibility = state.get("m.room.history_visibility")?.history_visibility;
    const wanted = visibility === "joined" ? ["join"] : ["join", "invite"];
    return [...members].filter(([, each]) => wanted.includes(each)).map(([user]) => user);
  }

  // Everybody with whom an encrypted room is shared.
  people() {
    const encrypted = [...this.known.keys()].filter((id) => this.encryption(id));
    return [...new Set(encrypted.flatMap((id) => this.readers(id)))];
  }

  remember(id, event, why) {
    const { unread } = this.room(id);
    if (why) {
      unread.set(event.event_id, { event, why });
    } else {
      unread.delete(event.event_id);
    }
  }

  unread() {
    return [...this.known].flatMap(([id, room]) =>
      [...room.unread.values()].map(({ event, why }) => [id, event, why]),
    );
  }
}
