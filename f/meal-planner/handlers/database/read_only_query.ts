import { z } from "zod";
import type { Row, Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";

export const queryInput = z.strictObject({
  sql: z.string().trim().min(1, { message: "Write one select." }).max(20_000),
  parameters: z
    .array(z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .max(100)
    .default([]),
  limit: z.int().min(1).max(10_000).default(100),
  timeout_seconds: z.number().gt(0).max(300).default(30),
});

/**
 * Runs one statement in a read-only transaction: Postgres itself refuses whatever writes. At most `limit` rows
 * come back; `truncated` says that there were more.
 *
 * @throws InvalidInput where Postgres refuses the statement, with its message and place.
 */
export async function readOnlyQuery(
  tx: Tx,
  input: z.output<typeof queryInput>,
): Promise<{ rows: Row[]; truncated: boolean }> {
  await tx.query("set transaction read only");
  await tx.query("select set_config('statement_timeout', $1::text, true)", [
    String(Math.ceil(input.timeout_seconds * 1000)),
  ]);
  // A cursor takes one statement only, and fetches no more rows than are asked for.
  const sql = input.sql.replace(/;\s*$/, "");
  try {
    await tx.query(`declare read_only_query no scroll cursor for ${sql}`, input.parameters);
    const { rows } = await tx.query(`fetch forward ${input.limit + 1} from read_only_query`);
    return { rows: rows.slice(0, input.limit), truncated: rows.length > input.limit };
  } catch (error) {
    throw refusedByPostgres(error);
  }
}

function refusedByPostgres(error: unknown): unknown {
  const { code, message, position } = error as { code?: string; message?: string; position?: string };
  if (!code || !/^(0A|22|25|42|57014)/.test(code)) return error;
  const place = position ? ` (character ${Number(position) - DECLARE_LENGTH})` : "";
  return new InvalidInput([
    { path: "sql", message: `${message}${place}. Only one reading statement is allowed.` },
  ]);
}

const DECLARE_LENGTH = "declare read_only_query no scroll cursor for ".length;
