// npm run job -- PATH [-d JSON|@file|@-] [--timeout SECONDS]
import { parseArgs } from "node:util";
import { InvalidInput } from "../../f/meal-planner/database/errors.ts";
import { printJson, readArguments, untilInterrupted } from "./command_line.ts";
import { openJobContext, runJob } from "./job_context.ts";
import { errorReport, failed, type JobOutcome } from "./job_outcome.ts";
import { localDatabase } from "./local_database.ts";

const SYNOPSIS = "npm run job -- PATH [-d JSON|@file|@-] [--timeout SECONDS]";
const USAGE = `Runs one script as Windmill would and prints its result as JSON.

  ${SYNOPSIS}

PATH is a script's path, for example f/meal-planner/handlers/recipes/list_recipes/script.
What the script prints goes to stderr. A script that throws prints {"error": …} and exits 1.
`;

async function run(signal: AbortSignal): Promise<number> {
  const { path, data, timeoutSeconds } = commandLine();
  const args = await readArguments(data);
  const database = localDatabase();
  // Loaded only for a script that starts a flow: most never do.
  let flows: Promise<typeof import("../flows/flow_runner.ts")> | undefined;
  const loadFlows = () => {
    flows ??= import("../flows/flow_runner.ts");
    return flows;
  };
  const context = openJobContext({
    database: database.get,
    runFlow: async (...flow) => (await loadFlows()).FLOWS.runFlow(...flow),
    decideFlow: async (...decision) => (await loadFlows()).FLOWS.decideFlow(...decision),
    shownByFlow: async (...step) => (await loadFlows()).FLOWS.shownByFlow(...step),
  });
  try {
    const outcome = await runJob(path, args, context, { timeoutSeconds, signal });
    await print(outcome);
    // What the script left running (a dispatcher that it woke) would go on in Windmill; it does here as well.
    if (!signal.aborted) await context.jobs.settled();
    return outcome.success ? 0 : 1;
  } finally {
    await context.close();
    await (await flows)?.closeFlows(context);
    await database.release();
  }
}

function commandLine(): { path: string; data?: string; timeoutSeconds?: number } {
  const { values, positionals } = parseOptions();
  if (values.help) {
    process.stderr.write(USAGE);
    process.exit(0);
  }
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw wrong("command line", `name one script: ${SYNOPSIS}`);
  const timeoutSeconds = values.timeout === undefined ? undefined : Number(values.timeout);
  if (timeoutSeconds !== undefined && !(timeoutSeconds > 0)) {
    throw wrong("--timeout", "must be a number of seconds above 0");
  }
  return { path: path.replace(/\.ts$/, ""), data: values.data, timeoutSeconds };
}

function parseOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        data: { type: "string", short: "d" },
        timeout: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw wrong("command line", `${error instanceof Error ? error.message : error}: ${SYNOPSIS}`);
  }
}

function wrong(path: string, message: string): InvalidInput {
  return new InvalidInput([{ path, message }]);
}

function print(outcome: JobOutcome): Promise<void> {
  return printJson(outcome.success ? outcome.result : { error: errorReport(outcome.error) });
}

const interrupted = untilInterrupted();
const exitCode = await run(interrupted).catch(async (thrown: unknown) => {
  await print(failed(thrown));
  return 1;
});
process.exit(interrupted.aborted ? 130 : exitCode);
