import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { InvalidInput } from "../../f/meal-planner/database/errors.ts";

/**
 * The value of `-d`, as `wmill script run` takes it: JSON, `@file`, or `@-` for standard input. Nothing is `{}`.
 *
 * @throws InvalidInput where it is no JSON object or the file can't be read.
 */
export async function readArguments(data: string | undefined): Promise<Record<string, unknown>> {
  if (data === undefined) return {};
  const json = data.startsWith("@") ? await readSource(data.slice(1)) : data;
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    throw wrong(
      `is no JSON (${error instanceof Error ? error.message : error}); quote it: -d '{"name": "…"}'`,
    );
  }
  if (parsed === null || typeof parsed !== "object" || Array.isArray(parsed)) {
    throw wrong(`must be a JSON object of arguments by name: -d '{"name": "…"}'`);
  }
  return parsed as Record<string, unknown>;
}

async function readSource(name: string): Promise<string> {
  if (name === "-") return text(process.stdin);
  return readFile(name, "utf8").catch((error: unknown) => {
    throw wrong(`names a file that can't be read (${error instanceof Error ? error.message : error})`);
  });
}

function wrong(message: string): InvalidInput {
  return new InvalidInput([{ path: "-d", message }]);
}

/** Writes the one JSON document that a command answers with (indented for a person), and waits until it is out. */
export function printJson(value: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(value ?? null, null, process.stdout.isTTY ? 2 : 0)}\n`, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}

/** Aborts on Ctrl-C or a termination, once; npm passes such a signal on a second time. */
export function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => controller.abort(signal));
  }
  return controller.signal;
}
