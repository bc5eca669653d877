// npm run flow -- PATH [-d JSON|@file|@-], and approve | cancel | resume RUN, list
import { parseArgs } from "node:util";
import { InvalidInput } from "../../f/meal-planner/database/errors.ts";
import { printJson, readArguments, untilInterrupted } from "../jobs/command_line.ts";
import { type JobContext, openJobContext } from "../jobs/job_context.ts";
import { errorReport, failed } from "../jobs/job_outcome.ts";
import { localDatabase } from "../jobs/local_database.ts";
import {
  closeFlows,
  decideFlow,
  errorIn,
  FLOWS,
  type FlowOptions,
  type FlowOutcome,
  flowStore,
  resumeFlow,
  runFlow,
} from "./flow_runner.ts";
import type { FlowEvent } from "./flow_scope.ts";

const USAGE = `Runs a flow by its flow.yaml as Windmill would and prints its result as JSON.

  npm run flow -- PATH [-d JSON|@file|@-]        run; waits where an approval is asked for
  npm run flow -- approve RUN [-d JSON] [--step STEP] [--by NAME]
  npm run flow -- cancel RUN [--step STEP] [--by NAME]   refuse the approval, or stop the run
  npm run flow -- resume RUN                     take up a run whose process ended
  npm run flow -- list                           runs that have not ended first, and what they wait for

PATH is a flow's path (f/meal-planner/workflows/weekly_meal_plan) or the folder that holds its flow.yaml.
`;

const SHOWN_LINES = 40;

type Command = {
  name: "run" | "approve" | "cancel" | "resume" | "list";
  target: string;
  data?: string;
  step?: string;
  by: string;
};

type Answer = { json: unknown; exitCode: number };

async function carryOut(command: Command, context: JobContext, signal: AbortSignal): Promise<Answer> {
  const options: FlowOptions = { signal, onEvent: (event) => context.log(describe(event, command.target)) };
  const store = await flowStore(context);
  switch (command.name) {
    case "run": {
      const args = await readArguments(command.data);
      const runId = crypto.randomUUID();
      context.log(`Run ${runId}`);
      const onEvent = (event: FlowEvent) => context.log(describe(event, runId));
      return answer(await runFlow(command.target, args, context, { signal, onEvent, runId }));
    }
    case "resume":
      return answer(await resumeFlow(command.target, context, options));
    case "list":
      return { json: await store.list(50), exitCode: 0 };
    case "cancel":
      if ((await store.waits(command.target)).length === 0) {
        await store.require(command.target);
        await store.requestCancel(command.target);
        break;
      }
      await decide(command, false, context);
      break;
    case "approve":
      await decide(command, true, context);
      break;
  }
  // The process that started the run goes on with it; where it is gone, this one does.
  const claim = await store.claim(command.target);
  if (!claim) return { json: { run_id: command.target, [command.name]: "recorded" }, exitCode: 0 };
  await claim.release();
  return answer(await resumeFlow(command.target, context, options));
}

async function decide(command: Command, approved: boolean, context: JobContext): Promise<void> {
  const payload = await readArguments(command.data);
  await decideFlow(command.target, { approved, approver: command.by, payload }, context, command.step);
}

function answer(outcome: FlowOutcome): Answer {
  if (outcome.success) return { json: outcome.result, exitCode: 0 };
  const error = errorReport(outcome.error ?? errorIn(outcome.result));
  const { result } = outcome;
  const plain = result !== null && typeof result === "object" && !Array.isArray(result) && "error" in result;
  return { json: plain ? { error } : { error, result }, exitCode: 1 };
}

function describe(event: FlowEvent, runId: string): string {
  switch (event.kind) {
    case "step_started":
      return `▸ ${event.step}${event.summary ? `: ${event.summary}` : ""}`;
    case "step_ended":
      return `${event.success ? "✓" : "✗"} ${event.step}`;
    case "retrying":
      return `↻ ${event.step}: try ${event.attempt + 1} in ${event.delaySeconds} s`;
    case "waiting":
      return [
        `⏸ ${event.step} waits for approval until ${event.until}:`,
        shorten(JSON.stringify(event.shown, null, 2)),
        `  npm run flow -- approve ${runId}`,
        `  npm run flow -- cancel ${runId}`,
      ].join("\n");
  }
}

/** A screenful: who approves wants to see what it is, not have it scroll by. */
function shorten(text: string): string {
  const lines = text.split("\n");
  if (lines.length <= SHOWN_LINES) return text;
  return [...lines.slice(0, SHOWN_LINES), `… ${lines.length - SHOWN_LINES} more lines`].join("\n");
}

function commandLine(): Command {
  const { values, positionals } = parseOptions();
  if (values.help) {
    process.stderr.write(USAGE);
    process.exit(0);
  }
  const [first, second, ...more] = positionals;
  const by = values.by ?? process.env.USER ?? "local";
  const given = { data: values.data, step: values.step, by };
  if (first === "list" && second === undefined) return { name: first, target: "", ...given };
  if ((first === "approve" || first === "cancel" || first === "resume") && second && more.length === 0) {
    return { name: first, target: second, ...given };
  }
  if (first && second === undefined) return { name: "run", target: first, ...given };
  throw wrong(USAGE);
}

function parseOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        data: { type: "string", short: "d" },
        step: { type: "string" },
        by: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(message: string): InvalidInput {
  return new InvalidInput([{ path: "command line", message }]);
}

async function main(signal: AbortSignal): Promise<number> {
  const command = commandLine();
  const database = localDatabase();
  const context = openJobContext({ database: database.get, ...FLOWS });
  try {
    const { json, exitCode } = await carryOut(command, context, signal);
    await printJson(json);
    if (!signal.aborted) await context.jobs.settled();
    return exitCode;
  } finally {
    await context.close();
    await closeFlows(context);
    await database.release();
  }
}

const interrupted = untilInterrupted();
const exitCode = await main(interrupted).catch(async (thrown: unknown) => {
  const outcome = failed(thrown);
  await printJson(outcome.success ? null : { error: errorReport(outcome.error) });
  return 1;
});
process.exit(interrupted.aborted ? 130 : exitCode);
