// A browser on a profile of its own that can be stopped, killed and started again with its tabs: Chromium and Firefox by
// the same few words. Refuses to ask a browser to keep less than it keeps for everybody.
import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { throwAwayFolder } from "../lib/server.mjs";
import { Marionette } from "./marionette.mjs";

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until it is so. */
export async function until(what, is, ms = 10_000) {
  const end = Date.now() + ms;
  for (;;) {
    const found = await Promise.resolve(is()).catch(() => false);
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await wait(50);
  }
}

/** Everything that stands on a page, also in its fields. Runs in the page. */
const ALL = `document.documentElement.outerHTML + "\\n" +
  [...document.querySelectorAll("input, textarea")].map((one) => one.value).join("\\n")`;

class Chromium {
  constructor() {
    this.folder = throwAwayFolder();
    this.profile = join(this.folder.path, "profile");
    // Opening a closed tab again is for extensions and people only.
    this.helper = join(this.folder.path, "helper");
    mkdirSync(this.helper);
    const about = {
      manifest_version: 3,
      name: "again",
      version: "1",
      permissions: ["sessions", "tabs"],
      background: { service_worker: "w.js" },
    };
    writeFileSync(join(this.helper, "manifest.json"), JSON.stringify(about));
    writeFileSync(join(this.helper, "w.js"), "chrome.runtime.onInstalled.addListener(() => {});");
  }

  async start({ again = false, javaScript = true } = {}) {
    const args = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"];
    args.push("--disable-sync", `--load-extension=${this.helper}`, `--disable-extensions-except=${this.helper}`);
    args.push("--disable-features=DisableLoadExtensionCommandLineSwitch");
    if (again) args.push("--restore-last-session");
    if (process.getuid?.() === 0) args.push("--no-sandbox");
    // What the remote control would leave out, and every person has.
    const kept = ["--disable-back-forward-cache", "--disable-extensions", "--disable-hang-monitor"];
    kept.push("--disable-component-extensions-with-background-pages", "--disable-prompt-on-repost");
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args,
      ignoreDefaultArgs: kept,
      javaScriptEnabled: javaScript,
    });
    this.context.setDefaultTimeout(8000);
    const pages = this.context.pages();
    this.page = pages.find((page) => page.url().startsWith("http")) ?? pages[0] ?? (await this.context.newPage());
    return this;
  }

  goto = (address) => this.page.goto(address, { waitUntil: "load" }).catch(() => null);
  click = async (css) => {
    await this.page.locator(css).first().click();
  };
  type = async (css, words) => {
    await this.page.locator(css).first().pressSequentially(words);
  };
  has = async (css) => (await this.page.locator(css).count()) > 0;
  all = () => this.page.evaluate(ALL).catch(() => "");
  run = (script) => this.page.evaluate(script);
  lines = () => this.page.locator("main").innerText();
  url = async () => this.page.url();
  title = () => this.page.title();
  press = (key) => this.page.keyboard.press(key);
  back = () => this.page.goBack({ timeout: 4000 }).catch(() => null);
  forward = () => this.page.goForward({ timeout: 4000 }).catch(() => null);

  /** Closes the tab and opens it again as a person does. */
  async again() {
    const worker = this.context.serviceWorkers()[0] ?? (await this.context.waitForEvent("serviceworker"));
    const other = await this.context.newPage();
    const address = this.page.url();
    await this.page.close();
    await worker.evaluate(() => chrome.sessions.restore());
    this.page = await until("the tab is back", () => this.context.pages().find((page) => page !== other));
    await until("it shows what it showed", () => this.page.url() === address || this.page.url().startsWith("chrome-error"), 5000).catch(() => null);
    await this.page.waitForLoadState("load").catch(() => null);
    await other.close();
  }

  async stop() {
    await this.context.close();
  }

  /** Ends it as a power cut would. */
  async kill() {
    const isOurs = (id) => {
      try {
        const words = readFileSync(`/proc/${id}/cmdline`, "utf8").split("\0");
        return words.includes(`--user-data-dir=${this.profile}`) && !words.some((word) => word.startsWith("--type="));
      } catch {
        return false; // It has ended since.
      }
    };
    for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      if (isOurs(id)) process.kill(Number(id), "SIGKILL");
    }
    await Promise.race([this.context.close().catch(() => null), wait(3000)]);
    await wait(500);
  }

  leave() {
    this.folder.leave();
  }
}

/** A port that nobody uses. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

class Firefox {
  constructor() {
    this.program = ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find(existsSync);
    if (!this.program) throw new Error("no Firefox here");
    this.folder = throwAwayFolder();
    this.profile = join(this.folder.path, "profile");
    mkdirSync(this.profile);
  }

  async start({ again = false } = {}) {
    const port = await freePort();
    const choices = {
      "app.normandy.enabled": false,
      "app.update.enabled": false,
      "browser.aboutwelcome.enabled": false,
      "browser.shell.checkDefaultBrowser": false,
      "browser.startup.homepage_override.mstone": "ignore",
      "browser.startup.page": again ? 3 : 0,
      "browser.sessionstore.resume_from_crash": true,
      "browser.warnOnQuit": false,
      "datareporting.policy.dataSubmissionEnabled": false,
      "marionette.port": port,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "remote.prefs.recommended": false,
      "toolkit.telemetry.enabled": false,
    };
    const lines = Object.entries(choices).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
    writeFileSync(join(this.profile, "user.js"), "");
    for (const line of lines) appendFileSync(join(this.profile, "user.js"), line);
    const words = ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", this.profile];
    const env = { ...process.env, HOME: this.folder.path, MOZ_HEADLESS: "1" };
    this.child = spawn(this.program, words, { env, stdio: "ignore" });
    this.ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.remote = await Marionette.at(port);
    if (again) await this.toTab((address) => address.startsWith("http"));
    return this;
  }

  /** Goes to the tab whose address is wanted, or to the first. */
  async toTab(isWanted) {
    for (let turn = 0; turn < 20; turn += 1) {
      for (const handle of await this.remote.call("WebDriver:GetWindowHandles")) {
        await this.remote.call("WebDriver:SwitchToWindow", { handle });
        if (isWanted(await this.url())) return true;
      }
      await wait(200);
    }
    return false;
  }

  goto = (url) => this.remote.call("WebDriver:Navigate", { url }).catch(() => null);
  click = async (css) => {
    const id = await until(css, () => this.remote.element(css), 8000);
    await this.remote.run("arguments[0].scrollIntoView({ block: 'center' })", { "element-6066-11e4-a52e-4f735466cecf": id });
    await this.remote.call("WebDriver:ElementClick", { id });
  };
  type = async (css, text) => {
    const id = await until(css, () => this.remote.element(css), 8000);
    await this.remote.call("WebDriver:ElementSendKeys", { id, text });
  };
  has = (css) => this.remote.element(css).then(() => true, () => false);
  all = () => this.remote.run(`return ${ALL}`).catch(() => "");
  run = (script) => this.remote.run(`return (${script})`);
  lines = () => this.remote.run("return document.querySelector('main').innerText");
  url = async () => (await this.remote.call("WebDriver:GetCurrentURL")).value;
  title = async () => (await this.remote.call("WebDriver:GetTitle")).value;
  press = async (key) => {
    const value = { Shift: "\uE008" }[key] ?? key;
    const actions = [{ type: "key", id: "keys", actions: [{ type: "keyDown", value }, { type: "keyUp", value }] }];
    await this.remote.call("WebDriver:PerformActions", { actions });
  };
  back = () => this.remote.call("WebDriver:Back").catch(() => null);
  forward = () => this.remote.call("WebDriver:Forward").catch(() => null);

  async again() {
    const { handle } = await this.remote.call("WebDriver:NewWindow", { type: "tab" });
    const address = await this.url();
    await this.remote.call("WebDriver:CloseWindow");
    await this.remote.call("WebDriver:SwitchToWindow", { handle });
    await this.remote.asBrowser(`
      const { SessionStore } = ChromeUtils.importESModule("resource:///modules/sessionstore/SessionStore.sys.mjs");
      SessionStore.undoCloseTab(Services.wm.getMostRecentWindow("navigator:browser"), 0);`);
    if (!(await this.toTab((one) => one === address))) throw new Error("the tab did not come back");
    await until("it has loaded", () => this.remote.run("return document.readyState === 'complete'"), 5000).catch(() => null);
    const here = (await this.remote.call("WebDriver:GetWindowHandle")).value;
    await this.remote.call("WebDriver:SwitchToWindow", { handle });
    await this.remote.call("WebDriver:CloseWindow");
    await this.remote.call("WebDriver:SwitchToWindow", { handle: here });
  }

  async stop() {
    await this.remote.call("Marionette:Quit", { flags: ["eAttemptQuit"] }).catch(() => null);
    setTimeout(() => this.child.kill("SIGKILL"), 15_000).unref();
    await this.ended;
  }

  async kill() {
    this.child.kill("SIGKILL");
    await this.ended;
    await wait(500);
  }

  leave() {
    this.folder.leave();
  }
}

/** Which browsers can be tried by name. */
export const TRACED = { chromium: () => new Chromium(), firefox: () => new Firefox() };
