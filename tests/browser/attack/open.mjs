// A program without walls, to see that the attacks are noticed when they get through.
import { spawn } from "node:child_process";
import { throwAwayFolder } from "../lib/server.mjs";

const PROGRAM = `
  const server = require("node:http").createServer((request, response) => {
    response.setHeader("Access-Control-Allow-Origin", request.headers.origin ?? "*");
    response.setHeader("Access-Control-Allow-Credentials", "true");
    response.setHeader("Set-Cookie", "s=secret");
    response.setHeader("Content-Type", request.url.endsWith(".svg") ? "image/svg+xml"
      : request.url.endsWith(".js") ? "text/javascript"
      : request.url.endsWith(".css") ? "text/css" : "text/html");
    response.end(request.url.endsWith(".svg") ? '<svg xmlns="http://www.w3.org/2000/svg"/>' : "/* mine */");
  });
  server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;

/** Starts it; it looks like `startServer` from outside. */
export async function startOpen(before = []) {
  const [program, ...words] = [...before, process.execPath, "-e", PROGRAM];
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise((resolve) => child.stdout.once("data", (bytes) => resolve(Number(bytes))));
  const authority = `nopen.localhost:${port}`;
  const origin = `http://${authority}`;
  const stop = async () => child.kill();
  return { link: `${origin}/start?k=1`, authority, origin, port, pid: child.pid, stop, folder: throwAwayFolder() };
}
