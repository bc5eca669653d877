import { beforeAll, beforeEach, expect, test } from "vitest";
import { reportError } from "../../f/meal-planner/database/errors.ts";
import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";
import type { JobRunner, JobState } from "../../f/meal-planner/events/bus/job_runner.ts";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import { keepAccount } from "../../f/meal-planner/handlers/fatsecret/connection_store.ts";
import { FATSECRET_RESOURCE } from "../../f/meal-planner/handlers/fatsecret/fatsecret_account.ts";
import { TANDOOR_RESOURCE } from "../../f/meal-planner/handlers/tandoor/tandoor_account.ts";
import { setPerson, setPersonInput } from "../../f/meal-planner/households/person.ts";
import type { SagaAnswer } from "../../f/meal-planner/patterns/saga/saga_calls.ts";
import { useFatsecret } from "./fatsecret_world.ts";
import {
  changePlan,
  FIRST,
  type Kitchen,
  lookIntoTandoor,
  publishingKitchen,
  tickHere,
} from "./publish_world.ts";
import { runScript } from "./run_script.ts";
import { useTandoor } from "./tandoor_world.ts";
import { useTestDatabase } from "./test_database.ts";
import { useWorkspace } from "./workspace_resources.ts";

const db = useTestDatabase();
const tandoor = useTandoor();
const fatsecret = useFatsecret();
const { resources } = useWorkspace();
beforeAll(() => db.database.transaction(loadStarterFoods));

let kitchen: Kitchen;
let accounts = 0;
let name: string;
beforeEach(async () => {
  await tandoor.reset();
  await fatsecret.fail();
  await db.database.query("truncate meal_planner.circuits, meal_planner.deliveries");
  resources.set(TANDOOR_RESOURCE, tandoor.resource);
  resources.set(FATSECRET_RESOURCE, fatsecret.resource());
  kitchen = await publishingKitchen(db.database, { fatsecret_saved_meals: true });
  name = `Ida ${++accounts}`;
  await connect(name);
});

/** Somebody who eats the soup, with an account at FatSecret. */
async function connect(user: string): Promise<void> {
  const { household, soup, plan_id } = kitchen;
  const person = await db.database.transaction((tx) =>
    setPerson(tx, household, setPersonInput.parse({ name: user, household_id: household.household_id })),
  );
  await db.database.query(
    `update meal_planner.plan_meals set portions = jsonb_build_object($2::text, 2)
     where plan_id = $1::uuid and recipe_id = $3::uuid`,
    [plan_id, person.person_id, soup],
  );
  await db.database.query(
    `insert into meal_planner.fatsecret_foods (household_id, fatsecret_food_id, food_id, chosen)
     select distinct on (line.food_id) $1::uuid, food, line.food_id, true
     from (select (l->>'food_id')::uuid as food_id, (1000 + row_number() over ())::text as food
       from meal_planner.recipe_nutrition n, jsonb_array_elements(n.lines) l
       where n.recipe_id = $2::uuid) line`,
    [household.household_id, soup],
  );
  const { token, secret } = await fatsecret.tell<{ token: string; secret: string }>("token", { user });
  await keepAccount(db.database, household, person, { token, tokenSecret: secret });
}

/** Windmill, as far as a job goes: runs the script, and tells how it ended. */
const ran: string[] = [];
const ends = new Map<string, JobState>();
const jobs: JobRunner = {
  async start({ id, path, args }) {
    ran.push(path);
    const door = path.replace(/^f\/meal-planner\//, "").replace(/\/script$/, "");
    await runScript(door, args, db.resource).then(
      () => ends.set(id, { state: "succeeded" }),
      (error: unknown) => ends.set(id, { state: "failed", error: reportError(error) }),
    );
    return id;
  },
  state: async (id) => ends.get(id) ?? { state: "unknown" },
};

/** Delivers all that is owed; a job is asked after half a second later. */
async function deliver(): Promise<void> {
  for (let remaining = 1; remaining > 0; ) {
    ({ remaining } = await dispatch(db.database, { jobs, maxSeconds: 20 }));
    await db.database.query("update meal_planner.deliveries set due_at = now() where job_id is not null");
  }
}

const planning = <T>(door: string, args: object) =>
  runScript<T>(
    `handlers/meal_planning/${door}`,
    { household_id: kitchen.household_id, ...args },
    db.resource,
  );

async function activate(): Promise<{ version: number }> {
  const { plan_id } = kitchen;
  await db.database.query("update meal_planner.meal_plans set state = 'approved' where plan_id = $1::uuid", [
    plan_id,
  ]);
  return planning("activate_plan", { plan_id });
}

async function there() {
  const { plan, shopping } = await lookIntoTandoor(tandoor);
  return { meals: plan.length, lines: shopping, saved: (await fatsecret.account(name)).savedMeals.length };
}

async function sagas(): Promise<{ id: string; kind: string }[]> {
  const { rows } = await db.database.query<{ id: string; kind: string }>(
    "select id, kind from meal_planner.sagas where input->>'plan_id' = $1::text order by created_at",
    [kitchen.plan_id],
  );
  return rows;
}

test("an activated plan is published everywhere, follows what changes, and is taken back when it is cancelled", async () => {
  await activate();
  await deliver();
  expect(await there()).toEqual({
    meals: 2,
    lines: ["1000 g potato", "2 - cucumber", "4 - onion"],
    saved: 1,
  });
  await tickHere(db.database, kitchen, ["onion"]);
  await deliver();
  expect((await there()).lines).toContain("✓ 4 - onion");
  const { rows } = await db.database.query<{ version: number }>(
    "select version from meal_planner.meal_plans where plan_id = $1::uuid",
    [kitchen.plan_id],
  );
  const place = { plan_id: kitchen.plan_id, date: FIRST, position: 0 };
  await planning("mark_meal", { ...place, version: rows[0]?.version, mark: "skipped" });
  await deliver();
  expect(await there()).toEqual({ meals: 1, lines: ["2 - cucumber", "✓ 4 - onion"], saved: 0 });
  await planning("cancel_plan", { plan_id: kitchen.plan_id, version: (rows[0]?.version ?? 0) + 1 });
  await deliver();
  expect(await there()).toEqual({ meals: 0, lines: [], saved: 0 });
  expect(new Set((await sagas()).map(({ kind }) => kind))).toEqual(new Set(["completed"]));
});

test("a household that publishes by hand, or nothing, gets no job", async () => {
  ran.length = 0;
  const { household_id } = kitchen;
  await runScript("handlers/households/set_publishing", { household_id, automatic: false }, db.resource);
  await activate();
  await deliver();
  expect([ran, (await there()).meals]).toEqual([[], 0]);
  const args = { plan_id: kitchen.plan_id, household_id };
  expect(await runScript("sagas/publish_plan", args, db.resource)).toEqual({
    saga_id: (await sagas())[0]?.id,
    state: "completed",
    places: {
      tandoor_meal_plan: { created: 2, updated: 0, removed: 0, unchanged: 0 },
      tandoor_shopping: { created: 3, updated: 0, removed: 0, unchanged: 0 },
      fatsecret_saved_meals: { created: 1, updated: 0, removed: 0, unchanged: 0 },
    },
  });
  expect((await there()).meals).toBe(2);
});

test("a household with a Tandoor of its own publishes there; what is left out of the settings stays", async () => {
  const token = "tda_of_another_household";
  const user = {
    user: { id: 2, name: "jo" },
    scope: "read write",
    group: "user",
    expires: "2099-01-01",
  } as const;
  const first = { ...user, token: tandoor.token, space: 1 };
  await tandoor.settings({ tokens: [first, { ...user, token, space: 2 }] });
  const own = "f/meal-planner/external/tandoor_of_jo";
  resources.set(own, { ...tandoor.resource, token });
  const { household_id, plan_id } = kitchen;
  const set = (args: object) =>
    runScript<object>("handlers/households/set_publishing", { household_id, ...args }, db.resource);
  await set({ tandoor_resource: own, fatsecret_saved_meals: false });
  expect(await set({})).toEqual({
    ...{ household_id, automatic: true, tandoor_meal_plan: true, tandoor_shopping: true },
    ...{ fatsecret_saved_meals: false, tandoor_resource: own },
  });
  await runScript("sagas/publish_plan", { plan_id, household_id }, db.resource);
  const span = "from_date=2098-01-01&to_date=2098-12-31";
  const plans = (as: string) =>
    tandoor
      .api<{ count: number }>("GET", `/api/meal-plan/?${span}`, undefined, as)
      .then(({ count }) => count);
  expect([await plans(tandoor.token), await plans(token)]).toEqual([0, 2]);
  expect(await set({ tandoor_resource: "" })).toMatchObject({ tandoor_resource: null });
});

test("what FatSecret refuses is undone in Tandoor, and told", async () => {
  // 108: a value of a wrong type.
  await fatsecret.fail({ at: "saved_meal.create", kind: "error", value: 108, times: 1 });
  await activate();
  await deliver();
  expect(await there()).toEqual({ meals: 0, lines: [], saved: 0 });
  expect(await sagas()).toMatchObject([{ kind: "compensated" }]);
  const { rows } = await db.database.query<{ step: string }>(
    `select detail->>'step' as step from meal_planner.events
     where detail_type = 'SagaCompensated' and detail->>'saga_id' = $1::text`,
    [(await sagas())[0]?.id],
  );
  expect(rows).toEqual([{ step: "fatsecret_saved_meals" }]);
  // The list is the followed plan's own, made by its own rule.
  expect(
    (
      await db.database.query("select from meal_planner.shopping_lists where plan_id = $1::uuid", [
        kitchen.plan_id,
      ])
    ).rowCount,
  ).toBe(1);
});

test("a publication whose worker died is carried on by the script that tend_patterns runs", async () => {
  await activate();
  await deliver();
  await changePlan(db.database, kitchen, [{ date: FIRST, recipeId: kitchen.soup, portions: 1 }]);
  const [first] = await sagas();
  // As a worker leaves it that dies in the first step: begun, and nobody holds it any more.
  await db.database.query(
    `with copied as (
       insert into meal_planner.sagas (id, definition, version, state, input, input_hash, lease_token, leased_until, due_at)
       select gen_random_uuid(), definition, version, '{"kind": "running"}', input, input_hash, gen_random_uuid(),
         now() - interval '1 second', now() from meal_planner.sagas where id = $1::uuid returning id
     )
     insert into meal_planner.saga_steps (saga_id, position, name, state)
     select copied.id, step.position, step.name,
       case when step.position = 0
         then jsonb_build_object('kind', 'running', 'attempts', 1, 'may_have_acted', false,
           'first_ms', extract(epoch from now()) * 1000)
         else '{"kind": "pending"}'::jsonb end
     from copied, meal_planner.saga_steps step where step.saga_id = $1::uuid`,
    [first?.id],
  );
  const { resumed, unrunnable } = await runScript<{ resumed: SagaAnswer[]; unrunnable: unknown[] }>(
    "patterns/saga/resume",
    {},
    db.resource,
  );
  expect({ resumed, unrunnable }).toMatchObject({ resumed: [{ state: "completed" }], unrunnable: [] });
  expect((await there()).meals).toBe(1);
});
