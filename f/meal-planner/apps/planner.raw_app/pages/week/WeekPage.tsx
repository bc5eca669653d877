import React, { memo, useState } from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { later } from "../../shell/later.tsx";
import { ErrorState } from "../../states/ErrorState.tsx";
import { LoadingState } from "../../states/LoadingState.tsx";
import { BalanceChart } from "./BalanceChart.tsx";
import { usePlanChange } from "./change_plan.ts";
import { LeftOut } from "./LeftOut.tsx";
import { NoPlan } from "./NoPlan.tsx";
import { PlanHeader } from "./PlanHeader.tsx";
import { PlanNotes } from "./PlanNotes.tsx";
import { type Place, type Plan, planArgs, type Shown, todayIn } from "./plan_of_week.ts";
import { ShownPeople } from "./ShownPeople.tsx";
import { WeekGrid } from "./WeekGrid.tsx";
import "./week.css";

// The household comes after the plan and changes nothing of them, mostly: they aren't drawn a second time.
const StillHeader = memo(PlanHeader);
const StillGrid = memo(WeekGrid);
const DaySheet = later(async () => (await import("../../later_parts.ts")).DaySheet);
const MealSheet = later(async () => (await import("../../later_parts.ts")).MealSheet);

/** A week: by its first day, by its plan's id, or the household's current one. */
export function WeekPage({ which }: { which: string | undefined }) {
  const args = planArgs(which);
  const plan = useAnswer("get_plan", args);
  if (plan.data) return <Week key={plan.data.plan_id} plan={plan.data} />;
  if (plan.error?.code === "NOT_FOUND") return <NoPlan startDate={args.start_date} />;
  if (plan.error) return <ErrorState whole error={plan.error} retry={() => void plan.refetch()} />;
  return <LoadingState lines={8} />;
}

function Week({ plan }: { plan: Plan }) {
  const household = useAnswer("get_household", { household_id: plan.household_id }, { staleTime: 60_000 });
  const people = household.data?.people ?? [];
  const today = todayIn(household.data?.time_zone);
  const [shown, setShown] = useState<Shown>("all");
  const [open, setOpen] = useState<Place | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const { change, changing } = usePlanChange(plan.plan_id);
  const [first] = plan.balance;
  return (
    <>
      <StillHeader plan={plan} today={today} change={change} changing={changing} />
      <PlanNotes plan={plan} change={change} />
      <ShownPeople people={plan.balance} shown={shown} onShow={setShown} />
      <StillGrid plan={plan} shown={shown} today={today} onOpen={setOpen} onDay={setDay} change={change} />
      {first && <BalanceChart balance={plan.balance.find(({ person_id }) => person_id === shown) ?? first} />}
      {plan.generation && <LeftOut generation={plan.generation} />}
      {day !== null && (
        <DaySheet plan={plan} date={day} today={today} onClose={() => setDay(null)} change={change} />
      )}
      <MealSheet
        plan={plan}
        people={people}
        today={today}
        place={open}
        onClose={() => setOpen(null)}
        change={change}
      />
    </>
  );
}
