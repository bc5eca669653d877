import { Database, type Postgresql } from "../../../f/meal-planner/database/connection.ts";
import { CircuitBreaker } from "../../../f/meal-planner/patterns/circuit_breaker/circuit_breaker.ts";
import { childInput, pass } from "./stop_point.ts";

const input = childInput<{ db: Postgresql; circuit: string }>();
const database = new Database(input.db);
const breaker = new CircuitBreaker(database, input.circuit);
await breaker.run(async () => {
  await pass("in_probe", input.stop_at);
});
console.log("finished");
await database.close();
