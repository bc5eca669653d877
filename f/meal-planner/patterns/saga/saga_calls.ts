import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { Conflict, InProgress, NotFound } from "../../database/errors.ts";
import { newId } from "../../database/new_id.ts";
import { parseInput } from "../../database/parse_input.ts";
import { inChain } from "../../events/producers/chain_scope.ts";
import { hashPayload } from "../idempotency/idempotency_key.ts";
import { beginFirstStage, DEFAULT_LEASE_SECONDS, type RunOptions, runSaga } from "./run_saga.ts";
import { chainOfStart, type SagaCause } from "./saga_chain.ts";
import { type SagaDefinition, type SagaRegistry, stepsOf } from "./saga_definition.ts";
import type { Saga } from "./saga_state.ts";
import { claimSaga, type HeldSaga, insertSaga, LeaseLost, loadSaga } from "./saga_store.ts";

export type SagaAnswer = {
  saga_id: string;
  state: Saga["state"]["kind"];
  /** The steps' outputs, where it has completed. */
  result?: unknown;
  /** Why it turned back, or what it is stuck at. */
  error?: { step: string; code: string; message: string };
};

export const startSchema = z.strictObject({
  definition: z.string().min(1).max(200).describe("The saga's name, such as publish_plan."),
  input: z.unknown().describe("What the definition asks for."),
  idempotency_key: z
    .string()
    .min(1)
    .max(255)
    .optional()
    .describe("Starting again with the same key answers with the same saga."),
});

/**
 * Starts a saga by the newest version of its definition and carries it on as far as it goes. Safe to repeat with an
 * idempotency key: of any number of starts one saga comes. What its steps emit carries the correlation id of this start,
 * whoever carries it on.
 *
 * @throws NotFound (no such definition), InvalidInput (by the definition's schema), PayloadMismatch.
 */
export async function startSaga(
  database: Database,
  registry: SagaRegistry,
  request: z.infer<typeof startSchema> & { cause?: SagaCause },
  options: RunOptions = {},
): Promise<SagaAnswer> {
  const definition = registry.newest(request.definition);
  const { input } = parseInput(z.object({ input: definition.input }), { input: request.input });
  const steps = stepsOf(definition).map(({ name, position }) => ({
    name,
    position,
    state: { kind: "pending" as const },
  }));
  const fresh: Saga = {
    id: newId(),
    definition: definition.name,
    version: definition.version,
    state: { kind: "running" },
    input,
    deadlineMs: null,
    steps,
  };
  const stored = await insertSaga(database, beginFirstStage(fresh, definition), {
    idempotencyKey: request.idempotency_key,
    inputHash: hashPayload(input),
    cause: request.cause,
    chain: chainOfStart(request.cause),
    leaseSeconds: options.leaseSeconds ?? DEFAULT_LEASE_SECONDS,
    deadlineSeconds: definition.deadlineSeconds,
  });
  if (stored.kind === "existing") return answerOf(stored.saga);
  return answerOf(await runHeld(database, definition, stored.held, options));
}

export const resumeSchema = z.strictObject({
  saga_id: z.uuid().optional().describe("Only this one. Left out: all that are due."),
  max_seconds: z
    .number()
    .positive()
    .max(3600)
    .optional()
    .describe("No further saga is begun after so long. Default 60."),
});

/**
 * Carries on sagas that nobody is running and whose time has come: after a worker's crash, after a longer wait. Any
 * number of workers may do this at once. `unrunnable` are due but of a definition or version that this code lacks.
 *
 * @throws NotFound, Conflict (it has ended or is stuck), InProgress (another worker holds it): for a given saga.
 */
export async function resumeSagas(
  database: Database,
  registry: SagaRegistry,
  request: z.infer<typeof resumeSchema>,
  options: RunOptions = {},
): Promise<{
  resumed: SagaAnswer[];
  unrunnable: { saga_id: string; definition: string; version: number }[];
}> {
  const endMs = performance.now() + (request.max_seconds ?? 60) * 1000;
  const leaseSeconds = options.leaseSeconds ?? DEFAULT_LEASE_SECONDS;
  const resumed: SagaAnswer[] = [];
  do {
    const held = await claimSaga(database, registry.all(), leaseSeconds, request.saga_id);
    if (!held && request.saga_id !== undefined) await explainUnclaimed(database, registry, request.saga_id);
    const definition = held && registry.find(held.saga.definition, held.saga.version);
    if (!held || !definition) break;
    resumed.push(answerOf(await runHeld(database, definition, held, options)));
  } while (request.saga_id === undefined && performance.now() < endMs);
  return { resumed, unrunnable: await findUnrunnable(database, registry) };
}

async function runHeld(
  database: Database,
  definition: SagaDefinition,
  held: HeldSaga,
  options: RunOptions,
): Promise<Saga> {
  try {
    return await inChain(held.chain, () => runSaga(database, definition, held, options));
  } catch (error) {
    // Another worker goes on with it: what it has come to is in the database.
    if (error instanceof LeaseLost) return findSaga(database, held.saga.id);
    throw error;
  }
}

export async function findSaga(database: Database, id: string): Promise<Saga> {
  const saga = await loadSaga(database, id);
  if (!saga) throw new NotFound("saga", id, "Look at the saga_id that start answered.");
  return saga;
}

async function explainUnclaimed(database: Database, registry: SagaRegistry, id: string): Promise<never> {
  const saga = await findSaga(database, id);
  switch (saga.state.kind) {
    case "running":
    case "compensating":
      break;
    case "stuck":
      throw new Conflict(`Saga ${id} is stuck at step ${saga.state.step}. Use resolve.`);
    default:
      throw new Conflict(`Saga ${id} has ended (${saga.state.kind}); there is nothing to resume.`);
  }
  if (!registry.find(saga.definition, saga.version)) {
    throw new NotFound(
      "saga definition",
      `${saga.definition} v${saga.version}`,
      "Deploy the code that has it.",
    );
  }
  throw new InProgress(`Saga ${id} is being run by another worker.`, DEFAULT_LEASE_SECONDS);
}

async function findUnrunnable(database: Database, registry: SagaRegistry) {
  const known = registry.all();
  const { rows } = await database.query<{ saga_id: string; definition: string; version: number }>(
    `select s.id as saga_id, s.definition, s.version from meal_planner.sagas s
     where s.due_at <= clock_timestamp() and not exists (
       select from unnest($1::text[], $2::integer[]) as known(definition, version)
       where known.definition = s.definition and known.version = s.version)
     order by s.due_at limit 100`,
    [known.map((saga) => saga.name), known.map((saga) => saga.version)],
  );
  return rows;
}

export function answerOf(saga: Saga): SagaAnswer {
  const { state } = saga;
  const answer = { saga_id: saga.id, state: state.kind };
  switch (state.kind) {
    case "completed":
      return { ...answer, result: state.result };
    case "compensating":
    case "compensated":
      return { ...answer, error: state.cause };
    case "stuck":
      return { ...answer, error: { step: state.step, code: state.code, message: state.message } };
    case "running":
    case "resolved":
      return answer;
  }
}
