import { expect, test } from "vitest";
import { Database } from "../../f/meal-planner/database/connection.ts";
import { type Migration, migrate } from "../../f/meal-planner/database/migrate.ts";
import { MIGRATIONS } from "../../f/meal-planner/database/migrations/all.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();

const extra = (sql: string): Migration => ({ id: 9001, name: "extra", sql });

test("a database that is up to date is left alone", async () => {
  const report = await migrate(db.database);
  expect(report).toEqual({ applied: [], already: MIGRATIONS.length, version: MIGRATIONS.length });
});

test("two migrators at once apply each migration once", async () => {
  const migrations = [...MIGRATIONS, extra("create table meal_planner.only_once (id integer)")];
  const [first, second] = await Promise.all([
    migrate(db.database, migrations),
    migrate(db.database, migrations),
  ]);
  expect([...first.applied, ...second.applied]).toEqual(["9001 extra"]);
});

test("a migration that was edited after it ran is refused by name", async () => {
  await expect(migrate(db.database, [...MIGRATIONS, extra("select 1")])).rejects.toMatchObject({
    code: "INCONSISTENT",
    message: expect.stringContaining("9001 extra"),
  });
});

test("a migration that fails leaves nothing of itself behind", async () => {
  const broken = {
    id: 9002,
    name: "broken",
    sql: "create table meal_planner.half (id integer); select 1 / 0",
  };
  const known = [...MIGRATIONS, extra("create table meal_planner.only_once (id integer)")];
  await expect(migrate(db.database, [...known, broken])).rejects.toThrow("division by zero");
  const { rows } = await db.database.query("select to_regclass('meal_planner.half') as half");
  expect(rows).toEqual([{ half: null }]);
});

test("a database that nobody listens on is refused with its address", async () => {
  const nowhere = new Database({ ...db.resource, port: 1 });
  await expect(nowhere.query("select 1")).rejects.toMatchObject({
    code: "UPSTREAM_UNAVAILABLE",
    message: expect.stringContaining("127.0.0.1:1/"),
  });
  await expect(nowhere.transaction((tx) => tx.query("select 1"))).rejects.toMatchObject({
    code: "UPSTREAM_UNAVAILABLE",
  });
  await nowhere.close();
});

test("a database without the meal planner's tables says which script makes them", async () => {
  const empty = new Database({ ...db.resource, dbname: "postgres" });
  await expect(empty.query("select * from meal_planner.events")).rejects.toMatchObject({
    code: "UPSTREAM_REJECTED",
    message: expect.stringContaining("handlers/database/migrate/script"),
  });
  await empty.close();
});
