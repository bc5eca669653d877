import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { REPOSITORY } from "./repository.ts";

const installed = (path: string) => join(REPOSITORY, "node_modules", path);

type Step = { name: string; command: string; args: string[] };

// What npm test checks, quickest first. Tests run under Node, as their tools do; the workspace's own under Bun.
const STEPS: Step[] = [
  { name: "format and lint", command: "node", args: [installed("@biomejs/biome/bin/biome"), "ci", "."] },
  { name: "types", command: "node", args: [installed("typescript/bin/tsc"), "-p", "."] },
  { name: "workspace", command: process.execPath, args: ["local/workspace/check.ts"] },
  { name: "tests", command: "node", args: [installed("vitest/vitest.mjs"), "run", ...process.argv.slice(2)] },
];

const failed = STEPS.filter((step) => !passes(step));
const verdict = failed.length === 0 ? "All green." : `Failed: ${failed.map((step) => step.name).join(", ")}.`;
process.stdout.write(`\n${verdict}\n`);
process.exit(failed.length === 0 ? 0 : 1);

function passes({ name, command, args }: Step): boolean {
  const started = performance.now();
  process.stdout.write(`\n── ${name}\n`);
  const { status } = spawnSync(command, args, { cwd: REPOSITORY, stdio: ["ignore", "inherit", "inherit"] });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`── ${name}: ${status === 0 ? "passed" : "FAILED"} in ${seconds} s\n`);
  return status === 0;
}
