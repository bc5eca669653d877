import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { queryInput, readOnlyQuery } from "../read_only_query.ts";

/**
 * Read the database with SQL. Postgres refuses whatever would write.
 *
 * @param sql One select; the tables are in the schema meal_planner.
 * @param parameters Values for $1, $2, …
 * @param limit Rows at most, 1 to 10000.
 * @param timeout_seconds The statement is cancelled after this.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  sql: string,
  parameters?: (string | number | boolean | null)[],
  limit: number = 100,
  timeout_seconds: number = 30,
  db?: Postgresql,
) {
  const input = parseInput(queryInput, { sql, parameters, limit, timeout_seconds });
  return inTransaction(db, (tx) => readOnlyQuery(tx, input));
}
