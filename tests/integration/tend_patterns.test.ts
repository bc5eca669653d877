import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { main as force } from "../../f/meal-planner/patterns/circuit_breaker/force/script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const root = fileURLToPath(new URL("../..", import.meta.url));

test("the upkeep flow runs, and without a channel says what it would have told", async () => {
  await force("tandoor", "open", db.resource);
  const { user, password, host, port, dbname } = db.resource;
  const DATABASE_URL = `postgres://${user}:${encodeURIComponent(password ?? "")}@${host}:${port}/${dbname}?sslmode=disable`;
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, USER: "tester", DATABASE_URL };
  const flow = ["local/flows/run_flow.ts", "f/meal-planner/workflows/tend_patterns", "-d", "{}"];
  const printed = await new Promise<string>((resolve) => {
    execFile("node_modules/.bin/bun", flow, { cwd: root, env }, (_, stdout, stderr) =>
      resolve(stdout || stderr),
    );
  });
  expect(JSON.parse(printed)).toMatchObject({
    sent: false,
    alerts: [{ kind: "open_circuit", subject: "tandoor" }],
  });
});
