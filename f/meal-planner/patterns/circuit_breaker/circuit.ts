import { backoffSeconds } from "../retry/calculate_delay.ts";
import { addCalls, type Batch, type CallWindow, emptyWindow, tally } from "./call_window.ts";
import type { FullCircuitSettings } from "./circuit_settings.ts";

export type OpenReason = "failure_rate" | "slow_call_rate" | "half_open_failure" | "forced";

type Permit = { id: string; until_ms: number };

/** Each state carries only what it needs. `opens` counts how often it opened since it was last closed. */
export type CircuitState =
  | { kind: "closed"; window: CallWindow }
  | { kind: "open"; until_ms: number; opens: number; reason: OpenReason }
  | { kind: "half_open"; permits: Permit[]; successes: number; opens: number }
  | { kind: "forced_open" }
  | { kind: "disabled" }
  | { kind: "metrics_only"; window: CallWindow };

/** The generation grows with every change of state: what was begun under an older one doesn't count any more. */
export type Circuit = { generation: number; since_ms: number; state: CircuitState };

export type CircuitInput =
  /** A caller wants to make a call; `permit` is the id that it gets if the call is a probe. */
  | { kind: "ask"; permit: string }
  /** Calls that ended, begun while the circuit was closed in this generation. */
  | { kind: "calls"; generation: number; batch: Batch }
  /** A probe ended. Ignored outcomes give the permit back and prove nothing. */
  | { kind: "probe"; permit: string; outcome: "success" | "failure" | "ignored"; retry_after_seconds: number }
  | { kind: "force"; to: "closed" | "open" | "half_open" | "disabled" | "metrics_only" };

export type Decision = {
  circuit: Circuit;
  /** To `ask`: whether the call may be made, and as which probe. To results: whether they counted. */
  allowed: boolean;
  permit?: string;
  retry_after_seconds?: number;
};

export function newCircuit(nowMs: number, settings: FullCircuitSettings): Circuit {
  return { generation: 1, since_ms: nowMs, state: { kind: "closed", window: emptyWindow(settings.window) } };
}

/** What becomes of a circuit. Pure: the database's clock comes in as `nowMs` (epoch milliseconds). */
export function decide(
  circuit: Circuit,
  input: CircuitInput,
  nowMs: number,
  settings: FullCircuitSettings,
): Decision {
  switch (input.kind) {
    case "ask":
      return ask(circuit, input.permit, nowMs, settings);
    case "calls":
      return input.generation === circuit.generation
        ? addBatch(circuit, input.batch, nowMs, settings)
        : { circuit, allowed: false };
    case "probe":
      return endProbe(circuit, input, nowMs, settings);
    case "force":
      return { circuit: change(circuit, forcedState(input.to, circuit, settings), nowMs), allowed: true };
  }
}

function ask(circuit: Circuit, permit: string, nowMs: number, settings: FullCircuitSettings): Decision {
  const { state } = circuit;
  switch (state.kind) {
    case "closed":
    case "disabled":
    case "metrics_only":
      return { circuit, allowed: true };
    case "forced_open":
      return { circuit, allowed: false, retry_after_seconds: settings.open_seconds };
    case "open": {
      if (nowMs < state.until_ms)
        return { circuit, allowed: false, retry_after_seconds: secondsUntil(state.until_ms, nowMs) };
      const halfOpen = change(
        circuit,
        { kind: "half_open", permits: [], successes: 0, opens: state.opens },
        nowMs,
      );
      return ask(halfOpen, permit, nowMs, settings);
    }
    case "half_open": {
      const held = state.permits.filter((other) => other.until_ms > nowMs);
      if (held.length >= settings.half_open_permits) {
        const freed = Math.min(...held.map((other) => other.until_ms));
        return { circuit, allowed: false, retry_after_seconds: Math.min(1, secondsUntil(freed, nowMs)) };
      }
      const permits = [...held, { id: permit, until_ms: nowMs + settings.permit_lease_seconds * 1000 }];
      return { circuit: { ...circuit, state: { ...state, permits } }, allowed: true, permit };
    }
  }
}

function addBatch(circuit: Circuit, batch: Batch, nowMs: number, settings: FullCircuitSettings): Decision {
  const { state } = circuit;
  if (state.kind !== "closed" && state.kind !== "metrics_only") return { circuit, allowed: false };
  const window = addCalls(state.window, batch, nowMs, settings.window);
  const reason = state.kind === "closed" ? reasonToOpen(window, nowMs, settings) : undefined;
  const next: Circuit = reason
    ? open(circuit, { opens: 1, reason, retryUntilMs: window.retry_until_ms }, nowMs, settings)
    : { ...circuit, state: { ...state, window } };
  return { circuit: next, allowed: true };
}

function reasonToOpen(
  window: CallWindow,
  nowMs: number,
  settings: FullCircuitSettings,
): OpenReason | undefined {
  const counted = tally(window, nowMs, settings.window);
  // A count window smaller than the minimum could never open: the window itself is then enough.
  const minimum =
    settings.window.kind === "count"
      ? Math.min(settings.minimum_calls, settings.window.calls)
      : settings.minimum_calls;
  if (counted.calls < minimum) return undefined;
  if (counted.failures / counted.calls >= settings.failure_rate) return "failure_rate";
  if (counted.slow / counted.calls >= settings.slow_call_rate) return "slow_call_rate";
  return undefined;
}

function endProbe(
  circuit: Circuit,
  input: Extract<CircuitInput, { kind: "probe" }>,
  nowMs: number,
  settings: FullCircuitSettings,
): Decision {
  const { state } = circuit;
  // Unknown or lapsed permits: the probe was given up, and what it says comes too late.
  if (state.kind !== "half_open") return { circuit, allowed: false };
  const permit = state.permits.find((other) => other.id === input.permit);
  if (!permit || permit.until_ms <= nowMs) return { circuit, allowed: false };
  const permits = state.permits.filter((other) => other !== permit);
  switch (input.outcome) {
    case "ignored":
      return { circuit: { ...circuit, state: { ...state, permits } }, allowed: true };
    case "failure": {
      const retryUntilMs = nowMs + input.retry_after_seconds * 1000;
      const why = { opens: state.opens + 1, reason: "half_open_failure" as const, retryUntilMs };
      return { circuit: open(circuit, why, nowMs, settings), allowed: true };
    }
    case "success": {
      const successes = state.successes + 1;
      const next: Circuit =
        successes >= settings.probes_to_close
          ? change(circuit, { kind: "closed", window: emptyWindow(settings.window) }, nowMs)
          : { ...circuit, state: { ...state, permits, successes } };
      return { circuit: next, allowed: true };
    }
  }
}

function open(
  circuit: Circuit,
  why: { opens: number; reason: OpenReason; retryUntilMs: number },
  nowMs: number,
  settings: FullCircuitSettings,
): Circuit {
  const openSeconds = backoffSeconds(why.opens, {
    initial_delay_seconds: settings.open_seconds,
    multiplier: settings.open_multiplier,
    maximum_delay_seconds: Math.max(settings.maximum_open_seconds, settings.open_seconds),
  });
  const until_ms = Math.max(nowMs + openSeconds * 1000, why.retryUntilMs);
  return change(circuit, { kind: "open", until_ms, opens: why.opens, reason: why.reason }, nowMs);
}

function forcedState(
  to: Extract<CircuitInput, { kind: "force" }>["to"],
  circuit: Circuit,
  settings: FullCircuitSettings,
): CircuitState {
  const opens = "opens" in circuit.state ? circuit.state.opens : 1;
  switch (to) {
    case "closed":
      return { kind: "closed", window: emptyWindow(settings.window) };
    case "open":
      return { kind: "forced_open" };
    case "half_open":
      return { kind: "half_open", permits: [], successes: 0, opens };
    case "disabled":
      return { kind: "disabled" };
    case "metrics_only":
      return { kind: "metrics_only", window: emptyWindow(settings.window) };
  }
}

function change(circuit: Circuit, state: CircuitState, nowMs: number): Circuit {
  return { generation: circuit.generation + 1, since_ms: nowMs, state };
}

function secondsUntil(untilMs: number, nowMs: number): number {
  return Math.ceil(Math.max(0, untilMs - nowMs)) / 1000;
}

/** The three states that callers know. */
export function publicState(state: CircuitState): "closed" | "open" | "half_open" {
  switch (state.kind) {
    case "closed":
    case "disabled":
    case "metrics_only":
      return "closed";
    case "open":
    case "forced_open":
      return "open";
    case "half_open":
      return "half_open";
  }
}
