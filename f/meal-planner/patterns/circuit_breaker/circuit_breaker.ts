import { randomUUID } from "node:crypto";
import type { Database } from "../../database/connection.ts";
import { CircuitOpen } from "../../database/errors.ts";
import { type Outcome, outcomeOf } from "./call_outcome.ts";
import { type Circuit, newCircuit } from "./circuit.ts";
import { type CircuitSettings, type FullCircuitSettings, withDefaults } from "./circuit_settings.ts";
import { askStored, decideStored, readCircuit } from "./circuit_store.ts";
import { PendingCalls } from "./pending_calls.ts";

// Together they keep the promise that every worker sees an open circuit within a second, a slow read included.
const REFRESH_MS = 450;
const STALE_MS = 900;
// With Postgres this slow, calls go through rather than wait for a verdict. A probe's permit is worth more waiting:
// the dependency was last known to be down, and many may be asking at once.
const SYNC_PATIENCE_MS = 500;
const PERMIT_PATIENCE_MS = 2000;
// Half-open and all permits taken: so long nobody in this process asks again.
const REJECTED_PAUSE_MS = 100;

/** What this process knows; times are of its own steady clock. `untilMs` is Infinity where forced. */
type View =
  | { kind: "closed"; generation: number; counting: boolean }
  | { kind: "open"; untilMs: number }
  | { kind: "half_open"; pauseUntilMs: number }
  /** Postgres is away: calls go through. */
  | { kind: "blind" };

/** The generation of a call that began while Postgres was away. */
const ANY_GENERATION = 0;

/**
 * One circuit in one process: keep it as long as the process lives. While the circuit is closed a call makes no
 * query; what was counted goes to Postgres in batches, and what the others found comes back at most a second old.
 *
 * Guarantee: every worker stops calling within a second of the circuit opening; of all workers together at most
 * `half_open_permits` probe at a time. Where Postgres is away or slower than half a second, calls go through. A
 * batch whose sending fails is lost.
 */
export class CircuitBreaker {
  private readonly given: CircuitSettings | undefined;
  private settings: FullCircuitSettings;
  private view: View = { kind: "blind" };
  private viewedMs = Number.NEGATIVE_INFINITY;
  private readonly pending = new PendingCalls();
  private syncing: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `settings`, where given, are stored for everyone; left out, the stored ones count. */
  constructor(
    private readonly database: Database,
    readonly name: string,
    settings?: CircuitSettings,
  ) {
    this.given = settings;
    this.settings = withDefaults(settings ?? {});
  }

  /**
   * Makes the call if the circuit allows it, and counts how it went.
   *
   * @throws CircuitOpen, with the seconds until it may be worth asking again; else whatever the call throws.
   */
  async run<T>(call: () => Promise<T>): Promise<T> {
    const startMs = performance.now();
    if (startMs - this.viewedMs >= STALE_MS) await this.sync();
    const { view } = this;
    if (view.kind === "open" || view.kind === "half_open") return this.runAsProbe(call, view);
    const generation = view.kind === "closed" ? view.generation : ANY_GENERATION;
    try {
      const result = await call();
      this.count("success", startMs, 0, generation);
      return result;
    } catch (error) {
      const { outcome, retryAfterSeconds } = outcomeOf(error, this.settings);
      this.count(outcome, startMs, retryAfterSeconds, generation);
      throw error;
    }
  }

  /** Sends what is counted and reads the circuit's state. Call it before the process ends. */
  async flush(): Promise<void> {
    await this.syncing;
    await this.sync();
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private count(outcome: Outcome, startMs: number, retryAfterSeconds: number, generation: number): void {
    if (outcome === "ignored" || !this.isCounted(generation)) return;
    const urgent = this.pending.add(
      outcome === "failure",
      performance.now() - startMs,
      retryAfterSeconds,
      this.settings,
    );
    if (urgent && this.view.kind === "closed") void this.sync();
    else this.schedule();
  }

  /** A call that began under another state tells of a time that is over. */
  private isCounted(generation: number): boolean {
    if (this.view.kind === "blind") return true;
    if (this.view.kind !== "closed" || !this.view.counting) return false;
    return generation === ANY_GENERATION || generation === this.view.generation;
  }

  private schedule(): void {
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.sync();
    }, REFRESH_MS);
    // A process with nothing else to do may end; it then loses these few counts.
    this.timer.unref();
  }

  private async runAsProbe<T>(
    call: () => Promise<T>,
    view: Extract<View, { kind: "open" | "half_open" }>,
  ): Promise<T> {
    const waitMs = (view.kind === "open" ? view.untilMs : view.pauseUntilMs) - performance.now();
    if (waitMs > 0) throw this.refusal(waitMs);
    const asked = await this.put(
      askStored(this.database, this.name, randomUUID(), this.given),
      PERMIT_PATIENCE_MS,
    );
    if (asked && !asked.allowed) {
      if (this.view.kind === "half_open") this.view.pauseUntilMs = performance.now() + REJECTED_PAUSE_MS;
      throw this.refusal((asked.retry_after_seconds ?? 1) * 1000);
    }
    // No permit is needed: closed by now, or Postgres is away.
    if (asked?.permit === undefined) return call();
    return this.probe(call, asked.permit);
  }

  private async probe<T>(call: () => Promise<T>, permit: string): Promise<T> {
    const startMs = performance.now();
    const end = (outcome: Outcome, retry_after_seconds: number) =>
      this.put(
        decideStored(this.database, this.name, { kind: "probe", permit, outcome, retry_after_seconds }),
        PERMIT_PATIENCE_MS,
      );
    let result: T;
    try {
      result = await call();
    } catch (error) {
      const { outcome, retryAfterSeconds } = outcomeOf(error, this.settings);
      await end(outcome, retryAfterSeconds);
      throw error;
    }
    // A probe that is slow hasn't shown that the dependency is well.
    const isSlow = performance.now() - startMs > this.settings.slow_call_seconds * 1000;
    await end(isSlow ? "failure" : "success", 0);
    return result;
  }

  private sync(): Promise<void> {
    this.syncing ??= this.exchange().finally(() => {
      this.syncing = undefined;
      if (!this.pending.isEmpty) this.schedule();
    });
    return this.syncing;
  }

  private async exchange(): Promise<void> {
    if (this.view.kind === "closed" && !this.pending.isEmpty) {
      const calls = { kind: "calls" as const, generation: this.view.generation, batch: this.pending.take() };
      await this.put(decideStored(this.database, this.name, calls, this.given), SYNC_PATIENCE_MS);
      return;
    }
    await this.put(
      readCircuit(this.database, this.name).then(
        (stored) => stored ?? { circuit: newCircuit(0, this.settings), settings: this.settings, nowMs: 0 },
      ),
      SYNC_PATIENCE_MS,
    );
  }

  /** Takes up what the database answers; undefined where Postgres is away, which is no fault of the dependency. */
  private async put<A extends { circuit: Circuit; settings: FullCircuitSettings; nowMs: number }>(
    asking: Promise<A>,
    patienceMs: number,
  ): Promise<A | undefined> {
    const askedMs = performance.now();
    const answer = await withPatience(asking, patienceMs);
    if (!answer) {
      this.viewedMs = performance.now();
      this.view = { kind: "blind" };
      return undefined;
    }
    // As old as the question: what changed while the answer was on its way isn't in it.
    this.viewedMs = askedMs;
    this.settings = this.given ? this.settings : answer.settings;
    const view = viewOf(answer.circuit, answer.nowMs, askedMs);
    const isSame =
      this.view.kind === "closed" && view.kind === "closed" && this.view.generation === view.generation;
    if (view.kind !== "closed" || !(isSame || this.view.kind === "blind")) this.pending.take();
    this.view = view;
    return answer;
  }

  private refusal(waitMs: number): CircuitOpen {
    return new CircuitOpen(
      this.name,
      Number.isFinite(waitMs) ? Math.ceil(waitMs) / 1000 : this.settings.open_seconds,
    );
  }
}

function viewOf({ state, generation }: Circuit, nowMs: number, hereMs: number): View {
  switch (state.kind) {
    case "closed":
    case "metrics_only":
      return { kind: "closed", generation, counting: true };
    case "disabled":
      return { kind: "closed", generation, counting: false };
    case "open":
      return { kind: "open", untilMs: hereMs + state.until_ms - nowMs };
    case "forced_open":
      return { kind: "open", untilMs: Number.POSITIVE_INFINITY };
    case "half_open":
      return { kind: "half_open", pauseUntilMs: 0 };
  }
}

function withPatience<T>(work: Promise<T>, patienceMs: number): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), patienceMs);
    const end = (answer: T | undefined) => {
      clearTimeout(timer);
      resolve(answer);
    };
    work.then(end, () => end(undefined));
  });
}
