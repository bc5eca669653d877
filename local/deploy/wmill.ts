import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { REPOSITORY } from "../repository.ts";
import { DeploymentError } from "./deployment_error.ts";
import { type Environment, TOKEN } from "./environment.ts";

const WMILL = join(REPOSITORY, "node_modules", "windmill-cli", "esm", "main.js");

/**
 * Runs the `wmill` of the lock file on an environment. The token goes by a configuration of its own that only this
 * user can read, and that is deleted afterwards: not by the command line, nor by the user's own configuration.
 *
 * @returns What it printed on stdout.
 * @throws DeploymentError where it fails, with what it said.
 */
export async function wmill(
  root: string,
  environment: Environment,
  args: readonly string[],
  onOutput: (text: string) => void = () => undefined,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "meal-planner-deploy-"));
  try {
    await mkdir(join(folder, "windmill"), { mode: 0o700 });
    const profile = {
      name: environment.name,
      remote: new URL(environment.baseUrl).toString(),
      workspaceId: environment.workspaceId,
      token: environment.token,
    };
    await writeFile(join(folder, "windmill", "remotes.ndjson"), `${JSON.stringify(profile)}\n`, {
      mode: 0o600,
    });
    return await run(
      root,
      [WMILL, ...args, "--workspace", environment.name],
      folder,
      environment.token,
      onOutput,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(
  root: string,
  command: string[],
  configuration: string,
  secret: string,
  onOutput: (text: string) => void,
): Promise<string> {
  const { [TOKEN]: _, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn("node", command, {
      cwd: root,
      env: { ...env, WMILL_CONFIG_DIR: configuration, NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let all = "";
    const take = (chunk: Buffer, isResult: boolean) => {
      const text = stripVTControlCharacters(chunk.toString("utf8")).replaceAll(secret, "***");
      if (isResult) stdout += text;
      all += text;
      onOutput(text);
    };
    child.stdout.on("data", (chunk: Buffer) => take(chunk, true));
    child.stderr.on("data", (chunk: Buffer) => take(chunk, false));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(stdout);
      else
        reject(
          new DeploymentError(`wmill ${command.slice(1, 3).join(" ")} failed:\n${all.trim().slice(-3000)}`),
        );
    });
  });
}
