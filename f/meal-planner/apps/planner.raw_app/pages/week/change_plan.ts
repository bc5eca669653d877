import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { type ApiError, useApi } from "../../api.ts";
import type { Answer, Args, RunnableId } from "../../runnables/runnables.ts";
import { useNotice } from "../../shell/notices.tsx";
import { SHELL } from "../../texts/shell.ts";
import { PLANNING, WEEK } from "../../texts/week.ts";
import { type Meal, type Place, type Plan, placeKey } from "./plan_of_week.ts";

/** The runnables that change a plan and answer its next version. */
export type PlanChangeId =
  | "swap_meal"
  | "add_meal"
  | "remove_meal"
  | "move_meal"
  | "cook_twice"
  | "set_portions"
  | "set_eaters"
  | "lock_meal"
  | "mark_meal"
  | "undo_change"
  | "apply_proposal"
  | "replan"
  | "approve_plan"
  | "activate_plan"
  | "cancel_plan";

export type PlanChange<Id extends PlanChangeId> = {
  id: Id;
  args: Omit<Args<Id>, "plan_id" | "version" | "household_id">;
  /** The plan as it will be, shown before anybody answers. */
  shown?: (plan: Plan) => Plan;
  /** What is said when it is done; changes of meals can be taken back from there. */
  done?: string | ((answer: Answer<Id>) => string);
  undo?: boolean;
};

const REFRESHED = ["get_plan", "list_plans", "get_list"] as const satisfies readonly RunnableId[];

/**
 * Changes a plan: shown at once, sent one after the other with the version that the former one made, and taken back on the
 * page where it is refused.
 */
export function usePlanChange(planId: string) {
  const api = useApi();
  const client = useQueryClient();
  const notify = useNotice();
  const mutation = useMutation<{ version?: number }, ApiError, PlanChange<PlanChangeId>, Plan | undefined>({
    scope: { id: `plan ${planId}` },
    mutationFn: ({ id, args }) => {
      const { version } = planSeen(client, planId) ?? {};
      return api.call(id, { ...args, plan_id: planId, version } as never);
    },
    onMutate: async ({ shown }) => {
      await client.cancelQueries({ queryKey: ["get_plan"] });
      const before = planSeen(client, planId);
      if (shown) showPlan(client, planId, shown);
      return before;
    },
    onSuccess: (answer, { done, undo }) => {
      const { version } = answer;
      if (version !== undefined) showPlan(client, planId, (plan) => ({ ...plan, version }));
      const text = typeof done === "function" ? done(answer as never) : done;
      if (text) notify({ text, ...(undo ? { action: { label: SHELL.undo, run: takeBack } } : {}) });
    },
    onError: (error, _, before) => {
      if (before) showPlan(client, planId, () => before);
      if (error.code === "CANCELLED") return notify({ text: PLANNING.cancelled });
      notify({ text: wordsFor(error), kind: "failed" });
    },
    onSettled: async () => {
      // The last of several changes reads what all of them made.
      if (client.isMutating() > 1) return;
      await Promise.all(REFRESHED.map((stale) => client.invalidateQueries({ queryKey: [stale] })));
    },
  });
  const takeBack = () => mutation.mutate({ id: "undo_change", args: {} });
  const { mutate } = mutation;
  // The same one each time: what it is handed to isn't drawn anew for it.
  const change = useCallback(
    <Id extends PlanChangeId>(made: PlanChange<Id>) => mutate(made as unknown as PlanChange<PlanChangeId>),
    [mutate],
  );
  return {
    change,
    changing: mutation.isPending ? mutation.variables.id : null,
    error: mutation.error,
  };
}

export type ChangePlan = ReturnType<typeof usePlanChange>["change"];

/** A plan that somebody else has changed is read anew by itself: what is left is to look and to choose again. */
function wordsFor(error: ApiError): string {
  const changes = (error.details as { changes?: { reason: string }[] } | undefined)?.changes;
  return error.code === "CONFLICT" && changes
    ? WEEK.changedMeanwhile(changes.map(({ reason }) => reason).join("; "))
    : error.message;
}

function planSeen(client: QueryClient, planId: string): Plan | undefined {
  return client
    .getQueriesData<Plan>({ queryKey: ["get_plan"] })
    .map(([, plan]) => plan)
    .find((plan) => plan?.plan_id === planId);
}

function showPlan(client: QueryClient, planId: string, change: (plan: Plan) => Plan): void {
  client.setQueriesData<Plan>({ queryKey: ["get_plan"] }, (plan) =>
    plan?.plan_id === planId ? change(plan) : plan,
  );
}

/** The plan with one meal changed. */
export function withMeal(place: Place, change: Partial<Meal>) {
  return (plan: Plan): Plan => ({
    ...plan,
    meals: plan.meals.map((meal) => (placeKey(meal) === placeKey(place) ? { ...meal, ...change } : meal)),
  });
}

export function withoutMeal(place: Place) {
  return (plan: Plan): Plan => ({
    ...plan,
    meals: plan.meals.filter((meal) => placeKey(meal) !== placeKey(place)),
  });
}

/** The plan with a day's sums as an answer told them. */
export function withDay(
  date: string,
  people: readonly Pick<Plan["daily"][number], "person_id" | "totals" | "goals">[],
) {
  return (plan: Plan): Plan => ({
    ...plan,
    daily: plan.daily.map((day) => {
      const told = people.find((person) => day.date === date && person.person_id === day.person_id);
      return told ? { ...day, totals: told.totals, goals: told.goals } : day;
    }),
  });
}

/** The plan with a meal cooked for another place, too, until the portions and sums are told. */
export function withLeftovers(cooked: Meal, { date, position, slot }: Place & { slot: string }) {
  return (plan: Plan): Plan => {
    const leftovers: Meal = {
      ...{ ...cooked, date, position, slot, locked: true },
      leftover_of: { date: cooked.date, position: cooked.position },
    };
    const others = plan.meals.filter((meal) => placeKey(meal) !== placeKey(leftovers));
    return withMeal(cooked, { locked: true })({ ...plan, meals: [...others, leftovers] });
  };
}

/** The plan with two places exchanged, until the portions and sums are told. */
export function withExchanged(from: Place, to: Place) {
  return (plan: Plan): Plan => {
    const slotAt = (place: Place) =>
      plan.meals.find((meal) => placeKey(meal) === placeKey(place))?.slot ?? plan.slots[place.position] ?? "";
    return {
      ...plan,
      meals: plan.meals.map((meal) => {
        if (placeKey(meal) === placeKey(from)) return { ...meal, ...to, slot: slotAt(to), locked: true };
        if (placeKey(meal) === placeKey(to)) return { ...meal, ...from, slot: slotAt(from) };
        return meal;
      }),
    };
  };
}
