import { describe, expect, test } from "vitest";
import { reportError } from "../../f/meal-planner/database/errors.ts";
import type { Recipe } from "../../f/meal-planner/handlers/recipes/recipe.ts";
import type { ImportExportResult } from "../../f/meal-planner/handlers/tandoor/import_export.ts";
import type { StoredConflict } from "../../f/meal-planner/handlers/tandoor/list_conflicts.ts";
import type { ConnectionTest } from "../../f/meal-planner/handlers/tandoor/test_connection.ts";
import { HttpWorld, html, useHttpWorld } from "./http_world.ts";
import { useTandoorHousehold } from "./tandoor_household.ts";

const box = useTandoorHousehold();
const { db, tandoor, script } = box;
const website = useHttpWorld();

const sync = (more: Record<string, unknown> = {}) =>
  script<ImportExportResult>("tandoor/import_export", {
    mode: "sync",
    household_id: box.household_id,
    tandoor: tandoor.resource,
    ...more,
  });
const list = async (state: string) =>
  (
    await script<{ conflicts: StoredConflict[] }>("tandoor/list_conflicts", {
      state,
      household_id: box.household_id,
    })
  ).conflicts;
const resolve = (conflict_ids: string[], keep: string) =>
  script<ImportExportResult>("tandoor/resolve_conflict", {
    conflict_ids,
    keep,
    household_id: box.household_id,
    tandoor: tandoor.resource,
  });

const token = (end: string, more: object = {}) => ({
  token: `tda_token_${end}`,
  user: { id: 7, name: "cook" },
  space: 1,
  scope: "read write",
  group: "user" as const,
  expires: "2031-01-01T00:00:00Z",
  ...more,
});

describe("a connection", () => {
  const attempt = (resource: object, action = "test_connection") =>
    script<ConnectionTest>(`tandoor/${action}`, {
      ...(action === "import_export" ? { mode: "sync", household_id: box.household_id } : {}),
      tandoor: resource,
    });
  const failure = (resource: object, action?: string) => attempt(resource, action).catch(reportError);

  test("that works says what is there, and leaves everything as it is", async () => {
    expect(await attempt(tandoor.resource)).toEqual({
      address: tandoor.address,
      version: "2.6.9",
      space: { id: 1, name: "Space 1" },
      recipes: 0,
      may_write: true,
      token: { expires: "2031-01-01T00:00:00Z", scope: "read write" },
      warnings: [],
    });
    expect(await attempt({ ...tandoor.resource, base_url: `${tandoor.address}/api/` })).toMatchObject({
      recipes: 0,
    });
  });

  test.each(["test_connection", "import_export"])("to where nothing runs says so (%s)", async (action) => {
    const closed = new HttpWorld();
    await closed.open();
    await closed.close();
    const error = await failure({ base_url: closed.address, token: "tda_x" }, action);
    expect(error).toMatchObject({ code: "UPSTREAM_UNAVAILABLE", retryable: true });
    expect((error as { message: string }).message).toMatch(
      /127\.0\.0\.1.*can't be reached.*Check the address/s,
    );
  });

  test.each(["test_connection", "import_export"])("to something else says so (%s)", async (action) => {
    website.at("/api/server-settings/current/", html("My blog", 200));
    for (const base_url of [website.address, `${website.address}/recipes`]) {
      const error = await failure({ base_url, token: "tda_x" }, action);
      expect(error).toMatchObject({ code: "NOT_FOUND", retryable: false });
      expect((error as { message: string }).message).toMatch(/no Tandoor at http.*Check base_url/s);
    }
  });

  test.each(["test_connection", "import_export"])("with a wrong token says so (%s)", async (action) => {
    const error = await failure({ ...tandoor.resource, token: "tda_wrong_token_secret" }, action);
    expect(error).toMatchObject({ code: "UNAUTHORIZED", retryable: false });
    const { message } = error as { message: string };
    expect(message).toMatch(/doesn't know the token.*Make a new one in Tandoor/s);
    expect(message).not.toContain("tda_wrong_token_secret");
  });

  test("with a token that is over says that it may be", async () => {
    const over = token("over", { expires: "2020-01-01T00:00:00Z" });
    await tandoor.settings({ tokens: [over] });
    const error = await failure({ ...tandoor.resource, token: over.token });
    expect(error).toMatchObject({ code: "UNAUTHORIZED" });
    expect((error as { message: string }).message).toContain("has expired");
  });

  test("with a token that ends soon warns", async () => {
    const expires = new Date(Date.now() + 5 * 86_400_000).toISOString();
    await tandoor.settings({ tokens: [token("soon", { expires })] });
    const { warnings } = await attempt({ ...tandoor.resource, token: "tda_token_soon" });
    expect(warnings).toEqual([`The token ends on ${expires.slice(0, 10)}. Make a new one before then.`]);
  });

  test.each([
    ["a token that may only read", token("read", { scope: "read" })],
    ["a guest's token", token("guest", { group: "guest" })],
  ])("with %s imports, and says why it doesn't export", async (_, limited) => {
    const own = token("full");
    await tandoor.settings({ tokens: [own, limited] });
    const ingredients = [{ food: { name: "Egg" }, unit: null, amount: 1 }];
    await tandoor.api(
      "POST",
      "/api/recipe/",
      { name: "Egg", steps: [{ instruction: "", ingredients }] },
      own.token,
    );
    const resource = { ...tandoor.resource, token: limited.token };
    const tested = await attempt(resource);
    expect(tested.may_write).toBe(false);
    expect(tested.warnings[0]).toMatch(/may read Tandoor's recipes, but not change them/);
    expect((await sync({ tandoor: resource, mode: "import" })).imported.created).toBe(1);
    const error = await sync({ tandoor: resource }).catch(reportError);
    expect(error).toMatchObject({ code: "UNAUTHORIZED", retryable: false });
    expect((error as { message: string }).message).toMatch(/scopes read and write/);
  });

  test.each(["1.5.34", "1.0"])("to version %s says that it is too old", async (version) => {
    await tandoor.settings({ version });
    const error = await failure(tandoor.resource, "import_export");
    expect(error).toMatchObject({ code: "UPSTREAM_REJECTED", details: { version, oldest: "2.0.0" } });
    expect((error as { message: string }).message).toMatch(/at least 2\.0\.0 is needed. Update Tandoor/);
  });

  test("with bad ids or times is refused before anything is asked", async () => {
    await tandoor.forget();
    for (const wrong of [{ ids: ["abc"] }, { changed_since: "yesterday" }, { mode: "both" }]) {
      expect(await sync(wrong).catch(reportError)).toMatchObject({ code: "INVALID_INPUT" });
    }
    expect(await tandoor.calls()).toEqual([]);
  });
});

describe("a conflict that is asked about", () => {
  type Both = { recipe_id: string; id: number };
  const ours = ({ recipe_id }: Both) =>
    script<Recipe>("recipes/get_recipe", { recipe_id, household_id: box.household_id });
  const theirs = ({ id }: Both) => tandoor.api<{ name: string }>("GET", `/api/recipe/${id}/`);

  async function bothChanged(): Promise<Both> {
    const ingredients = [{ food: { name: "Egg" }, unit: null, amount: 1 }];
    const body = { name: "Egg", steps: [{ instruction: "Boil.", ingredients }] };
    const { id } = await tandoor.api<{ id: number }>("POST", "/api/recipe/", body);
    const [action] = (await sync({ mode: "import" })).actions;
    const recipe_id = action!.recipe_id as string;
    await script("recipes/update_recipe", {
      recipe_id,
      household_id: box.household_id,
      version: 1,
      name: "Our egg",
    });
    await tandoor.api("PATCH", `/api/recipe/${id}/`, { name: "Their egg" });
    return { recipe_id, id };
  }

  test("stays open, told once however often the sync runs, and nothing of it is written", async () => {
    const both = await bothChanged();
    await tandoor.forget();
    for (let i = 0; i < 2; i++) {
      expect(await sync()).toMatchObject({ conflicts_open: 1, conflicts: [{ name: "Our egg", kept: null }] });
    }
    expect(await tandoor.writes()).toEqual([]);
    expect(await list("open")).toMatchObject([
      {
        kind: "both_changed",
        recipe_name: "Our egg",
        ...{ recipe_id: both.recipe_id, tandoor_id: both.id },
        tandoor_url: `${tandoor.address}/recipe/${both.id}`,
        fields: [{ field: "name", ours: "Our egg", theirs: "Their egg", kept: null }],
      },
    ]);
  });

  test.each([
    ["ours", "Our egg"],
    ["theirs", "Their egg"],
  ])("is decided for %s, on both sides at once", async (keep, name) => {
    const both = await bothChanged();
    await sync();
    const [open] = await list("open");
    await resolve([open!.conflict_id], keep);
    expect([(await ours(both)).name, (await theirs(both)).name]).toEqual([name, name]);
    expect(await list("open")).toEqual([]);
    expect(await list("settled")).toMatchObject([{ kept: keep, decided_by: "person" }]);
    await tandoor.forget();
    expect(await sync()).toMatchObject({ conflicts: [], actions: [] });
  });

  test("that was decided while Tandoor was away is carried out by the next sync", async () => {
    const both = await bothChanged();
    await sync();
    const [open] = await list("open");
    await tandoor.faults({ kind: "status", status: 403, path: "server-settings" });
    await expect(resolve([open!.conflict_id], "theirs")).rejects.toThrow();
    expect(await list("decided")).toHaveLength(1);
    await sync();
    expect((await ours(both)).name).toBe("Their egg");
    expect(await list("settled")).toMatchObject([{ kept: "theirs", decided_by: "person" }]);
  });

  test("is over when both sides come to agree", async () => {
    const both = await bothChanged();
    await sync();
    await tandoor.api("PATCH", `/api/recipe/${both.id}/`, { name: "Our egg" });
    expect((await sync()).conflicts).toEqual([]);
    expect(await list("open")).toEqual([]);
  });

  test("of a deleted recipe can be decided either way", async () => {
    for (const [keep, left] of [
      ["ours", 0],
      ["theirs", 1],
    ] as const) {
      await tandoor.reset();
      const both = await bothChanged();
      await script("recipes/delete_recipe", { recipe_id: both.recipe_id, household_id: box.household_id });
      await sync();
      const [open] = await list("open");
      expect(open).toMatchObject({ kind: "deleted_here", recipe_name: "Their egg" });
      await resolve([open!.conflict_id], keep);
      const { recipes } = await script<{ recipes: { name: string }[] }>("recipes/list_recipes", {
        household_id: box.household_id,
      });
      expect(recipes).toHaveLength(left);
      await tandoor.reset();
      await db.database.query("delete from meal_planner.tandoor_recipes");
    }
  });

  test("that isn't there can't be decided", async () => {
    const error = await resolve(["0192f5a0-0000-7000-8000-000000000001"], "ours").catch(reportError);
    expect(error).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a run", () => {
  test("tells by events that it began and how it ended", async () => {
    const ingredients = [{ food: { name: "Egg" }, unit: null, amount: 1 }];
    await tandoor.api("POST", "/api/recipe/", { name: "Egg", steps: [{ instruction: "", ingredients }] });
    const { run_id } = await sync();
    const { events } = await script<{ events: { "detail-type": string; detail: object }[] }>(
      "../events/bus/query_events",
      { source: "meal-planner.tandoor" },
    );
    const own = events.filter((event) => (event.detail as { run_id: string }).run_id === run_id);
    expect(own.map((event) => event["detail-type"]).sort()).toEqual([
      "TandoorExportCompleted",
      "TandoorImportCompleted",
      "TandoorImportStarted",
    ]);
    expect(own.find((event) => event["detail-type"] === "TandoorImportCompleted")?.detail).toMatchObject({
      household_id: box.household_id,
      ...{ created: 1, updated: 0, unchanged: 0, failed: 0 },
    });
  });

  test("lets no second one go on beside it", async () => {
    await sync();
    await db.database.query(
      `update meal_planner.tandoor_connections set run_id = gen_random_uuid(), lease_until = now() + interval '1 hour'
       where household_id = $1::uuid`,
      [box.household_id],
    );
    expect(await sync().catch(reportError)).toMatchObject({ code: "IN_PROGRESS", retryable: true });
  });
});
