import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { DeploymentError } from "./deployment_error.ts";

export type Environment = { name: string; baseUrl: string; workspaceId: string; token: string };

const Workspaces = z.looseObject({
  workspaces: z.record(z.string(), z.looseObject({ baseUrl: z.url(), workspaceId: z.string().min(1) })),
});

/** The variable that holds the token: an argument would stand in the shell's history and the process list. */
export const TOKEN = "WINDMILL_TOKEN";

/**
 * An environment of wmill.yaml, with the token of whoever deploys.
 *
 * @throws DeploymentError where wmill.yaml has none of the name, the token is missing or would cross a network in clear.
 */
export function readEnvironment(root: string, name: string, token: string | undefined): Environment {
  const { workspaces } = Workspaces.parse(parse(readFileSync(join(root, "wmill.yaml"), "utf8")));
  const found = Object.hasOwn(workspaces, name) ? workspaces[name] : undefined;
  if (!found) {
    const known = Object.keys(workspaces).join(", ");
    throw new DeploymentError(`wmill.yaml has no workspace ${name}. It has: ${known}.`);
  }
  const { protocol, hostname } = new URL(found.baseUrl);
  if (protocol !== "https:" && !["localhost", "127.0.0.1", "[::1]"].includes(hostname)) {
    throw new DeploymentError(
      `${found.baseUrl} isn't https: the token would cross the network in clear. Correct wmill.yaml.`,
    );
  }
  if (!token) {
    throw new DeploymentError(
      `${TOKEN} isn't set. Make a token in Windmill (Account settings → Tokens) and put it into the environment.`,
    );
  }
  const { baseUrl, workspaceId } = found;
  return { name, baseUrl: new URL(baseUrl).toString().replace(/\/$/, ""), workspaceId, token };
}
