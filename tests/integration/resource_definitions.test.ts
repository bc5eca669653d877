import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { Database } from "../../f/meal-planner/database/connection.ts";
import { migrate } from "../../f/meal-planner/database/migrate.ts";

/** The SQL blocks of RESOURCE_DEFINITIONS.md, under names of this run. */
function sqlBlocks(suffix: string): string[] {
  const text = readFileSync("RESOURCE_DEFINITIONS.md", "utf8");
  return [...text.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql = ""]) =>
    sql
      .replace(/^--.*$/gm, "")
      .replaceAll("'…'", "'secret'")
      .replace(/\bmeal_planner_reader\b/g, `reader_${suffix}`)
      .replace(/(role|owner|to|database) meal_planner\b/g, `$1 planner_${suffix}`),
  );
}

test("the role that the documentation grants can migrate and nothing more; the reader can only read", async () => {
  const server = inject("template");
  const suffix = randomBytes(4).toString("hex");
  const name = `planner_${suffix}`;
  const admin = new pg.Client({ ...server, database: "postgres", ssl: false });
  await admin.connect();
  const [create = "", , reader = ""] = sqlBlocks(suffix);
  const statements = (sql: string) =>
    sql
      .split(";")
      .map((one) => one.trim())
      .filter(Boolean);
  try {
    for (const statement of statements(create)) await admin.query(statement);
    const planner = new Database({ ...server, user: name, password: "secret", dbname: name });
    expect((await migrate(planner)).applied.length).toBeGreaterThan(0);
    const [role, connect, ...grants] = statements(reader);
    for (const statement of [role, connect]) await admin.query(statement ?? "");
    for (const statement of grants) await planner.query(statement);
    await expect(planner.query("create database other")).rejects.toThrow("denied");
    await planner.close();
    const looking = new Database({ ...server, user: `reader_${suffix}`, password: "secret", dbname: name });
    expect((await looking.query("select 1 from meal_planner.migrations")).rowCount).toBeGreaterThan(0);
    await expect(looking.query("delete from meal_planner.migrations")).rejects.toThrow("denied");
    await looking.close();
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    for (const role of [name, `reader_${suffix}`]) await admin.query(`drop role if exists ${role}`);
    await admin.end();
  }
});
