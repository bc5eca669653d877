import { Database, type Postgresql } from "../../../f/meal-planner/database/connection.ts";
import type { Fatsecret } from "../../../f/meal-planner/handlers/fatsecret/fatsecret_account.ts";
import { fullSync, fullSyncInput } from "../../../f/meal-planner/handlers/fatsecret/full_sync.ts";
import { childInput, pass } from "./stop_point.ts";

type Input = {
  db: Postgresql;
  person: string;
  fatsecret: Fatsecret;
  days: { from: string; to: string };
  until: string;
};

/** Synchronises an account, and comes to the point `seen` when the server has done a call of the method `until`. */
const { db, person, fatsecret, days, until, stop_at } = childInput<Input>();
const database = new Database(db);
const work = fullSync(database, fullSyncInput.parse({ person, fatsecret, ...days }));
const watch = setInterval(async () => {
  const asked = { method: "POST", body: JSON.stringify({ do: "calls" }) };
  const calls: { method: string }[] = await (await fetch(`${fatsecret.url}/control`, asked)).json();
  if (calls.some(({ method }) => method === until)) {
    clearInterval(watch);
    await pass("seen", stop_at);
  }
}, 5);
await work;
clearInterval(watch);
await database.close();
