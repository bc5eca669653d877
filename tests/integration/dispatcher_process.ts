import { Database } from "../../f/meal-planner/database/connection.ts";
import { runDispatcher } from "../../f/meal-planner/events/bus/run_dispatcher.ts";
import { defineConsumer } from "../../f/meal-planner/events/consumers/consumer.ts";

// A dispatcher in a process of its own, for tests that kill it. Its consumer counts each effect and takes its time.
const database = new Database(JSON.parse(process.argv[2] ?? ""));
const slowly = defineConsumer({
  name: "slowly",
  eventTypes: ["RecipeCreated"],
  react(tx, event) {
    process.stdout.write("reacting\n");
    return tx.query("insert into meal_planner.effects (event_id) select $1::uuid from pg_sleep(0.002)", [
      event.id,
    ]);
  },
});
await runDispatcher(database, {
  signal: new AbortController().signal,
  consumers: [slowly],
  batchSize: 25,
});
