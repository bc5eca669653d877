import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import { resolveHousehold } from "../../households/household.ts";
import { findList } from "./list_store.ts";

export const shareListInput = z.strictObject({
  list_id: z.uuid(),
  revoke: z.boolean().default(false).describe("Ends all links to the list, in place of making one."),
  household_id: z.uuid().optional(),
});

const TOKEN_BYTES = 24;

/**
 * Makes a link to a list: who has the token can read and tick it, and nothing else, until it is revoked. The token is told
 * once; only its digest is kept.
 *
 * @throws NotFound for an unknown list, or one of another household.
 */
export async function shareList(
  tx: Tx,
  input: z.output<typeof shareListInput>,
): Promise<{ list_id: string; token: string } | { list_id: string; revoked: number }> {
  const household = await resolveHousehold(tx, input.household_id);
  const { list_id } = await findList(tx, household, input.list_id);
  if (input.revoke) {
    const { rowCount } = await tx.query(
      `update meal_planner.list_shares set revoked_at = now()
       where list_id = $1::uuid and revoked_at is null`,
      [list_id],
    );
    return { list_id, revoked: rowCount };
  }
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  await tx.query(
    "insert into meal_planner.list_shares (token_digest, list_id) values ($1::bytea, $2::uuid)",
    [digestOf(token), list_id],
  );
  return { list_id, token };
}

/**
 * The list that a token opens.
 *
 * @throws NotFound for a token that was never given or is revoked; which of the two isn't told.
 */
export async function findSharedList(
  tx: Tx,
  token: string,
): Promise<{ list_id: string; household_id: string }> {
  const { rows } = await tx.query<{ list_id: string; household_id: string }>(
    `select list_id, household_id from meal_planner.list_shares join meal_planner.shopping_lists using (list_id)
     where token_digest = $1::bytea and revoked_at is null`,
    [digestOf(token)],
  );
  if (rows[0]) return rows[0];
  throw new NotFound("shared list", "of this link", "Ask whoever shared it for a new link.");
}

function digestOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
