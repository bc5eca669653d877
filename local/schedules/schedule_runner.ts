import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../f/meal-planner/database/connection.ts";
import { flowStore, runFlow } from "../flows/flow_runner.ts";
import type { FlowEvent } from "../flows/flow_scope.ts";
import { loadFlow } from "../flows/load_flow.ts";
import { type JobContext, runJob } from "../jobs/job_context.ts";
import { failed, type JobError } from "../jobs/job_outcome.ts";
import { CronTime } from "./cron_time.ts";
import { type Connected, isOn, readConnected } from "./default_choice.ts";
import { loadSchedules, type ScheduleFile } from "./schedule_file.ts";
import { type ClaimedRun, LEASE_SECONDS, type ScheduleRow, ScheduleStore } from "./schedule_store.ts";

export type ScheduleEvent =
  | { kind: "started"; file: ScheduleFile; run: ClaimedRun }
  | { kind: "waiting"; file: ScheduleFile; run: ClaimedRun; until: string }
  | { kind: "ended"; file: ScheduleFile; run: ClaimedRun; seconds: number; error?: JobError; next: Date }
  | { kind: "trouble"; error: unknown };

export type ScheduleOptions = {
  signal: AbortSignal;
  onEvent?(event: ScheduleEvent): void;
  /** Given to flows that take one and aren't given another. */
  householdId?: string;
  /** How often the rows are looked at. Default 1 s. */
  pollMs?: number;
};

type Outcome = { success: true } | { success: false; error: JobError };

const CONNECTED_EVERY_MS = 30_000;
const AFTER_ERROR_MS = 5_000;
// Of a flow that runs every minute, some hours; enough to look into a failure.
const KEPT_RUNS = 200;

/** Runs the workspace's schedules on one machine. Any number of these may share a database. */
export class ScheduleRunner {
  private readonly store: ScheduleStore;
  private readonly files: readonly ScheduleFile[];
  private readonly running = new Map<string, Promise<void>>();
  private connected: { value: Connected; at: number } | undefined;

  constructor(
    private readonly database: Database,
    private readonly context: JobContext,
    private readonly options: ScheduleOptions,
  ) {
    this.store = new ScheduleStore(database);
    this.files = loadSchedules(context.root);
  }

  /**
   * Runs what comes due, until the signal; then ends the jobs under way and returns. A flow that was ended so is taken up
   * where it was by whoever runs the schedules next. Survives restarts of Postgres.
   */
  async run(): Promise<void> {
    const { signal, pollMs = 1_000 } = this.options;
    await this.takeOver();
    while (!signal.aborted) {
      const pause = await this.look().then(
        () => pollMs,
        (error: unknown) => {
          this.tell({ kind: "trouble", error });
          return AFTER_ERROR_MS;
        },
      );
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
    await Promise.all(this.running.values());
  }

  /** Makes the rows of the workspace's schedules, and the tables that their flows want. */
  async takeOver(): Promise<void> {
    await flowStore(this.context);
    await this.store.takeOver(this.files);
  }

  private async look(): Promise<void> {
    const connected = await this.readConnected();
    const { now, rows } = await this.store.read();
    const byPath = new Map(rows.map((row) => [row.path, row]));
    for (const file of this.files) {
      const row = byPath.get(file.path);
      if (!row) continue; // a program of another version, which shares the database, has no such file
      // One that can't be worked out must not hold up the others.
      await this.plan(file, row, isOn(file, row.chosen, connected), now).catch((error: unknown) => {
        row.open = false;
        this.tell({ kind: "trouble", error });
      });
      if (row.open && !this.running.has(file.path) && !this.options.signal.aborted) this.start(file, row);
    }
  }

  private async readConnected(): Promise<Connected> {
    const now = performance.now();
    if (!this.connected || now - this.connected.at > CONNECTED_EVERY_MS) {
      this.connected = { value: await readConnected(this.database, this.context.values), at: now };
    }
    return this.connected.value;
  }

  /** Sets the next time of what was switched on, or given other times, and takes that of what was switched off. */
  private async plan(file: ScheduleFile, row: ScheduleRow, on: boolean, now: Date): Promise<void> {
    const timing = on ? timingOf(file, row) : null;
    if (timing === row.timing && on === (row.next_at !== null)) return;
    await this.store.setNext(row, on ? cronOf(file, row).after(now) : null, timing);
    // Known only from the next look on: what was due by the old times isn't by the new.
    row.open = row.open && row.run_id !== null;
  }

  private start(file: ScheduleFile, row: ScheduleRow): void {
    const work = this.carryOut(file, row)
      .catch((error: unknown) => this.tell({ kind: "trouble", error }))
      .finally(() => this.running.delete(file.path));
    this.running.set(file.path, work);
  }

  private async carryOut(file: ScheduleFile, row: ScheduleRow): Promise<void> {
    const run = await this.store.claim(file.path);
    if (!run) return;
    const started = performance.now();
    this.tell({ kind: "started", file, run });
    const outcome = await this.whileLeased(run, (signal) => this.runTarget(file, run, signal));
    if (!outcome) return this.store.giveBack(run);
    let next = new Date();
    await this.store.finish(run, outcome, (now) => {
      next = cronOf(file, row).after(now);
      return next;
    });
    if (file.is_flow) await this.store.forgetRuns(file.script_path, KEPT_RUNS);
    const seconds = (performance.now() - started) / 1000;
    this.tell({
      kind: "ended",
      file,
      run,
      seconds,
      next,
      ...(outcome.success ? {} : { error: outcome.error }),
    });
  }

  /** Keeps the lease while it works; a run whose lease is lost is stopped, for another process has it. */
  private async whileLeased<T>(run: ClaimedRun, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const lost = new AbortController();
    const beat = setInterval(
      () => {
        this.store.beat(run).then(
          (ours) => !ours && lost.abort("stopped"),
          // A database that is away for a moment: the lease outlives several of these.
          () => undefined,
        );
      },
      (LEASE_SECONDS * 1_000) / 6,
    );
    try {
      return await work(AbortSignal.any([this.options.signal, lost.signal]));
    } finally {
      clearInterval(beat);
    }
  }

  /** How the run ended; undefined where it hasn't, for it was stopped or another process is at it. */
  private async runTarget(
    file: ScheduleFile,
    run: ClaimedRun,
    signal: AbortSignal,
  ): Promise<Outcome | undefined> {
    if (!file.is_flow) {
      const outcome = await runJob(file.script_path, file.args, this.context, { signal });
      return signal.aborted && !outcome.success ? undefined : outcome;
    }
    const onEvent = (event: FlowEvent) => {
      if (event.kind === "waiting") this.tell({ kind: "waiting", file, run, until: event.until });
    };
    try {
      const outcome = await runFlow(file.script_path, this.argumentsOf(file), this.context, {
        ...{ signal, onEvent, runId: run.run_id },
      });
      const stored = await (await flowStore(this.context)).find(run.run_id);
      if (stored?.status === "running") return undefined;
      if (outcome.success) return { success: true };
      return { success: false, error: outcome.error ?? { name: "Error", message: "The flow failed." } };
    } catch (error) {
      const outcome = failed(error); // a flow that can't be loaded
      return outcome.success ? undefined : outcome;
    }
  }

  private argumentsOf(file: ScheduleFile): Record<string, unknown> {
    const { householdId } = this.options;
    const { schema } = loadFlow(file.script_path, this.context.root).definition;
    const takes = Object.keys(schema?.properties ?? {}).includes("household_id");
    return takes && householdId !== undefined ? { household_id: householdId, ...file.args } : file.args;
  }

  private tell(event: ScheduleEvent): void {
    this.options.onEvent?.(event);
  }
}

/** When a schedule runs: as somebody set it, else as its file says. */
export function cronOf(file: ScheduleFile, row: Pick<ScheduleRow, "cron" | "timezone">): CronTime {
  return new CronTime(row.cron ?? file.schedule, row.timezone ?? file.timezone);
}

function timingOf(file: ScheduleFile, row: ScheduleRow): string {
  return `${row.cron ?? file.schedule} ${row.timezone ?? file.timezone}`;
}
