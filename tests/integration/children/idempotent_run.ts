import { Database, type Postgresql } from "../../../f/meal-planner/database/connection.ts";
import { defineIdempotentOperation } from "../../../f/meal-planner/patterns/idempotency/idempotent_operation.ts";
import { runOnce, runOnceInTransaction } from "../../../f/meal-planner/patterns/idempotency/run_once.ts";
import { childInput, pass } from "./stop_point.ts";

const input = childInput<{ db: Postgresql; key: string; mode: "one_commit" | "two_commits" }>();
const database = new Database(input.db);
const operation = defineIdempotentOperation({ consumer: "crash", inProgressSeconds: 1 });
const call = { payload: { n: 1 }, key: input.key };
const insert = "insert into effects (key, by) values ($1::text, 0)";

if (input.mode === "one_commit") {
  await database.transaction(async (tx) => {
    await runOnceInTransaction(tx, operation, call, async () => {
      await pass("before_effect", input.stop_at);
      await tx.query(insert, [input.key]);
      await pass("after_effect", input.stop_at);
      return { done: true };
    });
    await pass("before_commit", input.stop_at);
  });
} else {
  await runOnce(database, operation, call, async () => {
    await pass("before_effect", input.stop_at);
    // The outside system: it is given the key and does the same thing once.
    await database.query(`${insert} on conflict do nothing`, [input.key]);
    await pass("after_effect", input.stop_at);
    return { done: true };
  });
}
console.log("finished");
await database.close();
