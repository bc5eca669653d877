import { describe, expect, test } from "vitest";
import { decideFlow, flowStore, runFlow } from "../../local/flows/flow_runner.ts";
import { loadFlow } from "../../local/flows/load_flow.ts";
import { code, failing, useFlowWorkspace, value } from "./flow_workspace.ts";

const workspace = useFlowWorkspace();
let count = 0;

async function run(modules: Record<string, unknown>[], args: Record<string, unknown> = {}, more = {}) {
  const path = workspace.flow(`flow_${++count}`, modules, more);
  const { success, skipped, result } = await runFlow(path, args, workspace.open());
  return { success, skipped, result };
}

const ok = (result: unknown) => ({ success: true, skipped: false, result });
const branch = (expr: string, modules: unknown[]) => ({ expr, modules });

describe("a flow's data", () => {
  test("passes from step to step by flow_input, results, previous_result and static values", async () => {
    const outcome = await run(
      [
        value("a", "({ n: flow_input.n, deep: { list: [1, 2] } })"),
        value("b", "({ prev: previous_result.n, byId: results.a.deep.list[1], q: results?.a.n })"),
        {
          id: "c",
          value: {
            type: "rawscript",
            language: "bun",
            content: "export async function main(s: any, r: any, n: any) { return { s, r, n }; }",
            input_transforms: {
              s: { type: "static", value: { fixed: true } },
              r: { type: "javascript", expr: "const x = results.b;\nreturn x.prev + x.byId" },
              n: { type: "javascript", expr: "flow_input.absent" },
            },
          },
        },
      ],
      { n: 5 },
    );
    expect(outcome).toEqual(ok({ s: { fixed: true }, r: 7, n: null }));
  });

  test("is the input for the first step's previous_result, and the result where there is no step", async () => {
    expect(await run([value("a", "previous_result")], { n: 1 })).toEqual(ok({ n: 1 }));
    expect(await run([], { n: 1 })).toEqual(ok({ n: 1 }));
  });

  test("gives null for a missing field and for a step that has not run, and fails on what throws", async () => {
    expect(await run([value("a", "({})"), value("b", "results.a.x.y.z")])).toEqual(ok(null));
    expect(await run([value("a", "[results.b]"), value("b", "results.a")])).toEqual(ok([null]));
    const outcome = await run([value("a", "results.b.c.d + 1"), value("b", "1")]);
    expect(outcome.result).toMatchObject({ error: { step_id: "a", name: "ExecutionErr" } });
  });

  test("reaches scripts, resources and variables of the workspace", async () => {
    const script = workspace.script(
      "double",
      "export async function main(n: number, key: string) { return [n * 2, key]; }",
    );
    const context = workspace.open();
    await context.values.setVariable("f/t/key", { value: "k", is_secret: true });
    const path = workspace.flow("reach", [
      {
        id: "a",
        value: {
          type: "script",
          path: script,
          input_transforms: {
            n: { type: "javascript", expr: "flow_input.n + variable('f/t/key').length" },
            key: { type: "static", value: "$var:f/t/key" },
          },
        },
      },
    ]);
    expect((await runFlow(path, { n: 1 }, context)).result).toEqual([4, "k"]);
  });

  test("lets inline code import from the workspace as it would in Windmill", async () => {
    workspace.script("lib/greet", "export const greet = (n: string) => 'hi ' + n;");
    const outcome = await run([
      code(
        "a",
        `import { greet } from "../lib/greet.ts"; import { greet as g2 } from "/f/t/lib/greet.ts"; import { z } from "zod";
         export async function main() { return [greet("a"), g2("b"), z.string().parse("c")]; }`,
      ),
    ]);
    expect(outcome).toEqual(ok(["hi a", "hi b", "c"]));
  });
});

describe("a for-loop", () => {
  const doubled = value("d", "flow_input.iter.value * 2 + flow_input.iter.index * 100");
  const loop = (more = {}, modules: unknown[] = [doubled], module = {}) => ({
    id: "l",
    value: {
      type: "forloopflow",
      iterator: { type: "javascript", expr: "flow_input.items" },
      skip_failures: false,
      modules,
      ...more,
    },
    ...module,
  });

  test("gives the list of its iterations' results, one after the other or side by side", async () => {
    const items = [1, 2, 3];
    expect(await run([loop()], { items })).toEqual(ok([2, 104, 206]));
    expect(await run([loop({ parallel: true, parallelism: 2 })], { items })).toEqual(ok([2, 104, 206]));
    expect(await run([loop()], { items: [] })).toEqual(ok([]));
  });

  const odd = code(
    "o",
    "export async function main(v: number) { if (v % 2) throw new Error('odd ' + v); return v; }",
    { v: "flow_input.iter.value" },
  );

  test("keeps a failed iteration's error in the list where failures are skipped", async () => {
    for (const parallel of [false, true]) {
      const outcome = await run([loop({ skip_failures: true, parallel }, [odd])], { items: [2, 3, 4] });
      expect(outcome).toMatchObject(ok([2, { error: { message: "odd 3", step_id: "o" } }, 4]));
    }
  });

  test("ends at the first failure otherwise, and fails the flow with the list so far", async () => {
    const outcome = await run([loop({}, [odd]), value("after", "1")], { items: [2, 3, 4] });
    expect(outcome).toMatchObject({ success: false, result: [2, { error: { message: "odd 3" } }] });
  });

  test("refuses an iterator that is no list", async () => {
    const outcome = await run([loop()], { items: 5 });
    expect(outcome).toMatchObject({ success: false, result: { error: { name: "InternalError" } } });
  });

  test("breaks where its own stop_after_if holds for an iteration, and the flow goes on", async () => {
    const stop = { stop_after_if: { expr: "result >= 100", skip_if_stopped: false } };
    const outcome = await run([loop({}, [doubled], stop), value("after", "results.l.length")], {
      items: [1, 2, 3],
    });
    expect(outcome).toEqual(ok(2));
  });

  test("breaks where a step within it stops early; a parallel one only ends that iteration", async () => {
    const steps = [
      value("first", "flow_input.iter.value", {
        stop_after_if: { expr: "result === 2", skip_if_stopped: false },
      }),
      value("second", "results.first * 10"),
    ];
    expect(await run([loop({}, steps)], { items: [1, 2, 3] })).toEqual(ok([10, 2]));
    expect(await run([loop({ parallel: true }, steps)], { items: [1, 2, 3] })).toEqual(ok([10, 2, 30]));
  });

  test("within another one sees the outer iteration as iter_parent, and steps before both", async () => {
    const inner = {
      id: "inner",
      value: {
        type: "forloopflow",
        iterator: { type: "javascript", expr: "flow_input.iter.value" },
        skip_failures: false,
        modules: [value("x", "[results.a, flow_input.iter_parent.index, flow_input.iter.value]")],
      },
    };
    const outcome = await run([value("a", "'A'"), loop({}, [inner])], { items: [[1], [2, 3]] });
    expect(outcome).toEqual(
      ok([
        [["A", 0, 1]],
        [
          ["A", 1, 2],
          ["A", 1, 3],
        ],
      ]),
    );
  });

  test("can end the flow after all iterations", async () => {
    const stop = { stop_after_all_iters_if: { expr: "result.length === 2", skip_if_stopped: true } };
    const outcome = await run([loop({}, [doubled], stop), failing("after")], { items: [1, 2] });
    expect(outcome).toEqual({ success: true, skipped: true, result: [2, 104] });
  });
});

describe("a while-loop", () => {
  test("counts, and carries state by a step's own last result", async () => {
    const counting = {
      id: "w",
      value: {
        type: "whileloopflow",
        skip_failures: false,
        modules: [
          value("sum", "(results.sum ?? 0) + flow_input.iter.index + 1", {
            stop_after_if: { expr: "result >= 6", skip_if_stopped: false },
          }),
        ],
      },
    };
    expect(await run([counting, value("after", "[results.w, results.sum]")])).toEqual(ok([[1, 3, 6], 6]));
  });

  const loop = (modules: unknown[], module = {}, skip_failures = false) => ({
    id: "w",
    value: { type: "whileloopflow", skip_failures, modules },
    ...module,
  });

  test("over a single plain step knows that step's results by nobody's id, as Windmill collapses it", async () => {
    const stop = {
      stop_after_if: { expr: "flow_input.n === 1 && all_iters.length === 2", skip_if_stopped: false },
    };
    const steps = [
      loop([value("x", "[results.x, previous_result]")], stop),
      value("after", "[results.w, results.x]"),
    ];
    const first = [null, { n: 1 }];
    expect(await run(steps, { n: 1 })).toEqual(ok([[first, [null, first]], null]));
  });

  test("ends at the first failure with the list so far, or goes on over failures till it stops", async () => {
    const odd = code(
      "o",
      "export async function main(i: number) { if (i % 2) throw new Error('odd'); return i; }",
      { i: "flow_input.iter.index" },
    );
    expect(await run([loop([odd])])).toMatchObject({
      success: false,
      result: [0, { error: { message: "odd" } }],
    });
    const stop = { stop_after_if: { expr: "result >= 2", skip_if_stopped: false } };
    expect(await run([loop([odd], stop, true)])).toMatchObject(ok([0, { error: { message: "odd" } }, 2]));
  });
});

describe("branches", () => {
  const one = (branches: unknown[], otherwise: unknown[] = []) => ({
    id: "b",
    value: { type: "branchone", branches, default: otherwise },
  });

  test("one: the first that holds, else the default; an empty one passes on the result before it", async () => {
    const steps = (otherwise: unknown[]) => [
      value("before", "'before'"),
      one(
        [
          branch("flow_input.x === 1", [value("p", "'one'")]),
          branch("flow_input.x", [value("q", "'other'")]),
        ],
        otherwise,
      ),
      value("end", "results.b"),
    ];
    expect(await run(steps([]), { x: 1 })).toEqual(ok("one"));
    expect(await run(steps([]), { x: 2 })).toEqual(ok("other"));
    expect(await run(steps([value("r", "'default'")]), { x: 0 })).toEqual(ok("default"));
    expect(await run(steps([]), { x: 0 })).toEqual(ok("before"));
  });

  test("one: a condition that throws is the step's failure: retried, gone on from, given to the failure module", async () => {
    const bad = one([branch("flow_input.no.such", [value("p", "1")])]);
    const telling = { failure_module: value("failure", "[error.step_id, error.name]") };
    expect(await run([bad], {}, telling)).toMatchObject({ success: false, result: ["b", "ExecutionErr"] });
    const going = [{ ...bad, continue_on_error: true }, value("end", "results.b.error.name")];
    expect(await run(going)).toEqual(ok("ExecutionErr"));
  });

  test("one: an early stop within ends the flow", async () => {
    const stop = { stop_after_if: { expr: "true", skip_if_stopped: true } };
    const outcome = await run([one([branch("true", [value("p", "'one'", stop)])]), failing("after")]);
    expect(outcome).toEqual({ success: true, skipped: true, result: "one" });
  });

  const all = (branches: unknown[], parallel: boolean) => ({
    id: "b",
    value: { type: "branchall", parallel, branches },
  });

  test("all: the list of results; a failure fails the flow unless the branch may fail", async () => {
    for (const parallel of [true, false]) {
      const fine = await run([
        all([{ modules: [value("p", "1")] }, { modules: [value("q", "2")] }], parallel),
      ]);
      expect(fine).toEqual(ok([1, 2]));
      const tolerated = [{ modules: [failing("p")], skip_failure: true }, { modules: [value("q", "2")] }];
      expect(await run([all(tolerated, parallel)])).toMatchObject(ok([{ error: { message: "no" } }, 2]));
      const strict = [{ modules: [value("q", "2")] }, { modules: [failing("p")], skip_failure: false }];
      expect(await run([all(strict, parallel), value("end", "1")])).toMatchObject({
        success: false,
        result: [2, { error: { message: "no" } }],
      });
    }
  });
});

describe("a step", () => {
  test("is skipped where skip_if holds, and passes the result before it on", async () => {
    const steps = [
      value("a", "1"),
      failing("b", "no", { skip_if: { expr: "results.a === 1" } }),
      value("c", "previous_result"),
    ];
    expect(await run(steps)).toEqual(ok(1));
  });

  test("ends the flow where its stop_after_if holds, with its own result", async () => {
    const steps = [
      value("a", "7", { stop_after_if: { expr: "result === 7 && flow_input.go", skip_if_stopped: true } }),
      failing("b"),
    ];
    expect(await run(steps, { go: true })).toEqual({ success: true, skipped: true, result: 7 });
    expect((await run(steps, { go: false })).success).toBe(false);
  });

  test("that is skipped neither stops the flow nor asks for approval", async () => {
    const skipped = failing("b", "no", {
      skip_if: { expr: "true" },
      stop_after_if: { expr: "result.no.such" },
      suspend: { required_events: 1, timeout: 60 },
    });
    expect(await run([value("a", "1"), skipped, value("c", "previous_result + 1")])).toEqual(ok(2));
  });

  test("whose stop_after_if throws has failed, and the failure module gets the error", async () => {
    const stop = {
      stop_after_if: { expr: "result.no.such" },
      retry: { constant: { attempts: 3, seconds: 60 } },
    };
    const telling = { failure_module: value("failure", "[error.step_id, error.name]") };
    const outcome = await run([value("a", "1", stop)], {}, telling);
    expect(outcome).toMatchObject({ success: false, result: ["a", "ExecutionErr"] });
  });

  test("gives the result that it had before for as long as its cache_ttl, to every run with the same input", async () => {
    const path = workspace.flow("cached", [
      code(
        "a",
        "export async function main(n: number) { return [n, crypto.randomUUID()]; }",
        { n: "flow_input.n" },
        {
          cache_ttl: 60,
        },
      ),
    ]);
    const context = workspace.open();
    const one = await runFlow(path, { n: 1 }, context);
    expect((await runFlow(path, { n: 1 }, context)).result).toEqual(one.result);
    expect((await runFlow(path, { n: 2 }, context)).result).not.toEqual(one.result);
  });

  test("fails the flow where its stop_after_if has an error message", async () => {
    const steps = [
      value("a", "7", { stop_after_if: { expr: "true", error_message: "enough" } }),
      failing("b"),
    ];
    expect(await run(steps)).toEqual({
      success: false,
      skipped: false,
      result: { error: { name: "EarlyStopError", message: "enough" } },
    });
    const skipping = { stop_after_if: { expr: "true", skip_if_stopped: true, error_message: "ignored" } };
    expect(await run([value("a", "7", skipping), failing("b")])).toEqual({
      success: true,
      skipped: true,
      result: 7,
    });
  });

  test("is tried again as often as its retry says, with the same arguments", async () => {
    const flaky = code(
      "f",
      `import { readFileSync, writeFileSync } from "node:fs";
       export async function main(file: string) {
         let n = 0; try { n = Number(readFileSync(file, "utf8")); } catch {}
         writeFileSync(file, String(n + 1));
         if (n < 2) throw new Error("try " + n);
         return n;
       }`,
      { file: "flow_input.file" },
    );
    const retry = (attempts: number) => ({ retry: { constant: { attempts, seconds: 0 } } });
    const file = (name: string) => `${workspace.root}/${name}`;
    expect(await run([{ ...flaky, ...retry(2) }], { file: file("r1") })).toEqual(ok(2));
    expect(await run([{ ...flaky, ...retry(1) }], { file: file("r2") })).toMatchObject({
      success: false,
      result: { error: { message: "try 1" } },
    });
    const unwanted = {
      retry: { constant: { attempts: 5, seconds: 0 }, retry_if: { expr: "error.message !== 'try 0'" } },
    };
    expect(await run([{ ...flaky, ...unwanted }], { file: file("r3") })).toMatchObject({
      result: { error: { message: "try 0" } },
    });
  });

  test("may fail and let the flow go on with its error", async () => {
    const steps = [failing("a", "oops", { continue_on_error: true }), value("b", "results.a.error.message")];
    expect(await run(steps)).toEqual(ok("oops"));
    const last = await run([failing("a", "oops", { continue_on_error: true })]);
    expect(last).toMatchObject(ok({ error: { message: "oops" } }));
  });

  test("is ended at its time-out", async () => {
    const slow = code(
      "s",
      "export async function main() { await new Promise((r) => setTimeout(r, 60000)); }",
      {},
      { timeout: 1 },
    );
    expect((await run([slow])).result).toMatchObject({ error: { extra: { code: "TIMEOUT" }, step_id: "s" } });
  });

  test("can be another flow, whose early stop is its own affair", async () => {
    const called = workspace.flow("called", [
      value("a", "flow_input.n + 1", { stop_after_if: { expr: "true" } }),
      failing("b"),
    ]);
    const calling = {
      id: "c",
      value: {
        type: "flow",
        path: called,
        input_transforms: { n: { type: "javascript", expr: "flow_input.m" } },
      },
    };
    expect(await run([calling, value("d", "results.c * 10")], { m: 1 })).toEqual(ok(20));
  });

  test("gives its mock, sleeps before the next, and passes on as identity", async () => {
    const steps = [
      failing("a", "no", {
        mock: { enabled: true, return_value: { m: 1 } },
        sleep: { type: "static", value: 0.2 },
      }),
      { id: "i", value: { type: "identity" } },
    ];
    const before = Date.now();
    expect(await run(steps)).toEqual(ok({ m: 1 }));
    expect(Date.now() - before).toBeGreaterThanOrEqual(200);
  });
});

describe("a failure module", () => {
  const handler = code(
    "failure",
    "export async function main(m: string, s: string, n: number, recover: boolean) { return { m, s, n, recover }; }",
    { m: "error.message", s: "error.step_id", n: "flow_input.n", recover: "flow_input.recover ?? false" },
  );

  test("gets the error and the flow's input; its result is the flow's, which has failed all the same", async () => {
    const outcome = await run([failing("a", "oops"), value("b", "1")], { n: 3 }, { failure_module: handler });
    expect(outcome).toEqual({
      success: false,
      skipped: false,
      result: { m: "oops", s: "a", n: 3, recover: false },
    });
  });

  test("knows the run and its start, and doesn't hide from the caller what failed", async () => {
    const telling = value("failure", "[flow_job_id, typeof started_at, error.extra]");
    const thrown = code(
      "a",
      "export async function main() { throw Object.assign(new Error('oops'), { code: 'CONFLICT', retryable: false }); }",
    );
    const path = workspace.flow("telling", [thrown], { failure_module: telling });
    const { runId, result, error } = await runFlow(path, {}, workspace.open());
    expect(result).toEqual([runId, "string", { code: "CONFLICT", retryable: false }]);
    expect(error).toMatchObject({ message: "oops", step_id: "a" });
  });

  test("makes it a success by recover: true", async () => {
    const outcome = await run([failing("a", "oops")], { n: 3, recover: true }, { failure_module: handler });
    expect(outcome).toEqual(ok({ m: "oops", s: "a", n: 3, recover: true }));
  });

  test("that recovers within a branch or a called flow leaves that step failed, unless they run side by side", async () => {
    const branches = (parallel: boolean) => ({
      id: "b",
      value: {
        type: "branchall",
        parallel,
        branches: [{ modules: [failing("a", "oops")], skip_failure: false }],
      },
    });
    const recovering = { failure_module: handler };
    const input = { n: 3, recover: true };
    const handled = [{ m: "oops", s: "a", n: 3, recover: true }];
    expect(await run([branches(false)], input, recovering)).toMatchObject({
      success: false,
      result: handled,
    });
    expect(await run([branches(true)], input, recovering)).toEqual(ok(handled));
  });

  test("has the flow_env of the flow that it belongs to, or of the one that calls it", async () => {
    const telling = (name: string, more = {}) => workspace.flow(name, [value("a", "flow_env.who")], more);
    const call = (id: string, path: string) => ({ id, value: { type: "flow", path, input_transforms: {} } });
    const own = telling("own_env", { flow_env: { who: "own" } });
    const none = telling("no_env");
    const steps = [call("x", own), call("y", none), value("z", "[results.x, results.y]")];
    expect(await run(steps, {}, { flow_env: { who: "caller" } })).toEqual(ok(["own", "caller"]));
  });

  test("runs once for a failure within a loop, there", async () => {
    const loop = {
      id: "l",
      value: {
        type: "forloopflow",
        iterator: { type: "static", value: [1, 2] },
        skip_failures: true,
        modules: [failing("x", "inner")],
      },
    };
    const outcome = await run([loop], { n: 1 }, { failure_module: handler });
    const handled = { m: "inner", s: "x", n: 1, recover: false };
    expect(outcome).toEqual(ok([handled, handled]));
  });
});

test("many flows at once don't stand in one another's way, and one run is never carried on twice", async () => {
  const path = workspace.flow("many", [value("a", "flow_input.n")]);
  const context = workspace.open();
  const outcomes = await Promise.all([...Array(12).keys()].map((n) => runFlow(path, { n }, context)));
  expect(outcomes.map((outcome) => outcome.result)).toEqual([...Array(12).keys()]);
  const store = await flowStore(context);
  const other = await flowStore(workspace.open());
  const claim = await store.claim("a run");
  expect([await store.claim("a run"), await other.claim("a run")]).toEqual([undefined, undefined]);
  await claim?.release();
  expect(await other.claim("a run")).toBeDefined();
});

test("a flow with an early return answers those who wait for it before it ends, and goes on", async () => {
  const path = workspace.flow(
    "early",
    [
      value("a", "'soon'"),
      code(
        "b",
        "export async function main() { await new Promise((r) => setTimeout(r, 1500)); return 'late'; }",
      ),
    ],
    { early_return: "a" },
  );
  const context = workspace.open();
  const { url, token } = await context.api();
  const answer = await fetch(`${url}/api/w/local/jobs/run_wait_result/f/${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: "{}",
  });
  expect(await answer.json()).toBe("soon");
  const store = await flowStore(context);
  const [run] = await store.list(1);
  expect(run?.status).toBe("running");
  await context.jobs.settled();
  expect((await store.find(run?.id ?? ""))?.result).toBe("late");
});

test("a flow that Windmill wouldn't deploy, or that asks for what isn't here, is refused by the step's id", () => {
  const retry = { retry: { exponential: { attempts: 2, seconds: 0, multiplier: 1 } } };
  const hub = { id: "h", value: { type: "script", path: "hub/1/x", input_transforms: {} } };
  const local = { id: "l", value: { type: "flow", path: "./somewhere", input_transforms: {} } };
  const path = workspace.flow("undeployable", [
    value("e", "1", retry),
    hub,
    local,
    value("u", "flow_user_state('k')"),
  ]);
  const steps = ["e: an exp", "h: scripts of", "l: ./some", "u: flow_user_state"];
  let problems: string[] = [];
  try {
    loadFlow(path, workspace.root);
  } catch (thrown) {
    problems = (thrown as { details: { message: string }[] }).details.map(({ message }) => message);
  }
  expect(problems.map((problem, index) => problem.startsWith(steps[index] ?? "?"))).toEqual(
    steps.map(() => true),
  );
});

test("a flow is skipped as a whole where its skip_expr holds", async () => {
  expect(await run([failing("a")], { off: true }, { skip_expr: "flow_input.off" })).toEqual({
    success: true,
    skipped: true,
    result: "stopped early",
  });
});

describe("an approval", () => {
  const asking = (suspend = {}) => [
    value("ask", "({ plan: 1 })", { suspend: { required_events: 1, timeout: 60, ...suspend } }),
    value("after", "({ resume, resumes, approvers, previous_result })"),
  ];

  async function start(modules: Record<string, unknown>[], more = {}) {
    const path = workspace.flow(`flow_${++count}`, modules, more);
    const context = workspace.open();
    const runId = crypto.randomUUID();
    let waiting: (shown: unknown) => void = () => undefined;
    const asked = new Promise<unknown>((resolve) => {
      waiting = resolve;
    });
    const running = runFlow(path, { n: 1 }, context, {
      runId,
      onEvent: (event) => event.kind === "waiting" && waiting(event.shown),
    });
    return { runId, context, running, shown: await asked };
  }

  test("shows the step's result, and hands the approver's answer to the next step", async () => {
    const { runId, context, running, shown } = await start(asking());
    expect(shown).toEqual({ plan: 1 });
    await decideFlow(runId, { approved: true, approver: "ann", payload: { comment: "fine" } }, context);
    expect((await running).result).toEqual({
      resume: { comment: "fine" },
      resumes: [{ comment: "fine" }],
      approvers: ["ann"],
      previous_result: { plan: 1 },
    });
  });

  test("needs as many as it asks for", async () => {
    const { runId, context, running } = await start(asking({ required_events: 2 }));
    await decideFlow(runId, { approved: true, approver: "ann", payload: {} }, context);
    await decideFlow(runId, { approved: true, approver: "bob", payload: {} }, context);
    expect((await running).result).toMatchObject({ approvers: ["ann", "bob"] });
  });

  test("that is refused fails the flow, by way of its failure module", async () => {
    const failure = value("failure", "[error.name, error.message]");
    const { runId, context, running } = await start(asking(), { failure_module: failure });
    await decideFlow(runId, { approved: false, approver: "ann", payload: {} }, context);
    expect(await running).toMatchObject({
      success: false,
      result: ["SuspendedDisapproved", "Disapproved by ann"],
    });
  });

  test("that times out fails the flow, or lets it go on and says so", async () => {
    const gone = await start(asking({ timeout: 1 }));
    expect((await gone.running).result).toMatchObject({ error: { name: "SuspendedTimedOut" } });
    const on = await start(asking({ timeout: 1, continue_on_disapprove_timeout: true }));
    expect((await on.running).result).toMatchObject({ resume: { error: { name: "SuspendedTimedOut" } } });
  });

  test("of the last step holds the flow back too", async () => {
    const { runId, context, running } = await start(asking().slice(0, 1));
    await decideFlow(runId, { approved: true, approver: "ann", payload: {} }, context);
    expect((await running).result).toEqual({ plan: 1 });
  });

  test("can be given by the link that the step itself hands out, and by no other", async () => {
    const asking = code(
      "ask",
      `import * as wmill from "windmill-client";
       export async function main() { return (await wmill.getResumeUrls("ann")).resume; }`,
      {},
      { suspend: { required_events: 1 } },
    );
    const { running, shown } = await start([asking, value("after", "[resume, approvers]")]);
    const link = String(shown);
    const changed = link.replace(/.\?/, (end) => (end === "0?" ? "1?" : "0?"));
    expect((await fetch(changed)).status).toBe(401);
    const answer = await fetch(link, { method: "POST", body: JSON.stringify({ note: "go" }) });
    expect(answer.status).toBe(200);
    expect((await running).result).toEqual([{ note: "go" }, ["ann"]]);
  });

  test("has a page that shows it, and opening that decides nothing", async () => {
    const asking = code(
      "ask",
      `import * as wmill from "windmill-client";
       export async function main() {
         const { approvalPage } = await wmill.getResumeUrls("ann");
         return { approvalPage, title: "<b>Go?</b>", description: { markdown: "because" } };
       }`,
      {},
      { suspend: { required_events: 1 } },
    );
    const { running, shown } = await start([asking, value("after", "approvers")]);
    const page = (shown as { approvalPage: string }).approvalPage;
    const html = await (await fetch(page)).text();
    expect(html).toMatch(/<h1>&#60;b&#62;Go\?&#60;\/b&#62;<\/h1>\s*<pre>because<\/pre>/);
    const approve = /action="([^"]+\/resume\/[^"]+)"/.exec(html)?.[1] ?? "";
    await fetch(approve, { method: "POST", body: new URLSearchParams() });
    expect((await running).result).toEqual(["ann"]);
    expect(await (await fetch(page)).text()).toContain("Nothing to decide");
  });

  test("is taken only while a step waits", async () => {
    const { runId, context, running } = await start(asking());
    const yes = { approved: true, approver: "ann", payload: {} };
    await decideFlow(runId, yes, context);
    await running;
    await expect(decideFlow(runId, yes, context)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await (await flowStore(context)).list(1)).toMatchObject([{ status: "succeeded", waiting: [] }]);
  });
});
