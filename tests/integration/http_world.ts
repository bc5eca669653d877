import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";

export type Seen = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: string;
};
export type Behaviour = (response: ServerResponse, seen: Seen) => void;

/** An outside system on this machine: each path answers as it is told, one behaviour a call, the last one for good. */
export class HttpWorld {
  readonly seen: Seen[] = [];
  private readonly behaviours = new Map<string, Behaviour[]>();
  private server: Server | undefined;
  address = "";

  async open(): Promise<void> {
    const server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.server = server;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  at(path: string, ...behaviours: Behaviour[]): void {
    this.behaviours.set(path, behaviours);
  }

  calls(path: string): Seen[] {
    return this.seen.filter((seen) => seen.path === path);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.address);
    let body = "";
    for await (const part of request.setEncoding("utf8")) body += part;
    const { pathname: path, searchParams: query } = url;
    const seen = { method: request.method ?? "", path, query, headers: request.headers, body };
    this.seen.push(seen);
    const told = this.behaviours.get(path) ?? [];
    const behaviour = told.length > 1 ? told.shift() : told[0];
    if (behaviour) behaviour(response, seen);
    else response.writeHead(404).end();
  }
}

/** Open from `beforeAll` to `afterAll`. */
export function useHttpWorld(): HttpWorld {
  const world = new HttpWorld();
  beforeAll(() => world.open());
  afterAll(() => world.close());
  return world;
}

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));

export const text =
  (body: string, status = 200, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, headers).end(body);

export const html = (title: string, status: number) =>
  text(`<!DOCTYPE html><html><head><title>${title}</title></head></html>`, status, {
    "content-type": "text/html",
  });

export const silent: Behaviour = () => undefined;

export const cut: Behaviour = (response) => response.socket?.destroy();

/** Begins well and then stops, or is cut. */
export const half =
  (then: "stops" | "is cut"): Behaviour =>
  (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"begun": "');
    if (then === "is cut") setTimeout(() => response.socket?.destroy(), 50);
  };

/** So many bytes of JSON without a content-length. */
export const large =
  (bytes: number): Behaviour =>
  (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('"');
    for (let sent = 0; sent < bytes; sent += 1000) response.write("x".repeat(1000));
    response.end('"');
  };
