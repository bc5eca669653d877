import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Postgresql } from "../../f/meal-planner/database/connection.ts";

const BUN = fileURLToPath(new URL("../../node_modules/.bin/bun", import.meta.url));

/**
 * Runs a file of `tests/integration/children` as a process of its own, as a worker would, and kills it (-9) as
 * soon as it prints `at:<point>`. Answers with what it printed; a child that never gets there fails the test.
 */
export async function killAt(child: string, db: Postgresql, input: object, point: string): Promise<string[]> {
  const { lines, killed } = await run(child, db, input, point);
  if (!killed) throw new Error(`${child} never came to ${point}: ${lines.join("\n")}`);
  return lines;
}

/** Runs a child to its end. */
export async function runChild(child: string, db: Postgresql, input: object): Promise<string[]> {
  return (await run(child, db, input)).lines;
}

function run(child: string, db: Postgresql, input: object, point?: string) {
  return new Promise<{ lines: string[]; killed: boolean }>((resolve, reject) => {
    const file = fileURLToPath(new URL(`./children/${child}.ts`, import.meta.url));
    const running = spawn(BUN, ["run", file, JSON.stringify({ db, ...input, stop_at: point })], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const lines: string[] = [];
    let killed = false;
    let errors = "";
    running.stdout.setEncoding("utf8").on("data", (text: string) => {
      lines.push(...text.split("\n").filter((line) => line !== ""));
      if (point !== undefined && !killed && lines.includes(`at:${point}`)) killed = running.kill("SIGKILL");
    });
    running.stderr.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
    });
    running.on("error", reject);
    running.on("close", (code) => {
      if (code === 0 || killed) resolve({ lines, killed });
      else reject(new Error(`${child} ended with ${code}: ${errors}`));
    });
  });
}
