// npm run deploy -- ENV [--dry-run] [--yes]
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { REPOSITORY } from "../repository.ts";
import { type DeployOptions, deployWorkspace } from "./deploy_workspace.ts";
import { DeploymentError } from "./deployment_error.ts";
import { TOKEN } from "./environment.ts";

const USAGE = `npm run deploy -- ENV [--dry-run] [--yes]
  ENV         a workspace of wmill.yaml: dev, staging, prod
  --dry-run   only look: check, and show what would change
  --yes       don't ask before changing anything
The token is taken from the environment variable ${TOKEN}.`;

function readOptions(): DeployOptions {
  const options = { "dry-run": { type: "boolean" }, yes: { type: "boolean" } } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [name, ...more] = positionals;
    if (!name || more.length > 0) throw new Error("Name one environment.");
    const { "dry-run": dryRun = false, yes = false } = values;
    return { name, dryRun, yes, token: process.env[TOKEN] };
  } catch (error) {
    throw new DeploymentError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

const say = (line: string) => {
  process.stdout.write(`${line.trimEnd()}\n`);
};

try {
  await deployWorkspace(readOptions(), {
    root: REPOSITORY,
    say,
    ...(process.stdin.isTTY ? { ask } : {}),
  });
} catch (error) {
  if (!(error instanceof DeploymentError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
