import type { showChain, showChainInput } from "../../../events/bus/event_chain.ts";
import type { queryEvents, queryEventsInput } from "../../../events/bus/event_query.ts";
import type { metrics, metricsInput } from "../../../events/bus/metrics.ts";
import type {
  scheduleHealth,
  setScheduleEnabled,
  setScheduleEnabledInput,
} from "../../../events/bus/schedule_health.ts";
import type { listConnections, listConnectionsInput } from "../../../handlers/fatsecret/list_connections.ts";
import type { listConflicts, listConflictsInput } from "../../../handlers/tandoor/list_conflicts.ts";
import type { resolveConflict, resolveConflictInput } from "../../../handlers/tandoor/resolve_conflict.ts";
import type {
  circuitStatus,
  statusSchema as circuitStatusSchema,
  forceCircuit,
  forceSchema,
} from "../../../patterns/circuit_breaker/circuit_calls.ts";
import type { DeadLetterFilter } from "../../../patterns/dlq/dead_letter_filter.ts";
import type { deadLetterGroups, listGroupsInput } from "../../../patterns/dlq/dead_letter_groups.ts";
import type {
  inspectDeadLetter,
  inspectSchema,
  listDeadLetters,
  listSchema,
} from "../../../patterns/dlq/dead_letter_views.ts";
import type { discardDeadLetters, discardSchema } from "../../../patterns/dlq/discard_dead_letters.ts";
import type { DryRun } from "../../../patterns/dlq/redrive.ts";
import type { RedriveProgress } from "../../../patterns/dlq/redrive_task.ts";
import type { listSagas, listSagasInput } from "../../../patterns/saga/list_sagas.ts";
import type { resolveSaga, resolveSchema } from "../../../patterns/saga/resolve_saga.ts";
import type { sagaStatus, statusSchema } from "../../../patterns/saga/saga_status.ts";
import type { Call, Json } from "./call.ts";

const BUS = "f/meal-planner/events/bus";
const HANDLERS = "f/meal-planner/handlers";
const PATTERNS = "f/meal-planner/patterns";

export const OPERATIONS_PATHS = {
  metrics: `${BUS}/metrics/script`,
  schedule_health: `${BUS}/schedule_health/script`,
  set_schedule_enabled: `${BUS}/set_schedule_enabled/script`,
  latest_events: `${BUS}/latest_events/script`,
  query_events: `${BUS}/query_events/script`,
  show_chain: `${BUS}/show_chain/script`,
  dead_letter_groups: `${PATTERNS}/dlq/list_groups/script`,
  dead_letters: `${PATTERNS}/dlq/list/script`,
  inspect_dead_letter: `${PATTERNS}/dlq/inspect/script`,
  redrive: `${PATTERNS}/dlq/redrive/script`,
  discard_dead_letters: `${PATTERNS}/dlq/discard/script`,
  circuits: `${PATTERNS}/circuit_breaker/status/script`,
  force_circuit: `${PATTERNS}/circuit_breaker/force/script`,
  sagas: `${PATTERNS}/saga/list/script`,
  saga_status: `${PATTERNS}/saga/status/script`,
  resolve_saga: `${PATTERNS}/saga/resolve/script`,
  tandoor_conflicts: `${HANDLERS}/tandoor/list_conflicts/script`,
  resolve_conflict: `${HANDLERS}/tandoor/resolve_conflict/script`,
  fatsecret_connections: `${HANDLERS}/fatsecret/list_connections/script`,
} as const;

/** What the page asks of a redrive: to try it out, to start it, or how far it is. */
type RedriveCall = {
  args:
    | {
        action: "start";
        filter: DeadLetterFilter;
        dry_run?: boolean;
        max_seconds?: number;
        rate_per_second?: number;
      }
    | { action: "resume" | "progress" | "cancel"; redrive_id: string };
  answer: Json<RedriveProgress | DryRun>;
};

export type OperationsCalls = {
  metrics: Call<typeof metricsInput, typeof metrics>;
  schedule_health: { args: Record<string, never>; answer: Json<Awaited<ReturnType<typeof scheduleHealth>>> };
  set_schedule_enabled: Call<typeof setScheduleEnabledInput, typeof setScheduleEnabled>;
  latest_events: Call<typeof queryEventsInput, typeof queryEvents>;
  query_events: Call<typeof queryEventsInput, typeof queryEvents>;
  show_chain: Call<typeof showChainInput, typeof showChain>;
  dead_letter_groups: Call<typeof listGroupsInput, typeof deadLetterGroups>;
  dead_letters: Call<typeof listSchema, typeof listDeadLetters>;
  inspect_dead_letter: Call<typeof inspectSchema, typeof inspectDeadLetter>;
  redrive: RedriveCall;
  discard_dead_letters: Call<typeof discardSchema, typeof discardDeadLetters>;
  circuits: Call<typeof circuitStatusSchema, typeof circuitStatus>;
  force_circuit: Call<typeof forceSchema, typeof forceCircuit>;
  sagas: Call<typeof listSagasInput, typeof listSagas>;
  saga_status: Call<typeof statusSchema, typeof sagaStatus>;
  resolve_saga: Call<typeof resolveSchema, typeof resolveSaga>;
  tandoor_conflicts: Call<typeof listConflictsInput, typeof listConflicts>;
  resolve_conflict: Call<typeof resolveConflictInput, typeof resolveConflict>;
  fatsecret_connections: Call<typeof listConnectionsInput, typeof listConnections>;
};
