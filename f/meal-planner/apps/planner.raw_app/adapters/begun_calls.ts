import type { Args, RunnableId } from "../runnables/runnables.ts";
import { postJson } from "./post_json.ts";

declare global {
  /** Handed from the script that begins calls to the page, which comes later. */
  var mealPlannerBegun: Map<string, BegunCall> | undefined;
}

type BegunCall = { response: Promise<Response>; atMs: number };

// An answer that the page takes up later than this may be old by then.
const HOLDS_MS = 5_000;

export function postCall<Id extends RunnableId>(id: Id, args: Args<Id>): Promise<Response> {
  return postJson(`/api/run/${id}`, args);
}

/** Sends a call before the page's own code has come. */
export function beginCall<Id extends RunnableId>(id: Id, args: Args<Id>): void {
  const response = postCall(id, args);
  // A failure is told to who takes the call up; until then it would count as nobody's.
  response.catch(() => {});
  globalThis.mealPlannerBegun ??= new Map();
  globalThis.mealPlannerBegun.set(keyOf(id, args), { response, atMs: performance.now() });
}

/** The same call's response, where it was begun a moment ago and nobody has taken it up. */
export function takeBegun<Id extends RunnableId>(id: Id, args: Args<Id>): Promise<Response> | undefined {
  const key = keyOf(id, args);
  const begun = globalThis.mealPlannerBegun?.get(key);
  globalThis.mealPlannerBegun?.delete(key);
  return begun && performance.now() - begun.atMs < HOLDS_MS ? begun.response : undefined;
}

function keyOf(id: string, args: object): string {
  return `${id} ${JSON.stringify(args)}`;
}
