import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { Database, type Row, type Tx } from "../../f/meal-planner/database/connection.ts";
import { NotFound, Upstream } from "../../f/meal-planner/database/errors.ts";
import { main as check } from "../../f/meal-planner/patterns/circuit_breaker/check/script.ts";
import { CircuitBreaker } from "../../f/meal-planner/patterns/circuit_breaker/circuit_breaker.ts";
import { checkCircuit, recordCall } from "../../f/meal-planner/patterns/circuit_breaker/circuit_calls.ts";
import { main as force } from "../../f/meal-planner/patterns/circuit_breaker/force/script.ts";
import { main as record } from "../../f/meal-planner/patterns/circuit_breaker/record/script.ts";
import { main as status } from "../../f/meal-planner/patterns/circuit_breaker/status/script.ts";
import { killAt, runChild } from "./child_process.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const fiftyTimes = Array.from({ length: 50 }, (_, n) => n);
const fail = async () => {
  throw new Upstream("unavailable", "503");
};
const succeed = async () => "fine";

/** As if the open time were over, or the permits' leases. */
async function passTime(name: string, seconds: number): Promise<void> {
  await db.database.query(
    `update meal_planner.circuits set state = case
       when state ? 'until_ms' then jsonb_set(state, '{until_ms}', to_jsonb((state->>'until_ms')::float8 - $2::float8 * 1000))
       else jsonb_set(state, '{permits}', (
         select coalesce(jsonb_agg(jsonb_set(p, '{until_ms}', to_jsonb((p->>'until_ms')::float8 - $2::float8 * 1000))), '[]')
         from jsonb_array_elements(state->'permits') p)) end
     where name = $1::text`,
    [name, seconds],
  );
}

async function eventsOf(name: string): Promise<{ type: string; reason: string }[]> {
  const { rows } = await db.database.query<{ type: string; reason: string }>(
    `select detail_type as type, detail->>'reason' as reason from meal_planner.events
     where detail->>'name' = $1::text order by id`,
    [name],
  );
  return rows;
}

/** Counts how often it is used at all. */
class CountingDatabase extends Database {
  used = 0;

  override query<R extends Row = Row>(text: string, values?: unknown[]) {
    this.used += 1;
    return super.query<R>(text, values);
  }

  override transaction<T>(work: (tx: Tx) => Promise<T>) {
    this.used += 1;
    return super.transaction(work);
  }
}

describe("by the scripts", () => {
  test("a circuit opens, probes and closes, and each change is an event", async () => {
    const name = randomUUID();
    expect(await check(name, { minimum_calls: 2, open_seconds: 20 }, db.resource)).toEqual({
      state: "closed",
      allowed: true,
    });
    await record(name, "failure", undefined, undefined, undefined, db.resource);
    expect(await record(name, "failure", undefined, undefined, undefined, db.resource)).toEqual({
      recorded: true,
      state: "open",
    });
    const refused = await check(name, undefined, db.resource);
    expect(refused).toMatchObject({ state: "open", allowed: false });
    expect(refused.retry_after_seconds).toBeGreaterThan(15);
    await passTime(name, 20);
    const probe = await check(name, undefined, db.resource);
    expect(probe).toMatchObject({ state: "half_open", allowed: true });
    expect(await check(name, undefined, db.resource)).toMatchObject({ state: "half_open", allowed: false });
    expect(await record(name, "success", 12, probe.permit, undefined, db.resource)).toEqual({
      recorded: true,
      state: "closed",
    });
    expect(await eventsOf(name)).toEqual([
      { type: "CircuitOpened", reason: "failure_rate" },
      { type: "CircuitClosed", reason: "recovered" },
    ]);
  });

  test("the status shows counts, rates and the settings in force", async () => {
    const name = randomUUID();
    await check(name, { minimum_calls: 50, slow_call_seconds: 1 }, db.resource);
    await record(name, "success", 2000, undefined, undefined, db.resource);
    await record(name, "failure", 10, undefined, undefined, db.resource);
    await record(name, "ignored", 10, undefined, undefined, db.resource);
    const { circuits } = await status(name, db.resource);
    expect(circuits).toMatchObject([
      {
        name,
        state: "closed",
        calls: 2,
        failures: 1,
        slow: 1,
        failure_rate: 0.5,
        settings: { minimum_calls: 50 },
      },
    ]);
  });

  test("an operator can hold a circuit open and begin it anew", async () => {
    const name = randomUUID();
    expect(await force(name, "open", db.resource)).toMatchObject({ state: "open", mode: "forced_open" });
    expect(await check(name, undefined, db.resource)).toMatchObject({ allowed: false });
    await force(name, "closed", db.resource);
    expect(await check(name, undefined, db.resource)).toMatchObject({ allowed: true });
    expect(await eventsOf(name)).toEqual([
      { type: "CircuitOpened", reason: "forced" },
      { type: "CircuitClosed", reason: "forced" },
    ]);
  });

  test("they name what is wrong with their input, and store nothing of it", async () => {
    const name = randomUUID();
    await expect(check(name, { failure_rate: 2, half_open_permits: 0 }, db.resource)).rejects.toMatchObject({
      details: [{ path: "settings.failure_rate" }, { path: "settings.half_open_permits" }],
    });
    await expect(record(name, "failure", -1, "no uuid", undefined, db.resource)).rejects.toMatchObject({
      details: [{ path: "duration_ms" }, { path: "permit" }],
    });
    await expect(force("", "open", db.resource)).rejects.toMatchObject({ details: [{ path: "name" }] });
    expect(await status(name, db.resource)).toEqual({ circuits: [] });
  });
});

describe("with many callers", () => {
  test("of 50 at once on a half-open circuit exactly the permitted number pass", async () => {
    const name = randomUUID();
    await checkCircuit(db.database, { name, settings: { half_open_permits: 7 } });
    await force(name, "half_open", db.resource);
    const answers = await Promise.all(fiftyTimes.map(() => checkCircuit(db.database, { name })));
    expect(answers.filter((answer) => answer.allowed)).toHaveLength(7);
    expect(new Set(answers.flatMap((answer) => answer.permit ?? [])).size).toBe(7);
  });

  test("of 50 workers' own breakers at once exactly the permitted number probe", async () => {
    const name = randomUUID();
    await checkCircuit(db.database, { name, settings: { half_open_permits: 3, probes_to_close: 50 } });
    await force(name, "half_open", db.resource);
    let probes = 0;
    let refused = 0;
    // No probe ends before all the others have been refused.
    const allRefused = async () => {
      while (refused < 47) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const calls = fiftyTimes.map(() => {
      const call = new CircuitBreaker(db.database, name).run(async () => {
        probes += 1;
        await allRefused();
      });
      call.catch(() => {
        refused += 1;
      });
      return call;
    });
    const results = await Promise.allSettled(calls);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(3);
    expect(probes).toBe(3);
    expect(results.flatMap((r) => (r.status === "rejected" ? [r.reason.code] : []))).toEqual(
      Array.from({ length: 47 }, () => "CIRCUIT_OPEN"),
    );
  });

  test("the failures that 50 callers record at once are all counted", async () => {
    const name = randomUUID();
    await checkCircuit(db.database, { name, settings: { minimum_calls: 51 } });
    await Promise.all(fiftyTimes.map(() => recordCall(db.database, { name, outcome: "failure" })));
    expect((await status(name, db.resource)).circuits).toMatchObject([{ state: "closed", failures: 50 }]);
    expect(await recordCall(db.database, { name, outcome: "failure" })).toEqual({
      recorded: true,
      state: "open",
    });
  });
});

describe("in a process", () => {
  test("a closed circuit makes no query, and sends its counts together", async () => {
    const name = randomUUID();
    const counting = new CountingDatabase(db.resource);
    const breaker = new CircuitBreaker(counting, name, { minimum_calls: 5000 });
    await breaker.run(succeed);
    const first = counting.used;
    for (let n = 0; n < 200; n++) await breaker.run(succeed);
    expect(counting.used).toBe(first);
    await breaker.flush();
    expect((await status(name, db.resource)).circuits).toMatchObject([{ calls: 201, failures: 0 }]);
    await counting.close();
  });

  test("when one worker's failures open the circuit, another stops calling within a second", async () => {
    const name = randomUUID();
    const [failing, other] = [
      new CircuitBreaker(db.database, name, { minimum_calls: 5 }),
      new CircuitBreaker(db.database, name),
    ];
    await other.run(succeed);
    for (let n = 0; n < 5; n++)
      await expect(failing.run(fail)).rejects.toMatchObject({ code: "UPSTREAM_UNAVAILABLE" });
    await failing.flush();
    await expect(failing.run(succeed)).rejects.toMatchObject({ code: "CIRCUIT_OPEN" });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const refused = await other.run(succeed).catch((error) => error);
    expect(refused).toMatchObject({ code: "CIRCUIT_OPEN", retryable: true });
    expect(refused.retryAfterSeconds).toBeGreaterThan(20);
  });

  test("a failed probe opens it again, a successful one closes it for all", async () => {
    const name = randomUUID();
    const breaker = new CircuitBreaker(db.database, name, { minimum_calls: 1, open_seconds: 30 });
    await breaker.run(succeed);
    await breaker.run(fail).catch(() => undefined);
    await breaker.flush();
    for (const seconds of [30, 60]) {
      await passTime(name, seconds);
      const other = new CircuitBreaker(db.database, name);
      await expect(other.run(fail)).rejects.toMatchObject({ code: "UPSTREAM_UNAVAILABLE" });
      await expect(other.run(succeed)).rejects.toMatchObject({ code: "CIRCUIT_OPEN" });
    }
    await passTime(name, 120);
    expect(await new CircuitBreaker(db.database, name).run(succeed)).toBe("fine");
    expect(await new CircuitBreaker(db.database, name).run(succeed)).toBe("fine");
    expect((await eventsOf(name)).map((event) => event.reason)).toEqual([
      "failure_rate",
      "half_open_failure",
      "half_open_failure",
      "recovered",
    ]);
  });

  test("a 404 doesn't count", async () => {
    const name = randomUUID();
    const breaker = new CircuitBreaker(db.database, name, { minimum_calls: 1 });
    const missing = breaker.run(async () => {
      throw new NotFound("food", "7", "Search for it.");
    });
    await expect(missing).rejects.toMatchObject({ code: "NOT_FOUND" });
    await breaker.flush();
    expect(await breaker.run(succeed)).toBe("fine");
  });

  test("with Postgres away calls go through and fail as themselves", async () => {
    const away = new Database({ host: "127.0.0.1", port: 1, dbname: "none" });
    const breaker = new CircuitBreaker(away, "any");
    expect(await breaker.run(succeed)).toBe("fine");
    await expect(breaker.run(fail)).rejects.toMatchObject({ code: "UPSTREAM_UNAVAILABLE", message: "503" });
    expect(await breaker.run(succeed)).toBe("fine");
    await breaker.flush();
    await away.close();
  });

  test("a worker killed in its probe gives its permit back by the end of the lease", async () => {
    const name = randomUUID();
    await checkCircuit(db.database, { name, settings: { permit_lease_seconds: 60 } });
    await force(name, "half_open", db.resource);
    await killAt("probing_worker", db.resource, { circuit: name }, "in_probe");
    expect(await checkCircuit(db.database, { name })).toMatchObject({ allowed: false });
    await passTime(name, 60);
    expect(await runChild("probing_worker", db.resource, { circuit: name })).toContain("finished");
    expect(await checkCircuit(db.database, { name })).toEqual({ state: "closed", allowed: true });
  });
});
