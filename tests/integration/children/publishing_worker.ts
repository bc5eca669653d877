import { Database, type Postgresql } from "../../../f/meal-planner/database/connection.ts";
import type { PublishingPlace } from "../../../f/meal-planner/handlers/meal_planning/publishing_place.ts";
import { tandoorAccount } from "../../../f/meal-planner/handlers/tandoor/tandoor_account.ts";
import {
  tandoorMealPlanPlace,
  tandoorShoppingPlace,
} from "../../../f/meal-planner/handlers/tandoor/tandoor_places.ts";
import { resumeSagas } from "../../../f/meal-planner/patterns/saga/saga_calls.ts";
import { SagaRegistry } from "../../../f/meal-planner/patterns/saga/saga_definition.ts";
import { publishPlanSaga } from "../../../f/meal-planner/sagas/publish_plan_saga.ts";
import { startPublishing } from "../../../f/meal-planner/sagas/start_publishing.ts";
import { childInput, pass } from "./stop_point.ts";

const input = childInput<{
  db: Postgresql;
  plan_id: string;
  household_id: string;
  base_url: string;
  token: string;
  saga_id?: string;
}>();
const quick = { initial_delay_seconds: 0.01, maximum_delay_seconds: 0.01, maximum_retry_attempts: 2 };

/** Tells of each call that writes, before it is sent and when it has been answered. */
const send = globalThis.fetch;
let writes = 0;
globalThis.fetch = Object.assign(async (...call: Parameters<typeof fetch>) => {
  if ((call[1]?.method ?? "GET") === "GET") return send(...call);
  const number = ++writes;
  await pass(`write ${number}:before`, input.stop_at);
  const answer = await send(...call);
  await pass(`write ${number}:after`, input.stop_at);
  return answer;
}, send);

/** Tells of where it is between the steps. */
function telling(place: PublishingPlace): PublishingPlace {
  return {
    ...place,
    async put(...given) {
      await pass(`${place.target}:before`, input.stop_at);
      const done = await place.put(...given);
      await pass(`${place.target}:after`, input.stop_at);
      return done;
    },
  };
}

const { base_url, token, plan_id, household_id, saga_id } = input;
const database = new Database(input.db);
const account = async () => tandoorAccount({ base_url, token });
const places = [tandoorMealPlanPlace(account), tandoorShoppingPlace(account)].map(telling);
const registry = new SagaRegistry();
registry.add(publishPlanSaga(places, { retry: quick, compensationRetry: quick }));
if (saga_id) await resumeSagas(database, registry, { saga_id });
else await startPublishing(database, registry, { plan_id, household_id, again: false });
console.log("finished");
await database.close();
