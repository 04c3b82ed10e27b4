// Mistakes that are planted between the browser and the program, to see that they are found: what a program that makes them
// would send. Refuses to change anything else.
import http from "node:http";

/** Words for a mistake, and what it does to an answer. */
export const MISTAKES = {
  // Answers may be kept.
  "no-store": (head) => {
    delete head["cache-control"];
    head["cache-control"] = "max-age=3600";
  },
  // Fields are remembered.
  autocomplete: (_, text) => text.replaceAll(/ autocomplete="[\w-]+"/g, ""),
  // The title says how somebody is.
  title: (_, text) => text.replace(/<title>[^<]*</, "<title>Numb 72 of 100<"),
  // Leaving does not reach the program.
  exit: null,
  // An address says which day is looked at.
  address: null,
};

/** The same server as it would be with a mistake; without one, itself. */
export async function spoiled(server, mistake) {
  if (!mistake) return { ...server, close: async () => {} };
  if (!(mistake in MISTAKES)) throw new Error(`no mistake '${mistake}'`);
  const name = server.authority.split(":")[0];
  const between = http.createServer((request, response) => {
    const isExit = mistake === "exit" && request.url === "/exit";
    if (isExit) {
      request.resume();
      return response.writeHead(303, { Location: "/away" }).end();
    }
    if (mistake === "address" && request.method === "GET" && request.url === "/day") {
      return response.writeHead(302, { Location: "/day?at=2026-03-02" }).end();
    }
    const headers = { ...request.headers, host: server.authority };
    if (headers.origin?.startsWith("http://n")) headers.origin = server.origin;
    delete headers["accept-encoding"];
    const on = http.request({ host: "127.0.0.1", port: server.port, method: request.method, path: request.url, headers, agent: false }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        const head = { ...answer.headers };
        let body = Buffer.concat(parts);
        const isPage = head["content-type"]?.startsWith("text/html");
        const text = MISTAKES[mistake]?.(head, isPage ? body.toString() : "");
        if (isPage && typeof text === "string") body = Buffer.from(text);
        delete head["transfer-encoding"];
        if ("content-length" in head) head["content-length"] = body.length;
        response.writeHead(answer.statusCode, head).end(body);
      });
    });
    on.on("error", () => response.destroy());
    request.pipe(on);
  });
  await new Promise((resolve) => between.listen(0, "127.0.0.1", resolve));
  const { port } = between.address();
  const authority = `${name}:${port}`;
  const origin = `http://${authority}`;
  const close = async () => {
    between.closeAllConnections();
    between.close();
  };
  return { ...server, authority, origin, link: server.link.replace(server.origin, origin), close };
}
