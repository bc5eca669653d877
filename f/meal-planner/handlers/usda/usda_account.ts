import { createHash } from "node:crypto";
import { z } from "zod";
import { Unauthorized } from "../../database/errors.ts";

/** Windmill's resource `usda_fdc`. A parameter of this type becomes a resource picker in Windmill's forms. */
export type UsdaFdc = { api_key: string; url?: string };

export const usdaFdc = z.looseObject({
  api_key: z.string().trim().min(1).max(200),
  url: z.string().trim().max(500).optional(),
});

/** Where the workspace keeps its own key. */
export const USDA_KEY_VARIABLE = "f/meal-planner/handlers/usda/api_key";
export const USDA_RESOURCE = "f/meal-planner/external/usda";

const SIGN_UP = "One is free at https://fdc.nal.usda.gov/api-key-signup; DEMO_KEY does for a first try.";
const USDA_ADDRESS = "https://api.nal.usda.gov/fdc";

export type UsdaAccount = { apiKey: string; address: string; name: string };

/**
 * The key to use: the given resource's, else that of the workspace's variable, else that of its resource.
 *
 * @throws Unauthorized where there is none.
 */
export async function usdaAccount(given: z.output<typeof usdaFdc> | undefined): Promise<UsdaAccount> {
  const resource = given ?? (await workspaceKey());
  const apiKey = resource.api_key.trim();
  // Circuits and budgets are told apart by the key, and must not show it.
  const name = createHash("sha256").update(apiKey).digest("hex").slice(0, 8);
  return { apiKey, address: resource.url || USDA_ADDRESS, name };
}

async function workspaceKey(): Promise<z.output<typeof usdaFdc>> {
  // Loaded only here: a script that is handed its resource doesn't pay for Windmill's client.
  const { getResource, getVariable } = await import("windmill-client");
  const reasons: string[] = [];
  const note = (error: unknown) => {
    reasons.push(error instanceof Error ? error.message : String(error));
    return undefined;
  };
  const key = await getVariable(USDA_KEY_VARIABLE).catch(note);
  if (key) return { api_key: key };
  const resource = usdaFdc.safeParse(await getResource(USDA_RESOURCE).catch(note));
  if (resource.success) return resource.data;
  throw new Unauthorized(
    `There is no key for USDA FoodData Central: neither the variable ${USDA_KEY_VARIABLE} nor the resource ${USDA_RESOURCE} gives one (${reasons.join("; ") || "they are empty"}). ${SIGN_UP}`,
  );
}
