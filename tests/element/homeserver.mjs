// A homeserver's client API, by plain HTTP.

export class Denied extends Error {
  constructor(request, status, answer) {
    super(`${request} was answered ${status}: ${JSON.stringify(answer)}`);
    this.status = status;
    this.answer = answer;
  }
}

export class Homeserver {
  token = "";

  constructor(url) {
    this.url = url;
  }

  // One request; `body` is sent as JSON, or as it stands if it is bytes.
  async fetch(method, path, body) {
    const headers = {};
    if (this.token) {
      headers.Authorization = `Bearer ${this.token}`;
    }
    const bytes = body instanceof Uint8Array;
    headers["Content-Type"] = bytes ? "application/octet-stream" : "application/json";
    const sent = body === undefined || bytes ? body : JSON.stringify(body);
    const answer = await fetch(this.url + path, { method, headers, body: sent });
    if (!answer.ok) {
      const said = await answer.text();
      throw new Denied(`${method} ${path}`, answer.status, parsed(said));
    }
    return answer;
  }

  async call(method, path, body) {
    return (await this.fetch(method, `/_matrix/client/v3${path}`, body)).json();
  }

  async login(user, password, device) {
    const answer = await this.call("POST", "/login", {
      type: "m.login.password",
      identifier: { type: "m.id.user", user },
      password,
      device_id: device,
    });
    this.token = answer.access_token;
    return answer;
  }

  // For what the homeserver lets happen only when the password is said once more.
  async authorised(path, body, user, password) {
    try {
      return await this.call("POST", path, body);
    } catch (error) {
      if (!(error instanceof Denied) || error.status !== 401 || !error.answer.session) {
        throw error;
      }
      const identifier = { type: "m.id.user", user };
      const { session } = error.answer;
      const auth = { type: "m.login.password", identifier, password, session };
      return this.call("POST", path, { ...body, auth });
    }
  }

  async upload(bytes) {
    const answer = await this.fetch("POST", "/_matrix/media/v3/upload", bytes);
    return (await answer.json()).content_uri;
  }

  async download(uri) {
    const path = uri.replace(/^mxc:\/\//, "/_matrix/client/v1/media/download/");
    return new Uint8Array(await (await this.fetch("GET", path)).arrayBuffer());
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
