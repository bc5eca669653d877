import { randomUUID } from "node:crypto";
import type { Database, Tx } from "../../database/connection.ts";
import { Cancelled, InProgress } from "../../database/errors.ts";
import { jobProgress, type PlanProgress } from "./plan_progress.ts";
import {
  dropPlanning,
  giveWeekBack,
  type PlannedWeek,
  type PlanningStage,
  type RunningPlanning,
  type StopWish,
  takeWeek,
  tellPlanning,
} from "./planning_store.ts";
import type { SolveStage } from "./solver/solve.ts";
import type { Watch } from "./solver/solve_watched.ts";

const TELL_EVERY_MS = 500;
/** Percent of the bar that reading and storing take. */
const READ = 5;
const STORING = 95;

/** A planning that others can follow and stop, from the reading to the stored plan. */
export class PlanningRun implements Watch {
  private stage: PlanningStage = "reading";
  private gap: number | null = null;
  private wish: StopWish | null | "lost" = null;
  private percent = 0;
  private startedMs = performance.now();
  private telling: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly runId: string,
    private readonly timeLimitMs: number,
    private readonly bar: PlanProgress,
  ) {}

  /** What it is at from now on, in the words of the job's log. @throws Cancelled where somebody has said so by now. */
  async enter(stage: "reading" | "starting" | "storing", doing: string): Promise<void> {
    this.stage = stage;
    if (stage === "starting") this.startedMs = performance.now();
    await this.tell();
    this.requireWanted();
    this.percent = stage === "reading" ? READ : stage === "storing" ? STORING : 2 * READ;
    await this.bar(this.percent, doing);
  }

  told({ stage, objective, lower_bound }: SolveStage): void {
    this.stage = stage;
    this.gap =
      objective === null || lower_bound === null
        ? null
        : (objective - lower_bound) / Math.max(objective, 1e-9);
  }

  stopped(): boolean {
    return this.wish !== null;
  }

  /** Ends the run in the transaction that stores its plan. @throws Cancelled: then nothing of it is stored. */
  async finish(tx: Tx): Promise<void> {
    if (!(await giveWeekBack(tx, this.runId))) {
      this.wish = this.wish === "lost" ? "lost" : "cancel";
      this.requireWanted();
    }
  }

  /** Where a search was stopped before it had any plan, that is what happened, and not that there is none. */
  explain(thrown: unknown): unknown {
    return this.wish === null
      ? thrown
      : new Cancelled("The planning was stopped before it had found a plan.");
  }

  /** Tells those who follow it, now and then, until `work` is done. */
  async keepTelling<T>(work: () => Promise<T>): Promise<T> {
    const timer = setInterval(() => {
      this.telling ??= this.tell()
        .then(() => this.draw())
        // Who looks on sees an older state; the lease outlasts many of these.
        .catch((error: unknown) => console.error(`No progress told: ${error}`))
        .finally(() => {
          this.telling = null;
        });
    }, TELL_EVERY_MS);
    try {
      return await work();
    } finally {
      clearInterval(timer);
      await this.telling;
    }
  }

  private async tell(): Promise<void> {
    const wish = await tellPlanning(this.database, this.runId, this.stage, this.gap);
    this.wish = wish ?? this.wish;
  }

  private async draw(): Promise<void> {
    if (this.stage !== "improving" && this.stage !== "proving") return;
    const share = Math.min(1, (performance.now() - this.startedMs) / this.timeLimitMs);
    const percent = Math.round(2 * READ + share * (STORING - 2 * READ - 1));
    if (percent <= this.percent) return;
    this.percent = percent;
    const near = this.gap === null ? "" : `, within ${(this.gap * 100).toFixed(1)} % of the best possible`;
    await this.bar(percent, `a plan is found${near}; ${this.stage} it`);
  }

  private requireWanted(): void {
    if (this.wish === "cancel") throw new Cancelled("The planning was cancelled; nothing was changed.");
    if (this.wish === "lost") {
      throw new Cancelled("This planning was away for too long, so its week was given to another one.");
    }
  }
}

/**
 * Plans a week that nobody else plans meanwhile. `work` calls `finish` in the transaction that stores what came of it;
 * where it is cancelled, killed or fails before, nothing is stored and the week is free again (killed: after some seconds).
 *
 * @throws InProgress where the week is being planned already; Cancelled.
 */
export async function runPlanning<T>(
  database: Database,
  week: PlannedWeek,
  timeLimitMs: number,
  work: (run: PlanningRun) => Promise<T>,
  bar: PlanProgress = jobProgress(),
): Promise<T> {
  const runId = randomUUID();
  const taken = await takeWeek(database, runId, week, timeLimitMs);
  if (taken !== "taken") throw beingPlanned(taken);
  const run = new PlanningRun(database, runId, timeLimitMs, bar);
  try {
    return await run.keepTelling(() => work(run));
  } catch (thrown) {
    await dropPlanning(database, runId);
    throw thrown;
  }
}

function beingPlanned({ start_date, elapsed_ms, time_limit_ms }: RunningPlanning): InProgress {
  const left = Math.max(1, Math.ceil((time_limit_ms - elapsed_ms) / 1_000));
  const since = Math.round(elapsed_ms / 1_000);
  return new InProgress(
    `The week of ${start_date} is being planned already, for ${since} s now. Wait until that is done, or stop it with stop_planning first.`,
    left,
  );
}
