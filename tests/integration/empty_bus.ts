import type { Database } from "../../f/meal-planner/database/connection.ts";
import { BUILT_IN_RULES } from "../../f/meal-planner/events/producers/built_in_rules.ts";

/** Begins a test of the bus from nothing: no events, nothing owed, no rules but those that the test puts. */
export async function emptyBus(database: Database): Promise<void> {
  await database.query(
    `truncate meal_planner.events, meal_planner.deliveries, meal_planner.dead_letters, meal_planner.rules,
       meal_planner.replays, meal_planner.delivery_counts, meal_planner.disabled_built_in_rules cascade`,
  );
  await database.query("insert into meal_planner.disabled_built_in_rules (name) select unnest($1::text[])", [
    BUILT_IN_RULES.map((rule) => rule.name),
  ]);
  await database.query("update meal_planner.rule_set set version = gen_random_uuid()");
}
