import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { BuiltFile } from "./app_build.ts";
import { pageHeaders } from "./page_headers.ts";

const SMALL_BYTES = 1400; // one packet: pressing it wins nothing

/** Sends data. Nobody may keep it: it is a household's. */
export async function sendJson(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): Promise<void> {
  const body = Buffer.from(
    JSON.stringify(value, (_key, part: unknown) => (part === undefined ? null : part)),
  );
  const pressed = body.length > SMALL_BYTES && accepts(request, "gzip");
  response.writeHead(status, {
    ...pageHeaders(),
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    ...(pressed ? { "content-encoding": "gzip" } : {}),
    // What is left of a body that was refused must not be taken for the connection's next request.
    ...(request.complete ? {} : { connection: "close" }),
    ...headers,
  });
  response.end(pressed ? await promisify(gzip)(body, { level: 4 }) : body);
}

/** Sends a text of ours. It is asked for anew each time. */
export function sendText(
  response: ServerResponse,
  text: string,
  options: { type: string; status?: number; nonce?: string; headers?: Record<string, string> },
): void {
  response.writeHead(options.status ?? 200, {
    ...pageHeaders(options.nonce),
    "content-type": `${options.type}; charset=utf-8`,
    "cache-control": "no-cache",
    ...options.headers,
  });
  response.end(text);
}

/** Sends a file of the page in the smallest form that the browser takes. Its name changes with it, so it keeps. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: BuiltFile,
  name: string,
): void {
  const etag = `"${name}"`;
  const headers = {
    ...pageHeaders(),
    etag,
    vary: "accept-encoding",
    "cache-control": "public, max-age=31536000, immutable",
  };
  if (request.headers["if-none-match"]?.includes(etag)) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  const form = accepts(request, "br") ? "br" : accepts(request, "gzip") ? "gzip" : undefined;
  const body = form === "br" ? file.brotli : form === "gzip" ? file.gzip : file.plain;
  response.writeHead(200, {
    ...headers,
    "content-type": file.type,
    "content-length": String(body.length),
    ...(form ? { "content-encoding": form } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function accepts(request: IncomingMessage, encoding: string): boolean {
  const header = String(request.headers["accept-encoding"] ?? "");
  return header.split(",").some((part) => {
    const [name, quality] = part.split(";").map((word) => word.trim());
    return name === encoding && quality !== "q=0";
  });
}
