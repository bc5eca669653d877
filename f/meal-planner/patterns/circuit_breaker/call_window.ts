import type { FullCircuitSettings } from "./circuit_settings.ts";

/** Some calls, in the order in which they ended: `.` a success, `s` a slow one, `x` a failure, `X` a slow failure. */
export type Batch = { marks: string; retry_after_seconds: number };

/** The calls that are being judged. Time: one bucket a second. Count: one mark a call, the newest last. */
export type CallWindow =
  | {
      kind: "time";
      buckets: { second: number; calls: number; failures: number; slow: number }[];
      retry_until_ms: number;
    }
  | { kind: "count"; marks: string; retry_until_ms: number };

export type Tally = { calls: number; failures: number; slow: number };

type WindowSettings = FullCircuitSettings["window"];

export function markOf(failed: boolean, slow: boolean): string {
  if (failed) return slow ? "X" : "x";
  return slow ? "s" : ".";
}

export function emptyWindow(settings: WindowSettings): CallWindow {
  return settings.kind === "time"
    ? { kind: "time", buckets: [], retry_until_ms: 0 }
    : { kind: "count", marks: "", retry_until_ms: 0 };
}

/** The window with these calls added and the old ones gone. A window of the other kind (changed settings) begins anew. */
export function addCalls(
  window: CallWindow,
  batch: Batch,
  nowMs: number,
  settings: WindowSettings,
): CallWindow {
  const before = window.kind === settings.kind ? window : emptyWindow(settings);
  const retry_until_ms = Math.max(before.retry_until_ms, nowMs + batch.retry_after_seconds * 1000);
  if (settings.kind === "count") {
    const marks = ((before.kind === "count" ? before.marks : "") + batch.marks).slice(-settings.calls);
    return { kind: "count", marks, retry_until_ms };
  }
  const second = Math.floor(nowMs / 1000);
  const buckets = (before.kind === "time" ? before.buckets : []).filter(
    (b) => b.second > second - settings.seconds,
  );
  const added = { second, ...tallyMarks(batch.marks) };
  const last = buckets.at(-1);
  if (added.calls > 0) {
    if (last && last.second >= second)
      buckets[buckets.length - 1] = { second: last.second, ...sum(last, added) };
    else buckets.push(added);
  }
  return { kind: "time", buckets, retry_until_ms };
}

export function tally(window: CallWindow, nowMs: number, settings: WindowSettings): Tally {
  if (window.kind === "count") return tallyMarks(window.marks);
  const since = Math.floor(nowMs / 1000) - (settings.kind === "time" ? settings.seconds : 0);
  return window.buckets.filter((b) => b.second > since).reduce(sum, { calls: 0, failures: 0, slow: 0 });
}

function tallyMarks(marks: string): Tally {
  const result = { calls: marks.length, failures: 0, slow: 0 };
  for (const mark of marks) {
    if (mark === "x" || mark === "X") result.failures += 1;
    if (mark === "s" || mark === "X") result.slow += 1;
  }
  return result;
}

function sum(a: Tally, b: Tally): Tally {
  return { calls: a.calls + b.calls, failures: a.failures + b.failures, slow: a.slow + b.slow };
}
