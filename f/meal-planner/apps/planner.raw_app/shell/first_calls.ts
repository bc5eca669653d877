import { planArgs } from "../pages/week/plan_of_week.ts";
import type { Args, RunnableId } from "../runnables/runnables.ts";
import type { Route } from "./route.ts";

export type FirstCall<Id extends RunnableId = RunnableId> = { id: Id; args: Args<Id> };

/** What a route's first view asks for, so that it can be asked before the page's code has come. */
export function firstCalls({ page, rest: [part] }: Route): FirstCall[] {
  if (page === "week") return [call("get_plan", planArgs(part))];
  if (page === "shopping" && part === undefined) return [call("get_list", {})];
  if (page === "goals") return [call("get_household", {})];
  return [];
}

function call<Id extends RunnableId>(id: Id, args: Args<Id>): FirstCall<Id> {
  return { id, args };
}
