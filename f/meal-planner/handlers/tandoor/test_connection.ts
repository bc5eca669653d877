import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { Unauthorized } from "../../database/errors.ts";
import { recipePages } from "./recipe_api.ts";
import { tandoorAccount, tandoorResource } from "./tandoor_account.ts";
import { withTandoor } from "./tandoor_api.ts";
import { checkMayWrite, checkServer, tokenRights } from "./tandoor_server.ts";
import { isTokenRefused } from "./tandoor_system.ts";

export const testConnectionInput = z.strictObject({
  tandoor: tandoorResource.optional().describe("The server and token; left out, the workspace's own."),
});

export type ConnectionTest = {
  address: string;
  /** null where the server doesn't say. */
  version: string | null;
  space: { id: number; name: string };
  recipes: number;
  may_write: boolean;
  token: { expires: string | null; scope: string | null };
  /** What stands in the way of some uses, and what to do; empty where all is well. */
  warnings: string[];
};

const SOON_DAYS = 30;

/**
 * Tries the address and the token, and changes nothing.
 *
 * @throws NotFound where the address is no Tandoor's, Upstream where it can't be reached or is too old, Unauthorized where
 *   the token is wrong, over, or may not read.
 */
export async function testConnection(
  database: Database,
  input: z.output<typeof testConnectionInput>,
): Promise<ConnectionTest> {
  const account = await tandoorAccount(input.tandoor);
  return withTandoor(database, account, async (api) => {
    const { version, space } = await checkServer(api, account);
    const first = await recipePages(api).next();
    const token = await tokenRights(api, account);
    const warnings: string[] = [];
    const mayWrite = await checkMayWrite(api).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof Unauthorized) || isTokenRefused(error)) throw error;
        warnings.push(`${error.message} Until then import works, export and sync don't.`);
        return false;
      },
    );
    if (token.expires && Date.parse(token.expires) < Date.now() + SOON_DAYS * 86_400_000)
      warnings.push(`The token ends on ${token.expires.slice(0, 10)}. Make a new one before then.`);
    const recipes = first.done ? 0 : first.value.total;
    return { address: account.address, version, space, recipes, may_write: mayWrite, token, warnings };
  });
}
