import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type StatusContent = { title: string; sections: { heading: string; text: string }[] };

export type StatusPage = { address: string; close(): Promise<void> };

const USUAL_PORT = 8420;
const LOOPBACK = "127.0.0.1";

/**
 * Serves what `content` gives, afresh at each call, as one plain page on the loopback interface. Requests that
 * name another host are refused (a foreign page may have pointed its own name here), and nothing can be changed.
 *
 * @param port The port to take; left out, 8420 or, where that is taken, a free one.
 */
export async function serveStatus(
  content: () => Promise<StatusContent>,
  port: number | undefined,
): Promise<StatusPage> {
  const server = createServer((request, response) => {
    answer(request, response, content).catch((error: unknown) => {
      process.stderr.write(`The status page failed: ${error instanceof Error ? error.message : error}\n`);
      send(response, 500, "The page can't be made just now; the terminal says why.");
    });
  });
  await listen(server, port ?? USUAL_PORT, port === undefined);
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${LOOPBACK}:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  content: () => Promise<StatusContent>,
): Promise<void> {
  const name = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (name !== LOOPBACK && name !== "localhost")
    return send(response, 403, "This page is for this machine only.");
  if (request.method !== "GET" && request.method !== "HEAD")
    return send(response, 405, "Only GET is answered.");
  if (request.url !== "/") return send(response, 404, "There is only the page at /.");
  send(response, 200, render(await content()), "text/html");
}

function send(response: ServerResponse, status: number, body: string, type = "text/plain"): void {
  response.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  response.end(body);
}

function render({ title, sections }: StatusContent): string {
  const body = sections.map(
    ({ heading, text }) => `<h2>${escapeHtml(heading)}</h2>\n<pre>${escapeHtml(text)}</pre>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
  :root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
  body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem }
  pre { overflow-x: auto; font-size: 0.85rem; line-height: 1.45 }
</style>
<h1>${escapeHtml(title)}</h1>
${body.join("\n")}
</html>
`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Takes the port, or any free one where it is taken and that is all right. */
function listen(server: Server, port: number, orAny: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE" || !orAny) return reject(error);
      server.once("error", reject);
      server.listen(0, LOOPBACK, resolve);
    });
    server.listen(port, LOOPBACK, resolve);
  });
}
