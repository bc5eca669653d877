import { createHash } from "node:crypto";
import { z } from "zod";
import { Unauthorized } from "../../database/errors.ts";

/** Windmill's resource `tandoor`. A parameter of this type becomes a resource picker in Windmill's forms. */
export type Tandoor = { base_url: string; token: string };

export const tandoorResource = z.looseObject({
  base_url: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .describe("The server's address, such as https://recipes.example.com"),
  token: z.string().trim().min(1).max(500).describe("An access token with the scopes read and write."),
});

/** Where the workspace keeps its own. */
export const TANDOOR_RESOURCE = "f/meal-planner/external/tandoor";

export const NEW_TOKEN =
  "Make a new one in Tandoor (Settings → API, scopes read and write) and put it into the resource.";

export type TandoorAccount = {
  address: string;
  token: string;
  /** Tells circuits apart and shows no secret. */
  name: string;
};

/**
 * The server and token to use: the given resource, else the workspace's at `path`.
 *
 * @throws Unauthorized where there is none.
 */
export async function tandoorAccount(
  given: z.output<typeof tandoorResource> | undefined,
  path: string = TANDOOR_RESOURCE,
): Promise<TandoorAccount> {
  const { base_url, token } = given ?? (await workspaceResource(path));
  const address = plainAddress(base_url);
  const name = createHash("sha256").update(`${address} ${token}`).digest("hex").slice(0, 8);
  return { address, token: token.replace(/^(?:Bearer|Token)\s+/i, ""), name };
}

/** People copy the address of a page, or of the API: what is meant is where Tandoor itself begins. */
function plainAddress(address: string): string {
  return address
    .trim()
    .replace(/[#?].*$/, "")
    .replace(/\/+$/, "")
    .replace(/\/api$/, "");
}

async function workspaceResource(path: string): Promise<z.output<typeof tandoorResource>> {
  // Loaded only here: a script that is handed its resource doesn't pay for Windmill's client.
  const { getResource } = await import("windmill-client");
  let reason = "it is empty";
  const stored: unknown = await getResource(path).catch((error: unknown) => {
    reason = error instanceof Error ? error.message : String(error);
  });
  const resource = tandoorResource.safeParse(stored);
  if (resource.success) return resource.data;
  throw new Unauthorized(
    `There is no Tandoor: no resource was given, and the workspace's ${path} gives no base_url and token (${reason}). Create it (RESOURCE_DEFINITIONS.md) or pass tandoor.`,
  );
}
