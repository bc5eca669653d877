import { availableParallelism } from "node:os";

/**
 * How many job processes run at once. Jobs are counted apart by depth (a job that a job started is one deeper), so
 * that a job which waits for one of its own never holds the place that this one needs.
 */
export class JobSlots {
  private readonly free = new Map<number, number>();
  private readonly waiting = new Map<number, (() => void)[]>();

  // Jobs mostly wait (for Postgres, for others' servers), so more than there are cores; a Bun process takes some 50 MB.
  constructor(private readonly perDepth: number = Math.max(8, 2 * availableParallelism())) {}

  async use<T>(depth: number, work: () => Promise<T>): Promise<T> {
    await this.take(depth);
    try {
      return await work();
    } finally {
      this.give(depth);
    }
  }

  private take(depth: number): Promise<void> {
    const free = this.free.get(depth) ?? this.perDepth;
    if (free > 0) {
      this.free.set(depth, free - 1);
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const queue = this.waiting.get(depth) ?? [];
      queue.push(resolve);
      this.waiting.set(depth, queue);
    });
  }

  private give(depth: number): void {
    const next = this.waiting.get(depth)?.shift();
    if (next) next();
    else this.free.set(depth, (this.free.get(depth) ?? 0) + 1);
  }
}
