type Kept = { payloadHash: string | null; result: unknown; untilMs: number };

/**
 * Completed results kept in this process, the least recently used dropped first: a repeat that lands on the same
 * worker asks no database. Only completed ones, and never longer than their time to live.
 */
export class LocalResults {
  private readonly kept = new Map<string, Kept>();
  readonly maximum: number;

  constructor(maximum = 256) {
    this.maximum = maximum;
  }

  /** `nowMs` and `untilMs` are of a clock that doesn't jump (`performance.now()`). */
  get(key: string, payloadHash: string | null, nowMs: number): { result: unknown } | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    this.kept.delete(key);
    if (found.untilMs <= nowMs) return undefined;
    this.kept.set(key, found);
    // Another payload under this key: the database says what is wrong with it.
    const matches = found.payloadHash === null || payloadHash === null || found.payloadHash === payloadHash;
    return matches ? { result: structuredClone(found.result) } : undefined;
  }

  set(key: string, kept: Kept): void {
    this.kept.delete(key);
    this.kept.set(key, { ...kept, result: structuredClone(kept.result) });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.maximum) return;
      this.kept.delete(oldest);
    }
  }
}
