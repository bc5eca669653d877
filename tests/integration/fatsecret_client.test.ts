import { beforeEach, describe, expect, test } from "vitest";
import { reportError } from "../../f/meal-planner/database/errors.ts";
import {
  getCatalogueFood,
  searchCatalogueFoods,
  searchCatalogueRecipes,
} from "../../f/meal-planner/handlers/fatsecret/catalogue_calls.ts";
import { TOKEN_VARIABLE } from "../../f/meal-planner/handlers/fatsecret/client_credentials.ts";
import {
  createFoodEntry,
  deleteFoodEntry,
  editFoodEntry,
  getDiaryMonth,
  getExerciseEntries,
  getFoodEntries,
  getFoodEntry,
  shiftExercise,
} from "../../f/meal-planner/handlers/fatsecret/diary_calls.ts";
import {
  type Fatsecret,
  fatsecretApplication,
  fatsecretResource,
} from "../../f/meal-planner/handlers/fatsecret/fatsecret_account.ts";
import {
  type FatsecretClient,
  withFatsecretAccount,
  withFatsecretCatalogue,
} from "../../f/meal-planner/handlers/fatsecret/fatsecret_client.ts";
import { nextOAuthTimestamp } from "../../f/meal-planner/handlers/fatsecret/oauth_timestamp.ts";
import {
  getFoodList,
  getMonthWeights,
  getProfile,
  updateWeight,
} from "../../f/meal-planner/handlers/fatsecret/profile_calls.ts";
import {
  addSavedMealItem,
  createSavedMeal,
  deleteSavedMeal,
  deleteSavedMealItem,
  getSavedMealItems,
  getSavedMeals,
} from "../../f/meal-planner/handlers/fatsecret/saved_meal_calls.ts";
import { useFatsecret, useWorkspaceVariables } from "./fatsecret_world.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const server = useFatsecret();
const variables = useWorkspaceVariables();
const day = "2026-03-05";
let users = 0;
const newUser = () => `user-${++users}`;

async function asUser<T>(
  user: string,
  work: (client: FatsecretClient) => Promise<T>,
  changes: Partial<Fatsecret> = {},
): Promise<T> {
  const resource = { ...(await server.resourceOf(user)), ...changes };
  const application = await fatsecretApplication(fatsecretResource.parse(resource));
  return withFatsecretAccount(db.database, application, application.ownToken!, work);
}

async function asCatalogue<T>(
  work: (client: FatsecretClient) => Promise<T>,
  changes: Partial<Fatsecret> = {},
) {
  const application = await fatsecretApplication(fatsecretResource.parse(server.resource(changes)));
  return withFatsecretCatalogue(db.database, application, work);
}

const almonds = {
  date: day,
  meal: "lunch",
  food_id: "1001",
  serving_id: "2002",
  units: 40,
  name: "Almonds",
} as const;

beforeEach(async () => {
  await server.tell("style", { style: {} });
  await server.fail();
  await server.tell("forget_calls");
  await db.database.query("truncate meal_planner.circuits, meal_planner.http_budgets");
});

describe("an account's calls", () => {
  // Each spelling of each quirk at least once.
  const styles = [
    { single: "array", empty: "null", values: "text", ids: "wrapped", codes: "text" },
    { single: "object", empty: "text", values: "native", ids: "bare", codes: "number" },
    { single: "object", empty: "object", values: "text", ids: "wrapped", codes: "number" },
    { single: "array", empty: "missing", values: "native", ids: "bare", codes: "text" },
  ];

  test.each(styles)("read and write the diary as $single, $empty, $values, $ids, $codes", async (style) => {
    await server.tell("style", { style });
    await asUser(newUser(), async (client) => {
      expect(await getFoodEntries(client, day)).toEqual([]);
      expect(await getDiaryMonth(client, day)).toEqual([]);
      const name = "Almonds & 'friends' (½) +1*";
      const entry = await createFoodEntry(client, { ...almonds, name });
      expect(await getFoodEntries(client, day)).toMatchObject([
        {
          ...{ food_entry_id: entry, food_id: "1001", serving_id: "2002", number_of_units: 40 },
          ...{ meal: "lunch", date_int: day, food_entry_name: name, calories: 232 },
        },
      ]);
      await editFoodEntry(client, entry, { units: 20, meal: "other" });
      expect(await getFoodEntry(client, entry)).toMatchObject({ number_of_units: 20, meal: "other" });
      expect(await getDiaryMonth(client, day)).toMatchObject([{ date_int: day, calories: 116 }]);
      await deleteFoodEntry(client, entry);
      expect(await getFoodEntries(client, day)).toEqual([]);
      await expect(deleteFoodEntry(client, entry)).rejects.toMatchObject({ code: "NOT_FOUND" });
    });
  });

  test("make, fill and take away saved meals", async () => {
    await asUser(newUser(), async (client) => {
      const meal = await createSavedMeal(client, {
        name: "Snack",
        description: "for later",
        meals: ["lunch", "other"],
      });
      expect(await getSavedMeals(client)).toMatchObject([
        { saved_meal_id: meal, saved_meal_name: "Snack", meals: ["lunch", "other"] },
      ]);
      expect(await getSavedMealItems(client, meal)).toEqual([]);
      const item = await addSavedMealItem(client, { saved_meal_id: meal, ...almonds });
      expect(await getSavedMealItems(client, meal)).toMatchObject([
        { saved_meal_item_id: item, food_id: "1001", number_of_units: 40 },
      ]);
      await deleteSavedMealItem(client, item);
      await deleteSavedMeal(client, meal);
      expect(await getSavedMeals(client)).toEqual([]);
      await expect(getSavedMealItems(client, meal)).rejects.toMatchObject({ code: "NOT_FOUND" });
    });
  });

  test("read and write weight and exercise", async () => {
    await asUser(newUser(), async (client) => {
      expect(await getProfile(client)).toMatchObject({ goal_weight_kg: null, height_cm: null });
      await expect(updateWeight(client, { date: day, weight_kg: 80 })).rejects.toMatchObject({
        code: "UPSTREAM_REJECTED",
        details: { fatsecret_code: 101 },
      });
      await updateWeight(client, { date: day, weight_kg: 80, goal_weight_kg: 75, height_cm: 180 });
      expect(await getMonthWeights(client, day)).toMatchObject([{ date_int: day, weight_kg: 80 }]);
      await shiftExercise(client, { date: day, from_id: "2", to_id: "3", minutes: 30 });
      expect(await getExerciseEntries(client, day)).toMatchObject([
        { exercise_id: "1", minutes: 480 },
        { exercise_id: "2", minutes: 930 },
        { exercise_id: "3", exercise_name: "Running", minutes: 30, calories: 300 },
      ]);
    });
  });
});

describe("the catalogue", () => {
  test("is asked by OAuth 2.0, with one token for many calls and scripts", async () => {
    await server.tell("forget_bearers");
    variables.clear();
    const found = await asCatalogue((client) =>
      searchCatalogueFoods(client, { query: "almond", page: 0, limit: 1 }),
    );
    expect(found).toMatchObject({ total: 2, foods: [{ food_id: "1001", food_name: "Almonds" }] });
    const food = await asCatalogue((client) => getCatalogueFood(client, "1006"));
    expect(food.servings).toMatchObject([
      { serving_id: "2010", number_of_units: 1, metric_serving_amount: 40 },
    ]);
    expect(variables.get(TOKEN_VARIABLE)).toMatchObject({ is_secret: true });
    expect(await server.calls("/connect/token")).toHaveLength(1);
  });

  test.each([
    ["forget_bearers", "isn't known (13)"],
    ["end_bearers", "has ended (14)"],
  ])("has its token renewed once where it %s", async (how) => {
    await asCatalogue((client) => getCatalogueFood(client, "1001"));
    const before = variables.get(TOKEN_VARIABLE)?.value;
    await server.tell(how);
    expect(await asCatalogue((client) => getCatalogueFood(client, "1001"))).toMatchObject({
      food_name: "Almonds",
    });
    expect(variables.get(TOKEN_VARIABLE)?.value).not.toBe(before);
    expect(await server.calls("/connect/token")).toHaveLength(1);
    await server.fail({ at: "food.get.v5", kind: "error", value: 14, times: 5 });
    const refused = asCatalogue((client) => getCatalogueFood(client, "1001"));
    await expect(refused).rejects.toMatchObject({
      code: "UNAUTHORIZED",
      message: expect.stringContaining("scope"),
    });
    // The second try was the last.
    expect(await server.tell("faults_left")).toEqual([3]);
  });

  test("is signed by OAuth 1.0 where the application has no client secret", async () => {
    const none = { client_secret: undefined };
    const found = await asCatalogue(
      (client) => searchCatalogueRecipes(client, { query: "banana", page: 0, limit: 5 }),
      none,
    );
    expect(found).toMatchObject({ total: 1, recipes: [{ recipe_id: "3002" }] });
  });

  test("says which of its keys is wrong", async () => {
    const search = (changes: Partial<Fatsecret>) =>
      asCatalogue((client) => searchCatalogueFoods(client, { query: "x", page: 0, limit: 1 }), changes);
    await expect(search({ client_secret: "wrong-client-secret" })).rejects.toMatchObject({
      code: "UNAUTHORIZED",
      message: expect.stringMatching(/invalid_client.*client_id and client_secret/),
    });
    await expect(search({ client_secret: undefined, consumer_secret: "wrong" })).rejects.toMatchObject({
      code: "UNAUTHORIZED",
      details: { fatsecret_code: 8 },
    });
  });
});

describe("what is refused", () => {
  test.each<[string, Partial<Fatsecret>, number, RegExp]>([
    ["a wrong consumer key", { consumer_key: "not-this-one" }, 5, /unknown consumer key.*consumer_key/],
    ["a wrong consumer secret", { consumer_secret: "not-this-one" }, 8, /signature.*consumer_secret/],
    ["a wrong token secret", { access_token_secret: "not-this-one" }, 8, /signature.*connect_start/],
    ["a wrong token", { access_token: "not-this-one" }, 9, /access token.*connect_start/],
  ])(
    "%s is said to be one, once, with what to do and without any secret",
    async (_, changes, code, message) => {
      const error = await asUser(newUser(), (client) => getProfile(client), changes).catch(
        (thrown: Error) => thrown,
      );
      expect(reportError(error)).toMatchObject({ code: "UNAUTHORIZED", details: { fatsecret_code: code } });
      expect((error as Error).message).toMatch(message);
      const shown = `${JSON.stringify(reportError(error))} ${(error as Error).stack}`;
      expect(shown).not.toMatch(/not-this-one|consumer key\+1|consumer&secret/);
      expect(await server.calls()).toEqual([]);
    },
  );

  test("a token that was withdrawn asks for a new connection", async () => {
    const user = newUser();
    const resource = await server.resourceOf(user);
    await server.tell("revoke", { user });
    const application = await fatsecretApplication(fatsecretResource.parse(resource));
    const attempt = withFatsecretAccount(db.database, application, application.ownToken!, getProfile);
    await expect(attempt).rejects.toMatchObject({
      code: "UNAUTHORIZED",
      message: expect.stringContaining("withdrawn"),
    });
  });

  test("an address that isn't FatSecret's is said to be none", async () => {
    const wrong = { url: `${server.address}/elsewhere` };
    await expect(asUser(newUser(), getProfile, wrong)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(asUser(newUser(), getProfile, { url: "http://127.0.0.1:1" })).rejects.toMatchObject({
      code: "UPSTREAM_UNAVAILABLE",
    });
  });
});

describe("a failure on the way", () => {
  test.each([
    ["a broken server", { kind: "broken" }],
    ["a page in place of an answer", { kind: "html" }],
    ["half an answer", { kind: "malformed" }],
    ["a connection that is cut", { kind: "cut_before" }],
    ["one that is cut when all is done", { kind: "cut_after" }],
    ["an error of theirs (1)", { kind: "error", value: 1 }],
    ["a timestamp that came too late (6)", { kind: "error", value: 6 }],
    ["a nonce that was used (7)", { kind: "error", value: 7 }],
    ["too many actions (12)", { kind: "error", value: 12 }],
    ["too many requests, for so many seconds", { kind: "busy_seconds" }],
    ["too many requests, until a date", { kind: "busy_date" }],
  ] as const)("%s: what only reads is tried again", async (_, fault) => {
    const user = newUser();
    await server.fail({ ...fault, times: 1 });
    expect(await asUser(user, (client) => getFoodEntries(client, day))).toEqual([]);
  });

  test.each([
    ["cut_after", 1],
    ["cut_before", 0],
    ["malformed", 0],
    ["broken", 0],
  ] as const)("what adds is not tried again where it may have been done (%s)", async (kind, entries) => {
    const user = newUser();
    await server.fail({ at: "food_entry.create", kind, times: 1 });
    const error = await asUser(user, (client) => createFoodEntry(client, almonds)).catch(
      (thrown: Error) => thrown,
    );
    expect(error).toMatchObject({ retryable: true, details: { effect: "unknown" } });
    expect((await server.account(user)).entries).toHaveLength(entries);
  });

  test.each([6, 7, 12])("what adds is tried again where it surely wasn't done (%i)", async (value) => {
    const user = newUser();
    await server.fail({ at: "food_entry.create", kind: "error", value, times: 1 });
    await asUser(user, (client) => createFoodEntry(client, almonds));
    expect((await server.account(user)).entries).toHaveLength(1);
  });

  test("an application whose requests are used up is let alone for a minute by all", async () => {
    await server.fail({ kind: "error", value: 11, times: 1 });
    const first = asUser(newUser(), (client) => getFoodList(client, "favorite_foods"));
    await expect(first).rejects.toMatchObject({ code: "RATE_LIMITED", retryAfterSeconds: 60 });
    await server.tell("forget_calls");
    await expect(asUser(newUser(), getProfile)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    expect(await server.calls()).toEqual([]);
  });
});

test("timestamps never fall, whoever asks at once, and whatever the clock does", async () => {
  const given = await Promise.all(Array.from({ length: 40 }, () => nextOAuthTimestamp(db.database, "app")));
  const ahead = Math.max(...given) + 1000;
  await db.database.query(
    "update meal_planner.fatsecret_clocks set last = $1::bigint where application = 'app'",
    [ahead],
  );
  expect(await nextOAuthTimestamp(db.database, "app")).toBe(ahead);
  expect(await nextOAuthTimestamp(db.database, "other")).toBeLessThan(ahead);
});

test("many calls at once are all taken by a server that refuses a falling timestamp and a used nonce", async () => {
  const user = newUser();
  await asUser(user, async (client) => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => getFoodEntries(client, day)));
    expect(answers.every((entries) => entries.length === 0)).toBe(true);
  });
  const accepted = await server.tell<{ timestamp: number; nonce: string }[]>("accepted");
  expect(new Set(accepted.map(({ nonce }) => nonce)).size).toBe(accepted.length);
});
