import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accountOf } from "../../f/meal-planner/handlers/fatsecret/connection_store.ts";
import type { Fatsecret } from "../../f/meal-planner/handlers/fatsecret/fatsecret_account.ts";
import {
  fatsecretApplication,
  fatsecretResource,
} from "../../f/meal-planner/handlers/fatsecret/fatsecret_account.ts";
import type { Household } from "../../f/meal-planner/households/household.ts";
import type { Person } from "../../f/meal-planner/households/person.ts";
import { useFatsecret, useWorkspaceVariables } from "./fatsecret_world.ts";
import { runScript } from "./run_script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const server = useFatsecret();
const variables = useWorkspaceVariables();
let household: Household;

type Started = { connection_id: string; authorize_url: string; expires_at: string };
const run = <T>(path: string, args: Record<string, unknown>) =>
  runScript<T>(`handlers/${path}`, args, db.resource);
const start = (person: string, more: object = {}) =>
  run<Started>("fatsecret/connect_start", { person, fatsecret: server.resource(), ...more });
const complete = (connection_id: string, verifier: string) =>
  run<{ name: string }>("fatsecret/connect_complete", {
    connection_id,
    verifier,
    fatsecret: server.resource(),
  });

/** What the person does over there: signs in as `user` and allows it; the number that is shown. */
const allow = ({ authorize_url }: Started, user: string) =>
  server.tell<string>("allow", {
    request_token: new URL(authorize_url).searchParams.get("oauth_token"),
    user,
  });

async function connect(person: string, user: string) {
  const started = await start(person);
  return complete(started.connection_id, await allow(started, user));
}

async function tokenOf(name: string, resource: Fatsecret = server.resource()) {
  const application = await fatsecretApplication(fatsecretResource.parse(resource));
  const { rows } = await db.database.query<Person>(
    "select * from meal_planner.people where name = $1::text",
    [name],
  );
  return accountOf(db.database, application, household, rows[0]!);
}

beforeAll(async () => {
  household = await run("households/set_household", { name: "Test", time_zone: "Europe/Berlin" });
});

beforeEach(async () => {
  await server.fail();
  variables.clear();
  await db.database.query(
    "truncate meal_planner.circuits, meal_planner.http_budgets, meal_planner.fatsecret_connections",
  );
  for (const name of ["Ida", "Ole"]) await run("households/set_person", { name });
});

test("a person's account is connected, and its token is in a secret variable and nowhere else", async () => {
  const started = await start("Ida");
  expect(started.authorize_url).toContain(`${server.address}/oauth/authorize?oauth_token=`);
  const verifier = await allow(started, "ida-over-there");
  const done = await complete(started.connection_id, verifier);
  expect(done).toEqual({ person_id: expect.any(String), name: "Ida", connected: true });
  const { token, tokenSecret } = await tokenOf("Ida");
  const kept = [...variables].filter(([, { value }]) => value.includes(token));
  expect(kept).toEqual([
    [expect.stringContaining("fatsecret_account_"), expect.objectContaining({ is_secret: true })],
  ]);
  const tables = await db.database.query<{ all: string }>(
    `select concat((select json_agg(c) from meal_planner.fatsecret_connections c),
       (select json_agg(r) from meal_planner.fatsecret_requests r),
       (select json_agg(e) from meal_planner.events e), (select json_agg(h) from meal_planner.circuits h)) as all`,
  );
  const shown = JSON.stringify([started, done, tables.rows]).replaceAll(started.authorize_url, "");
  for (const secret of [token, tokenSecret, verifier, "consumer key+1", "consumer&secret%1"]) {
    expect(shown).not.toContain(secret);
  }
});

test("the callback's address has the connection, beside what it had", async () => {
  const started = await start("Ida", { callback_url: "https://home.example/back?to=page" });
  const asked = (await server.calls("/oauth/request_token")).map(
    ({ parameters }) => parameters.oauth_callback,
  );
  expect(asked.at(-1)).toBe(`https://home.example/back?to=page&connection_id=${started.connection_id}`);
  await expect(start("Ida", { callback_url: "javascript:alert(1)" })).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
});

describe("a connection can't be used", () => {
  test("twice", async () => {
    const started = await start("Ida");
    const verifier = await allow(started, "ida");
    await complete(started.connection_id, verifier);
    await expect(complete(started.connection_id, verifier)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/used already.*connect_start/),
    });
  });

  test("by two at once", async () => {
    const started = await start("Ida");
    const verifier = await allow(started, "ida");
    const both = await Promise.allSettled([1, 2].map(() => complete(started.connection_id, verifier)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("too late", async () => {
    const started = await start("Ida");
    const verifier = await allow(started, "ida");
    await db.database.query("update meal_planner.fatsecret_requests set expires_at = now()");
    await expect(complete(started.connection_id, verifier)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("15 minutes"),
    });
  });

  test("once another was started for the same person", async () => {
    const first = await start("Ida");
    const verifier = await allow(first, "ida");
    await start("Ida");
    await expect(complete(first.connection_id, verifier)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("with a wrong number, which may be corrected", async () => {
    const started = await start("Ida");
    const verifier = await allow(started, "ida");
    const wrong = complete(started.connection_id, "12345678");
    await expect(wrong).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(wrong).rejects.not.toMatchObject({ message: expect.stringContaining("12345678") });
    expect(await complete(started.connection_id, verifier)).toMatchObject({ name: "Ida" });
  });

  test("after its answer was lost; it says to begin again", async () => {
    const started = await start("Ida");
    const verifier = await allow(started, "ida");
    await server.fail({ at: "/oauth/access_token", kind: "cut_after", times: 1 });
    await expect(complete(started.connection_id, verifier)).rejects.toMatchObject({
      code: "UPSTREAM_UNAVAILABLE",
      retryable: false,
      message: expect.stringContaining("connect_start"),
    });
    await expect(complete(started.connection_id, verifier)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

test("a request token is asked for again where the answer was lost or a page", async () => {
  await server.fail(
    { at: "/oauth/request_token", kind: "cut_after", times: 1 },
    { at: "/oauth/request_token", kind: "html", times: 1 },
  );
  expect(await start("Ida")).toMatchObject({ authorize_url: expect.any(String) });
});

test("two persons have two accounts, and an account that is one's isn't the other's", async () => {
  await connect("Ida", "ida");
  await connect("Ole", "ole");
  const [ida, ole] = [await tokenOf("Ida"), await tokenOf("Ole")];
  expect(ida.token).not.toBe(ole.token);
  // A token of Ida's in the resource isn't Ole's, whoever put it there.
  await run("fatsecret/disconnect", { person: "Ole" });
  const shared = server.resource({ access_token: ida.token, access_token_secret: ida.tokenSecret });
  await expect(tokenOf("Ole", shared)).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("Ida"),
  });
  await expect(tokenOf("Ole")).rejects.toMatchObject({
    code: "UNAUTHORIZED",
    message: expect.stringMatching(/Ole has no FatSecret account.*connect_start/),
  });
});

test("a token in the resource is the account of the first who uses it", async () => {
  const resource = await server.resourceOf("by-hand");
  expect((await tokenOf("Ida", resource)).token).toBe(resource.access_token);
  await expect(tokenOf("Ole", resource)).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a variable that was emptied or exchanged asks for a new connection", async () => {
  await connect("Ida", "ida");
  const [path] = [...variables.keys()].filter((key) => key.includes("fatsecret_account_"));
  const put = (value: string) => variables.set(path ?? "", { value, is_secret: true });
  for (const value of ["", "no json", JSON.stringify({ token: "another", token_secret: "s" })]) {
    put(value);
    await expect(tokenOf("Ida")).rejects.toMatchObject({
      code: "UNAUTHORIZED",
      message: expect.stringContaining("connect_start"),
    });
  }
});

test("without an application it is said where to put one", async () => {
  const attempt = run("fatsecret/connect_start", { person: "Ida" });
  await expect(attempt).rejects.toMatchObject({
    code: "UNAUTHORIZED",
    message: expect.stringMatching(/external\/fatsecret.*platform\.fatsecret\.com/),
  });
});
