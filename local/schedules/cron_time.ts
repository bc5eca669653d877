import { Cron } from "croner";
import { InvalidInput } from "../../f/meal-planner/database/errors.ts";
import { nextClockChange, wallTime, zoneOffset } from "./wall_clock.ts";

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

/**
 * The times of a schedule by Windmill's cron, version 2: six fields, seconds first, in a zone's own time.
 *
 * The fields are read and matched by croner (a day fits by month or by weekday where both are given, as in Windmill's).
 * What the change of clocks does to them follows the Rust croner that Windmill uses, which its namesake here doesn't:
 * a fixed time (one hour, one minute, one second) that the clocks skip comes when they have been put forward, and one that
 * they show twice comes the first time; a pattern of several comes at every matching time that there is, so not in what
 * is skipped and twice in what comes twice.
 *
 * @throws InvalidInput for what is no such pattern, for one that never comes, and for an unknown zone.
 */
export class CronTime {
  private readonly cron: Cron;
  private readonly isFixed: boolean;

  constructor(
    pattern: string,
    private readonly zone: string,
  ) {
    try {
      this.cron = new Cron(pattern, { timezone: "Etc/UTC", mode: "6-part", paused: true });
    } catch (error) {
      throw wrong("schedule", pattern, error instanceof Error ? error.message : String(error));
    }
    try {
      wallTime(0, zone);
    } catch {
      throw wrong("timezone", zone, "it is no time zone; write it as Europe/Berlin");
    }
    if (this.onWall(Date.now()) === undefined) throw wrong("schedule", pattern, "such a day never comes");
    this.isFixed = pattern
      .trim()
      .split(/\s+/)
      .slice(0, 3)
      .every((field) => /^\d+$/.test(field));
  }

  /** The first time after an instant. */
  after(instant: Date): Date {
    const time = this.isFixed ? this.nextFixed(instant.getTime()) : this.nextMatching(instant.getTime());
    return new Date(time);
  }

  private nextFixed(instant: number): number {
    for (let wall = wallTime(instant, this.zone) - SECOND_MS; ; ) {
      wall = this.wallAfter(wall);
      const time = this.firstShown(wall);
      if (time > instant) return time;
    }
  }

  /** When the clocks first show a time, or are put forward over it. */
  private firstShown(wall: number): number {
    // No zone is more than a day from UTC, so this is before it.
    const early = wall - DAY_MS - DAY_MS / 2;
    const guess = wall - zoneOffset(early, this.zone);
    const change = nextClockChange(early, guess, this.zone);
    if (change === undefined || guess < change) return guess;
    const changed = wall - zoneOffset(change, this.zone);
    return Math.max(changed, change);
  }

  private nextMatching(instant: number): number {
    for (let from = instant; ; ) {
      const offset = zoneOffset(from, this.zone);
      // The start itself counts where the clocks have just been put: nothing before it is of the same reckoning.
      const start = from === instant ? from : from - SECOND_MS;
      const time = this.wallAfter(start + offset) - offset;
      const change = nextClockChange(from, time, this.zone);
      if (change === undefined) return time;
      from = change;
    }
  }

  private wallAfter(wall: number): number {
    const next = this.onWall(wall);
    if (next === undefined) throw new Error(`No further time of ${this.cron.getPattern()}.`);
    return next;
  }

  private onWall(wall: number): number | undefined {
    return this.cron.nextRun(new Date(wall))?.getTime();
  }
}

function wrong(path: string, given: string, message: string): InvalidInput {
  return new InvalidInput([{ path, message: `“${given}” can't be used: ${message}` }]);
}
