// Runs in the job's own Bun process, as the wrapper that Windmill's worker writes around a script does: arguments
// by name become positional (a missing one is undefined, so that main's own default applies), dates are made
// Dates, and the result or the error goes to a file, never to stdout.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Job = { module: string; names: string[]; dates: string[]; args: Record<string, unknown> };

const folder = process.argv[2];
if (!folder) throw new Error("job_entry.ts is started by the job runner only.");

// A job must not outlive a runner that was killed outright, nor leave its files behind.
const runner = process.ppid;
setInterval(() => {
  if (process.ppid === runner) return;
  rmSync(folder, { recursive: true, force: true });
  process.exit(1);
}, 1_000).unref();

const ERROR_FIELDS = new Set(
  "line name stack column message sourceURL originalLine originalColumn".split(" "),
);
const NULL_FOR_UNDEFINED = (_key: string, value: unknown) => (value === undefined ? null : value);
Object.defineProperty(BigInt.prototype, "toJSON", {
  value(this: bigint) {
    return this.toString();
  },
});

try {
  const job: Job = JSON.parse(readFileSync(join(folder, "job.json"), "utf8"));
  // The arguments may hold passwords: they are in memory now and nowhere else.
  rmSync(join(folder, "job.json"));
  const script: { main?: unknown } = await import(job.module);
  if (typeof script.main !== "function") throw new Error("main function is missing");
  const result: unknown = await script.main(...job.names.map((name) => argument(job, name)));
  finish("result.json", result ?? null, 0);
} catch (thrown) {
  // A stack trace helps with a defect; an error of the taxonomy explains itself.
  if (!(thrown instanceof Error && "retryable" in thrown)) console.error(thrown);
  finish("error.json", describe(thrown), 1);
}

function argument(job: Job, name: string): unknown {
  const value = job.args[name];
  if (!job.dates.includes(name)) return value;
  return value ? new Date(value as string) : undefined;
}

function finish(name: string, content: unknown, exitCode: number): never {
  writeFileSync(join(folder as string, name), JSON.stringify(content, NULL_FOR_UNDEFINED));
  process.exit(exitCode);
}

function describe(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { name: "Error", message: String(thrown) };
  const extra: Record<string, unknown> = {};
  for (const key of Object.getOwnPropertyNames(thrown)) {
    if (!ERROR_FIELDS.has(key)) extra[key] = serialisable(Reflect.get(thrown, key));
  }
  const step = process.env.WM_FLOW_STEP_ID;
  return {
    message: thrown.message,
    name: thrown.name,
    stack: thrown.stack,
    ...(step ? { step_id: step } : {}),
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
  };
}

/** An error's cause may hold a socket or itself; that must not hide the error. */
function serialisable(value: unknown): unknown {
  try {
    JSON.stringify(value);
    return value;
  } catch {
    return String(value);
  }
}
