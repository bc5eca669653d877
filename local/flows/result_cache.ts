import { createHash } from "node:crypto";
import type { FlowStore } from "./flow_store.ts";

type Kept = { success: boolean; result: unknown };

/**
 * Gives back the result that the same thing with the same arguments had less than `ttlSeconds` ago, by any run, or
 * computes and keeps it. Only a success is kept. Without a `ttlSeconds` of 1 or more nothing is kept or looked up.
 */
export async function withCache<T extends Kept>(
  store: FlowStore,
  what: { kind: string; path: string; code?: string; args: Record<string, unknown> },
  ttlSeconds: number | undefined,
  compute: () => Promise<T>,
): Promise<T | Kept> {
  if (!ttlSeconds) return compute();
  const sorted = Object.entries(what.args).sort(([a], [b]) => (a < b ? -1 : 1));
  const key = createHash("sha256")
    .update(JSON.stringify([what.kind, what.path, what.code, sorted]))
    .digest("hex");
  const kept = await store.readCache(key);
  if (kept) return { success: true, result: kept.result };
  const outcome = await compute();
  if (outcome.success) await store.writeCache(key, outcome.result, ttlSeconds);
  return outcome;
}
