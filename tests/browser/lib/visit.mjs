// Somebody who has just come in: the program on a folder of its own, and a browser on its Today.
import { openBrowser } from "./browser.mjs";
import * as person from "./person.mjs";
import { startServer } from "./server.mjs";

/** Goes through the first run to the first check-in. `env` is for the program. `leave` ends all of it. */
export async function firstDay({ javaScript = true, env = {} } = {}) {
  const server = await startServer({ env });
  const browser = await openBrowser({ javaScript });
  const { page } = browser;
  await person.enter(page, server);
  await person.readSafety(page);
  await person.choosePassphrase(page);
  await person.chooseLine(page);
  const leave = async () => {
    await browser.close();
    await server.stop();
    server.folder.leave();
    browser.profile.leave();
  };
  return { server, browser, page, leave };
}
