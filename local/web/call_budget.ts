type Bucket = { left: number; atMs: number };

const MOST_CALLERS = 10_000;

/**
 * So many calls at once for each caller, refilled evenly. Forgets the callers that called longest ago where there are
 * too many: memory stays bounded whoever calls.
 */
export class CallBudget {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
  ) {}

  /** Takes one call of a caller's. Answers the seconds to wait where none is left, else 0. */
  take(caller: string, nowMs: number): number {
    const wait = this.peek(caller, nowMs);
    if (wait > 0) return wait;
    const left = this.left(caller, nowMs) - 1;
    this.buckets.delete(caller); // the latest come last
    this.buckets.set(caller, { left, atMs: nowMs });
    for (const longestAgo of this.buckets.keys()) {
      if (this.buckets.size <= MOST_CALLERS) break;
      this.buckets.delete(longestAgo);
    }
    return 0;
  }

  /** The same, without taking one. */
  peek(caller: string, nowMs: number): number {
    const left = this.left(caller, nowMs);
    return left < 1 ? Math.ceil((1 - left) / this.perSecond) : 0;
  }

  private left(caller: string, nowMs: number): number {
    const bucket = this.buckets.get(caller);
    if (!bucket) return this.burst;
    return Math.min(this.burst, bucket.left + ((nowMs - bucket.atMs) / 1000) * this.perSecond);
  }
}
