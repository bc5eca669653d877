import { type Batch, markOf } from "./call_window.ts";
import type { FullCircuitSettings } from "./circuit_settings.ts";

const MAX_PENDING = 1000;

/** Calls that were counted in this process and not yet sent, at most 1000; of more, the newest. */
export class PendingCalls {
  private marks = "";
  private failures = 0;
  private slow = 0;
  private retryAfterSeconds = 0;

  get isEmpty(): boolean {
    return this.marks === "";
  }

  /** Answers whether they should be sent at once: by themselves they may open the circuit, or they are many. */
  add(
    failed: boolean,
    durationMs: number,
    retryAfterSeconds: number,
    settings: FullCircuitSettings,
  ): boolean {
    const slow = durationMs > settings.slow_call_seconds * 1000;
    this.marks += markOf(failed, slow);
    const isFull = this.marks.length >= MAX_PENDING;
    if (this.marks.length >= 2 * MAX_PENDING) this.marks = this.marks.slice(-MAX_PENDING);
    if (!failed && !slow) return isFull;
    this.failures += failed ? 1 : 0;
    this.slow += slow ? 1 : 0;
    this.retryAfterSeconds = Math.max(this.retryAfterSeconds, retryAfterSeconds);
    const alarming = (share: number) => Math.max(1, settings.minimum_calls * share);
    return (
      isFull ||
      this.failures >= alarming(settings.failure_rate) ||
      this.slow >= alarming(settings.slow_call_rate)
    );
  }

  take(): Batch {
    const batch = { marks: this.marks.slice(-MAX_PENDING), retry_after_seconds: this.retryAfterSeconds };
    this.marks = "";
    this.failures = 0;
    this.slow = 0;
    this.retryAfterSeconds = 0;
    return batch;
  }
}
