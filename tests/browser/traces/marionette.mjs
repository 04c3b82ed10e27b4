// Speaks to Firefox by its own remote control, over one socket of this machine. Refuses to know what a page is about.
import { connect } from "node:net";

export class Marionette {
  /** Connects as soon as Firefox listens. */
  static async at(port) {
    for (let turn = 0; turn < 150; turn += 1) {
      const socket = await new Promise((resolve) => {
        const one = connect(port, "127.0.0.1", () => resolve(one));
        one.on("error", () => resolve(null));
      });
      if (socket) {
        const remote = new Marionette(socket);
        await remote.greeted;
        await remote.call("WebDriver:NewSession", { capabilities: { alwaysMatch: { pageLoadStrategy: "normal" } } });
        await remote.call("WebDriver:SetTimeouts", { pageLoad: 8000, script: 8000, implicit: 0 });
        return remote;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error("Firefox does not listen");
  }

  constructor(socket) {
    this.socket = socket;
    this.waiting = new Map();
    this.n = 0;
    this.bytes = Buffer.alloc(0);
    this.greeted = new Promise((resolve) => (this.greet = resolve));
    socket.on("data", (part) => this.hear(part));
    const gone = () => {
      for (const { reject } of this.waiting.values()) reject(new Error("Firefox has gone"));
      this.waiting.clear();
    };
    socket.on("close", gone).on("error", gone);
  }

  hear(part) {
    this.bytes = Buffer.concat([this.bytes, part]);
    for (;;) {
      const colon = this.bytes.indexOf(0x3a);
      if (colon < 0) return;
      const size = Number(this.bytes.subarray(0, colon).toString());
      if (this.bytes.length < colon + 1 + size) return;
      const said = JSON.parse(this.bytes.subarray(colon + 1, colon + 1 + size).toString());
      this.bytes = this.bytes.subarray(colon + 1 + size);
      if (!Array.isArray(said)) {
        this.greet();
        continue;
      }
      const [, id, error, result] = said;
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
      else waiting?.resolve(result);
    }
  }

  call(name, words = {}) {
    const id = (this.n += 1);
    const text = JSON.stringify([0, id, name, words]);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      setTimeout(() => reject(new Error(`Firefox does not answer to ${name}`)), 20_000).unref();
      this.socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  async run(script, ...args) {
    const { value } = await this.call("WebDriver:ExecuteScript", { script, args, newSandbox: true, sandbox: "default" });
    return value;
  }

  /** Runs a script as the browser itself. */
  async asBrowser(script, ...args) {
    await this.call("Marionette:SetContext", { value: "chrome" });
    try {
      return await this.run(script, ...args);
    } finally {
      await this.call("Marionette:SetContext", { value: "content" });
    }
  }

  async element(css) {
    const { value } = await this.call("WebDriver:FindElement", { using: "css selector", value: css });
    return Object.values(value)[0];
  }
}
