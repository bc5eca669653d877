import type { ScheduleFile } from "./schedule_file.ts";
import type { ScheduleEvent } from "./schedule_runner.ts";

// What comes more often than this is told of only when it fails and when it is well again.
const OFTEN_MS = 10 * 60_000;

/** A schedule's name: the last part of its path. */
export function nameOf({ path }: Pick<ScheduleFile, "path">): string {
  return path.split("/").at(-1) ?? path;
}

/** Tells in a terminal what schedules do: a line where something is to be seen, and nothing where all is as every minute. */
export class ScheduleWords {
  private readonly failing = new Set<string>();
  private trouble = "";

  constructor(
    private readonly print: (line: string) => void,
    private readonly isOften: (file: ScheduleFile) => boolean,
  ) {}

  tell(event: ScheduleEvent): void {
    const line = this.lineFor(event);
    if (line !== undefined) this.print(line);
  }

  private lineFor(event: ScheduleEvent): string | undefined {
    if (event.kind === "trouble") {
      const message = event.error instanceof Error ? event.error.message : String(event.error);
      if (message === this.trouble) return undefined;
      this.trouble = message;
      return `✗ Schedules: ${message}`;
    }
    const name = nameOf(event.file);
    const often = this.isOften(event.file);
    switch (event.kind) {
      case "started":
        if (often) return undefined;
        return `… ${name}: ${event.run.resumed ? "taken up where it was cut off" : "started"}${lateness(event.run.due_at)}`;
      case "waiting":
        return `⏸ ${name} waits for a decision until ${localTime(new Date(event.until))}: on the page, or npm run flow -- approve ${event.run.run_id}`;
      case "ended":
        return this.ending(event, name, often);
    }
  }

  private ending(
    event: Extract<ScheduleEvent, { kind: "ended" }>,
    name: string,
    often: boolean,
  ): string | undefined {
    const { error, seconds, next } = event;
    this.trouble = "";
    const failedBefore = this.failing.has(name);
    if (error) {
      this.failing.add(name);
      if (often && failedBefore) return undefined;
      return `✗ ${name} failed: ${error.message}\n  It runs again ${localTime(next)}.`;
    }
    this.failing.delete(name);
    if (often) return failedBefore ? `✓ ${name} is well again` : undefined;
    return `✓ ${name}: done in ${seconds.toFixed(1)} s; next ${localTime(next)}`;
  }
}

const LATE_MS = 60_000;

function lateness(dueAt: string): string {
  const due = new Date(dueAt);
  return Date.now() - due.getTime() > LATE_MS ? `, due since ${localTime(due)}` : "";
}

/** "Sat 28 Nov 08:00" in this machine's time zone; today's without the day. */
export function localTime(time: Date): string {
  const clock = time.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (time.toDateString() === new Date().toDateString()) return clock;
  const day = time.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short" });
  return `${day.replace(",", "")} ${clock}`;
}

/** Whether two times that follow each other are close together. */
export function isOften(first: Date, second: Date): boolean {
  return second.getTime() - first.getTime() < OFTEN_MS;
}
