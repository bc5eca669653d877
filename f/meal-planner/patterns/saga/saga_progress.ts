import type { Database, Queryable, Tx } from "../../database/connection.ts";
import { type Saga, type SagaState, type StepRecord, type StepState, withStep } from "./saga_state.ts";
import { extendLease, type HeldSaga, type LeaseChange, LeaseLost, saveSaga } from "./saga_store.ts";

/**
 * A held saga as its worker knows it: what has changed since it was last saved, the database's time, the lease. All
 * writes carry the lease's token, so a worker that lost it writes nothing.
 */
export class SagaProgress {
  saga: Saga;
  private readonly changed = new Set<string>();
  private readonly lost = new AbortController();
  private clock: { databaseMs: number; hereMs: number };

  constructor(
    readonly database: Database,
    readonly held: HeldSaga,
    private readonly leaseSeconds: number,
  ) {
    this.saga = held.saga;
    this.clock = { databaseMs: held.nowMs, hereMs: performance.now() };
  }

  /** Aborts when another worker has taken the saga over, or this one has put it down. */
  get signal(): AbortSignal {
    return this.lost.signal;
  }

  /** By the database's clock, as far as it was last read. */
  nowMs(): number {
    return this.clock.databaseMs + performance.now() - this.clock.hereMs;
  }

  stateOf(name: string): StepState {
    return this.saga.steps.find((step) => step.name === name)?.state ?? { kind: "pending" };
  }

  set(name: string, state: StepState): void {
    this.saga = withStep(this.saga, name, state);
    this.changed.add(name);
  }

  get hasChanges(): boolean {
    return this.changed.size > 0;
  }

  /** Saves what has changed and keeps the lease. */
  async save(): Promise<void> {
    await this.write(this.database, { kind: "keep", leaseSeconds: this.leaseSeconds });
  }

  /** Puts the saga down until it is due again. */
  async release(dueMs: number): Promise<void> {
    await this.write(this.database, { kind: "release", dueMs });
  }

  /** In the same transaction as `before`, saves what has changed; what `before` says commits with it or not at all. */
  async saveWith(before: (tx: Tx) => Promise<void>): Promise<void> {
    const saved = await this.database.transaction(async (tx) => {
      await before(tx);
      const steps = this.changedSteps();
      await saveSaga(tx, this.fenced(), steps, { kind: "keep", leaseSeconds: this.leaseSeconds });
      return steps;
    });
    this.forget(saved);
  }

  async end(state: SagaState, announce: (tx: Tx) => Promise<unknown>): Promise<void> {
    const ended = { ...this.saga, state };
    await this.database.transaction(async (tx) => {
      await saveSaga(tx, { ...this.fenced(), saga: ended }, this.changedSteps(), { kind: "end" });
      await announce(tx);
    });
    this.saga = ended;
  }

  /** Runs `work` with the lease being kept alive; afterwards nothing of it is renewed any more. */
  async whileHeld<T>(work: () => Promise<T>): Promise<T> {
    const heartbeat = setInterval(() => void this.beat(), (this.leaseSeconds * 1000) / 3);
    heartbeat.unref();
    try {
      return await work();
    } finally {
      clearInterval(heartbeat);
      this.lost.abort(new LeaseLost());
    }
  }

  private async beat(): Promise<void> {
    // A failing query isn't a lost lease: the next save tells.
    const isHeld = await extendLease(this.database, this.saga.id, this.held.token, this.leaseSeconds).catch(
      () => true,
    );
    if (!isHeld) this.lost.abort(new LeaseLost());
  }

  private async write(db: Queryable, lease: LeaseChange): Promise<void> {
    const steps = this.changedSteps();
    const databaseMs = await saveSaga(db, this.fenced(), steps, lease);
    this.forget(steps);
    this.clock = { databaseMs, hereMs: performance.now() };
  }

  private fenced() {
    return { saga: this.saga, token: this.held.token };
  }

  private changedSteps(): StepRecord[] {
    return this.saga.steps.filter((step) => this.changed.has(step.name));
  }

  /** A neighbour may have gone on while these were on their way. */
  private forget(saved: readonly StepRecord[]): void {
    for (const { name, state } of saved) if (this.stateOf(name) === state) this.changed.delete(name);
  }
}
