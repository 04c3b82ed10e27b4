// What a page weighs, and when its largest part is painted while the processor is slowed down.

/** A page that shows nothing of the record: what every page needs. */
export const BARE = "/keys";
export const SLOWER = 4;

/** Bytes of everything that a page loads, uncompressed, by kind, and all of them as `total`. */
export async function bytesOf(page, address) {
  const bytes = { total: 0 };
  const bodies = [];
  const hear = (response) => bodies.push(response.body().then(
    (body) => {
      const kind = response.request().resourceType();
      bytes[kind] = (bytes[kind] ?? 0) + body.length;
      bytes.total += body.length;
    },
    // What went elsewhere has no body.
    () => {},
  ));
  page.on("response", hear);
  await page.goto(address, { waitUntil: "networkidle" });
  page.off("response", hear);
  await Promise.all(bodies);
  return bytes;
}

/** When the largest part was painted, in ms since the page was asked for. */
export async function paintOf(page, address) {
  await page.goto(address);
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        let last = 0;
        new PerformanceObserver((list) => (last = list.getEntries().at(-1).startTime)).observe({
          type: "largest-contentful-paint",
          buffered: true,
        });
        setTimeout(() => resolve(last), 300);
      }),
  );
}

/** Slows the processor of the page down, and gives what gives it back its speed. */
export async function slow(context, page) {
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return () => devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
}

/** Looks at Time as far as `range` reaches. */
export async function reach(page, origin, range) {
  await page.goto(`${origin}/time`);
  await page.locator(`button[name="range"][value="${range}"]`).click();
  await page.locator(`button[value="${range}"][aria-pressed="true"]`).waitFor();
}
