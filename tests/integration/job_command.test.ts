import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { useTestDatabase } from "./test_database.ts";

const database = useTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "job-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DELAY = "f/meal-planner/patterns/retry/calculate_delay/script";
const THIRD = '{"attempt": 3, "policy": {"jitter": "none"}}';

/** `npm run job -- …`, as a person types it. */
function job(args: string[], options: { input?: string; url?: string } = {}) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const { user, password, host, port, dbname } = database.resource;
    const own = `postgres://${user}:${encodeURIComponent(password ?? "")}@${host}:${port}/${dbname}?sslmode=disable`;
    const child = spawn("npm", ["run", "job", "--", ...args], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, DATABASE_URL: options.url ?? own },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(options.input ?? "");
  });
}

test("the result is JSON on stdout and nothing else there, from arguments in line, in a file or on stdin", async () => {
  const file = join(folder, "args.json");
  writeFileSync(file, THIRD);
  const answers = [
    await job([DELAY, "-d", THIRD]),
    await job([DELAY, "-d", `@${file}`]),
    await job([`${DELAY}.ts`, "-d", "@-"], { input: THIRD }),
  ];
  for (const { code, stdout } of answers) {
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ retry: true, delay_seconds: 8 });
  }
});

test("what throws exits 1 with its code and what was wrong where, and nothing else on stdout", async () => {
  const { code, stdout } = await job([DELAY, "-d", '{"attempt": "three"}']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout).error).toMatchObject({
    name: "InvalidInput",
    code: "INVALID_INPUT",
    retryable: false,
    details: [{ path: "attempt", message: expect.any(String) }],
  });
});

test("a command line that can't be right is refused the same way", async () => {
  for (const args of [
    [],
    [DELAY, "-d", "{attempt: 3}"],
    [DELAY, "-d", "[3]"],
    [DELAY, "-d", "@/no/such/file"],
    [DELAY, "--nonsense"],
  ]) {
    const { code, stdout } = await job(args);
    expect(code, args.join(" ")).toBe(1);
    expect(JSON.parse(stdout).error.code, args.join(" ")).toBe("INVALID_INPUT");
  }
  expect(
    JSON.parse((await job(["f/meal-planner/patterns/retry/calculate_delai/script"])).stdout).error,
  ).toMatchObject({
    code: "NOT_FOUND",
    message: expect.stringContaining(DELAY),
  });
});

test("a script without db takes the database of DATABASE_URL, and says which address it tried where that is wrong", async () => {
  const query = ["f/meal-planner/handlers/database/query/script", "-d", '{"sql": "select 1 as one"}'];
  expect(JSON.parse((await job(query)).stdout)).toMatchObject({ rows: [{ one: 1 }] });
  const wrong = await job(query, { url: "postgres://nobody:x@127.0.0.1:1/none" });
  expect(wrong.code).toBe(1);
  expect(JSON.parse(wrong.stdout).error).toMatchObject({
    code: "UPSTREAM_UNAVAILABLE",
    message: expect.stringContaining("127.0.0.1:1/none"),
  });
});
