import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Postgresql } from "../f/meal-planner/database/connection.ts";
import { REPOSITORY } from "../local/repository.ts";

export type ServedPage = { address: string; cpuMs(): Promise<number>; close(): Promise<void> };

/** The page's server, in a process of its own. */
export async function servePage(resource: Postgresql): Promise<ServedPage> {
  const server = spawn(process.execPath, [join("bench", "serve_page.ts")], {
    cwd: REPOSITORY,
    env: { ...process.env, BENCH_DATABASE: JSON.stringify(resource) },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const told = async <T>(): Promise<T> => {
    const { value, done } = await lines.next();
    if (done) throw new Error("The page's server has ended. What it wrote above says why.");
    return JSON.parse(value);
  };
  const address = await told<string>();
  return {
    address,
    cpuMs() {
      server.stdin.write("\n");
      return told<number>();
    },
    async close() {
      server.stdin.end();
      if (server.exitCode === null) await once(server, "exit");
    },
  };
}
