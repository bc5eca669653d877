import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import type { Tandoor } from "../../f/meal-planner/handlers/tandoor/tandoor_account.ts";
import type { Fault } from "../servers/tandoor/faults.ts";
import type { Settings } from "../servers/tandoor/routes.ts";

const BUN = fileURLToPath(new URL("../../node_modules/.bin/bun", import.meta.url));
const SERVER = fileURLToPath(new URL("../servers/tandoor/main.ts", import.meta.url));

export type Call = { method: string; path: string; query: string; body: unknown; status: number };

/** A Tandoor on this machine, in a process of its own. */
export class TandoorWorld {
  address = "";
  readonly token = "tda_test_token_0001";
  private server: ChildProcess | undefined;

  /** For the scripts' parameter `tandoor`. */
  get resource(): Tandoor {
    return { base_url: this.address, token: this.token };
  }

  async open(): Promise<void> {
    const server = spawn(BUN, ["run", SERVER], { stdio: ["pipe", "pipe", "inherit"] });
    this.server = server;
    this.address = await new Promise((resolve, reject) => {
      server.stdout.setEncoding("utf8").on("data", (text: string) => {
        const address = /listening (\S+)/.exec(text)?.[1];
        if (address) resolve(address);
      });
      server.on("error", reject);
      server.on("exit", (code) => reject(new Error(`The Tandoor for tests ended with ${code}.`)));
    });
  }

  close(): void {
    this.server?.kill();
  }

  /** A call of the API as its own user would make it; fails where Tandoor refuses. */
  async api<T>(method: string, path: string, body?: unknown, token = this.token): Promise<T> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === "" ? null : JSON.parse(text)) as T;
  }

  async faults(...faults: Fault[]): Promise<void> {
    await this.control("POST", "faults", faults);
  }

  async settings(settings: Partial<Settings>): Promise<void> {
    await this.control("POST", "settings", settings);
  }

  /** An empty server with its defaults and no faults. */
  async reset(): Promise<void> {
    await this.control("POST", "reset", {});
  }

  /** The calls since the last `forget`, in order; `api`'s own among them. */
  calls(): Promise<Call[]> {
    return this.control("GET", "log");
  }

  async writes(): Promise<Call[]> {
    return (await this.calls()).filter((call) => call.method !== "GET");
  }

  async forget(): Promise<void> {
    await this.control("DELETE", "log");
  }

  private async control<T>(method: string, what: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.address}/__control/${what}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${what}: ${await response.text()}`);
    return (await response.json()) as T;
  }
}

/** Open from `beforeAll` to `afterAll`. */
export function useTandoor(): TandoorWorld {
  const world = new TandoorWorld();
  beforeAll(() => world.open());
  afterAll(() => world.close());
  return world;
}
