// The browsers that are tried: the one of the other tests, and Firefox as it is installed.
import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "../lib/browser.mjs";
import { throwAwayFolder } from "../lib/server.mjs";

export const BROWSERS = {
  async chromium() {
    const browser = await openBrowser();
    return {
      async open(...addresses) {
        for (const address of addresses) {
          const page = await browser.context.newPage();
          await page.goto(address, { waitUntil: "commit" });
        }
      },
      async close() {
        await browser.close();
        browser.profile.leave();
      },
    };
  },
  async firefox() {
    const program = ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find(existsSync);
    if (!program) throw new Error("no Firefox here");
    const profile = throwAwayFolder();
    mkdirSync(join(profile.path, "p"));
    const choices = {
      "app.normandy.enabled": false,
      "app.update.enabled": false,
      "browser.aboutwelcome.enabled": false,
      "browser.shell.checkDefaultBrowser": false,
      "browser.startup.homepage_override.mstone": "ignore",
      "browser.startup.page": 0,
      "datareporting.policy.dataSubmissionEnabled": false,
      "toolkit.telemetry.enabled": false,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "network.prefetch-next": true,
      // The name of the site that moves has two addresses: the other one is asked first.
      "network.dns.preferIPv6": true,
      "network.http.fast-fallback-to-IPv4": false,
    };
    for (const [name, value] of Object.entries(choices)) {
      const line = `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`;
      appendFileSync(join(profile.path, "p/user.js"), line);
    }
    let child;
    return {
      async open(...addresses) {
        const words = ["--headless", "--no-remote", "--profile", join(profile.path, "p"), ...addresses];
        const env = { ...process.env, HOME: profile.path, MOZ_HEADLESS: "1" };
        child = spawn(program, words, { env, stdio: "ignore" });
      },
      async close() {
        const ended = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGTERM");
        await ended;
        profile.leave();
      },
    };
  },
};
