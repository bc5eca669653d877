import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, vi } from "vitest";
import type { Fatsecret } from "../../f/meal-planner/handlers/fatsecret/fatsecret_account.ts";
import { serveJobApi } from "../../local/jobs/job_api.ts";
import { JobRegistry } from "../../local/jobs/job_registry.ts";
import type { Variable, WorkspaceValues } from "../../local/jobs/workspace_values.ts";

const BUN = fileURLToPath(new URL("../../node_modules/.bin/bun", import.meta.url));
const SERVER = fileURLToPath(new URL("../servers/fatsecret_server.ts", import.meta.url));

export type ServerFault = {
  at?: string;
  kind:
    | "slow"
    | "busy_seconds"
    | "busy_date"
    | "broken"
    | "cut_before"
    | "cut_after"
    | "late"
    | "malformed"
    | "html"
    | "error";
  times: number;
  value?: number;
};

export type ServerEntry = {
  id: string;
  food: string;
  name: string;
  serving: string;
  units: number;
  meal: string;
  day: number;
};

/** What an account holds over there. */
export type ServerAccount = {
  entries: ServerEntry[];
  savedMeals: {
    id: string;
    name: string;
    description: string;
    meals: string;
    items: { id: string; food: string; serving: string; units: number; name: string }[];
  }[];
  weights: [day: number, kg: number][];
  goalWeight: number | null;
  height: number | null;
  favoriteFoods: string[];
  favoriteRecipes: string[];
};

export type ServerCall = { method: string; user: string | null; parameters: Record<string, string> };

const KEYS = {
  consumer_key: "consumer key+1",
  consumer_secret: "consumer&secret%1",
  client_secret: "client-secret-1",
};

/** A FatSecret of this test file's own, in a process of its own. */
export class FatsecretWorld {
  address = "";
  private running: ChildProcess | undefined;

  async open(): Promise<void> {
    const running = spawn(BUN, ["run", SERVER], { stdio: ["pipe", "pipe", "inherit"] });
    this.running = running;
    this.address = await new Promise<string>((resolve, reject) => {
      running.stdout.setEncoding("utf8").once("data", (text: string) => resolve(text.trim()));
      running.once("error", reject);
      running.once("exit", () => reject(new Error("FatSecret's test server ended before it began.")));
    });
    const { consumer_key, consumer_secret, client_secret } = KEYS;
    await this.tell("consumer", { key: consumer_key, secret: consumer_secret, client_secret });
  }

  async close(): Promise<void> {
    const running = this.running;
    if (!running) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill();
    await ended;
  }

  /** Asks the server for something that a test may ask; see CONTROL over there. */
  async tell<T>(what: string, given: object = {}): Promise<T> {
    const body = JSON.stringify({ do: what, ...given });
    const response = await fetch(`${this.address}/control`, { method: "POST", body });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return JSON.parse(text);
  }

  /** The resource for this server; with `token` as an account's own. */
  resource(more: Partial<Fatsecret> = {}): Fatsecret {
    const { address } = this;
    return {
      ...KEYS,
      ...{ url: address, auth_url: address, token_url: address },
      // A test makes more calls a minute than a person's work does.
      ...{ calls_per_minute: 100_000, calls_per_day: 1_000_000 },
      ...more,
    };
  }

  /** The resource with a token for an account, as if the account had been connected by hand. */
  async resourceOf(user: string): Promise<Fatsecret> {
    const { token, secret } = await this.tell<{ token: string; secret: string }>("token", { user });
    return this.resource({ access_token: token, access_token_secret: secret });
  }

  fail(...faults: ServerFault[]): Promise<null> {
    return this.tell("faults", { faults });
  }

  account(user: string): Promise<ServerAccount> {
    return this.tell("account", { user });
  }

  change(user: string, changes: Partial<ServerAccount>): Promise<null> {
    return this.tell("change", { user, changes });
  }

  /** The calls since they were last forgotten, of one method or all. */
  async calls(method?: string): Promise<ServerCall[]> {
    const calls = await this.tell<ServerCall[]>("calls");
    return calls.filter((call) => method === undefined || call.method === method);
  }
}

/** Open from `beforeAll` to `afterAll`. */
export function useFatsecret(): FatsecretWorld {
  const world = new FatsecretWorld();
  beforeAll(() => world.open());
  afterAll(() => world.close());
  return world;
}

/** A workspace's variables, in memory, behind the part of Windmill's API that the local runner serves. */
export function useWorkspaceVariables(): Map<string, Variable> {
  const variables = new Map<string, Variable>();
  const values: WorkspaceValues = {
    resource: async () => undefined,
    variable: async (path) => variables.get(path),
    setResource: async () => undefined,
    setVariable: async (path, variable) => void variables.set(path, variable),
    howToAdd: () => "Add it.",
  };
  beforeAll(async () => {
    const noJobs = new JobRegistry(() => Promise.reject(new Error("No jobs here.")));
    const api = await serveJobApi(values, noJobs);
    vi.stubEnv("BASE_INTERNAL_URL", api.url);
    vi.stubEnv("WM_TOKEN", api.token);
    vi.stubEnv("WM_WORKSPACE", "test");
    return async () => {
      vi.unstubAllEnvs();
      await api.close();
    };
  });
  return variables;
}
