import { Database, type Postgresql } from "../../../f/meal-planner/database/connection.ts";
import { resumeSagas, startSaga } from "../../../f/meal-planner/patterns/saga/saga_calls.ts";
import { SagaRegistry } from "../../../f/meal-planner/patterns/saga/saga_definition.ts";
import { crashingSaga } from "../saga_world.ts";
import { childInput, pass } from "./stop_point.ts";

const input = childInput<{ db: Postgresql; subject: string; fails: boolean; saga_id?: string }>();
const database = new Database(input.db);
const registry = new SagaRegistry();
registry.add(crashingSaga(database, input.fails, (point) => pass(point, input.stop_at)));
if (input.saga_id) await resumeSagas(database, registry, { saga_id: input.saga_id });
else await startSaga(database, registry, { definition: "crashing", input: { subject: input.subject } });
console.log("finished");
await database.close();
