import { Database, type Postgresql } from "../../../f/meal-planner/database/connection.ts";
import { makeCalls, type TestCall } from "../http_calls.ts";
import { childInput } from "./stop_point.ts";

const input = childInput<{ db: Postgresql; calls: TestCall[] }>();
const database = new Database(input.db);
console.log(JSON.stringify(await makeCalls(database, input.calls)));
await database.close();
