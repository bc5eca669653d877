import { ActionIcon, Button } from "@mantine/core";
import React, { useState } from "react";
import { useFormat } from "../../format/format.ts";
import { MoreActions } from "../../shell/Action.tsx";
import { Icon } from "../../shell/Icon.tsx";
import { later } from "../../shell/later.tsx";
import { linkTo } from "../../shell/router.ts";
import { COPY, WEEK } from "../../texts/week.ts";
import { AllPlans } from "./AllPlans.tsx";
import { useCopyWeek } from "./CopyWeek.tsx";
import type { ChangePlan, PlanChangeId } from "./change_plan.ts";
import { useFollowedPlanning } from "./follow_planning.ts";
import { PlanQuality } from "./PlanQuality.tsx";
import { PublishState } from "./PublishState.tsx";
import { cellsOf, dateAfter, datesOf, isOver, type Plan } from "./plan_of_week.ts";
import { SearchProgress } from "./SearchProgress.tsx";

const WishesSheet = later(async () => (await import("../../later_parts.ts")).WishesSheet);
const TemplateSheet = later(async () => (await import("../../later_parts.ts")).TemplateSheet);

export const SEARCH_MS = 15_000;

type Props = { plan: Plan; today: string; change: ChangePlan; changing: PlanChangeId | null };

/** Which week it is, how good it is, and what can be done with it as a whole. */
export function PlanHeader({ plan, today, change, changing }: Props) {
  const format = useFormat();
  const last = dateAfter(plan.start_date, plan.days - 1);
  const replanning = changing === "replan";
  const followed = useFollowedPlanning(plan.start_date, replanning);
  return (
    <header className="mp-week-header">
      <div className="mp-week-title">
        <div className="mp-week-dates">
          <WeekLink start={dateAfter(plan.start_date, -7)} label={WEEK.earlier} icon="left" />
          <h1>{format.days(plan.start_date, last)}</h1>
          <WeekLink start={dateAfter(plan.start_date, 7)} label={WEEK.later} icon="right" />
        </div>
        <p className="mp-week-facts">
          <span className={`mp-chip mp-chip-${plan.state}`}>{WEEK.states[plan.state]}</span>
          <PlanQuality plan={plan} />
        </p>
        {plan.state === "active" && <PublishState plan={plan} />}
      </div>
      <PlanActions plan={plan} today={today} change={change} changing={changing} />
      {(replanning || followed.planning) && (
        <SearchProgress title={WEEK.replanning} limitMs={SEARCH_MS} followed={followed} />
      )}
    </header>
  );
}

function WeekLink({ start, label, icon }: { start: string; label: string; icon: "left" | "right" }) {
  return (
    <ActionIcon component="a" href={linkTo("week", start)} aria-label={label} className="mp-no-print">
      <Icon name={icon} />
    </ActionIcon>
  );
}

function PlanActions({ plan, today, change, changing }: Props) {
  const [sheet, setSheet] = useState<"all" | "wishes" | "template" | null>(null);
  const close = () => setSheet(null);
  const { copy } = useCopyWeek();
  const live = !isOver(plan);
  const changed = plan.changes.some((past) => past.cells.length > 0);
  const over = today > dateAfter(plan.start_date, plan.days - 1);
  return (
    <div className="mp-week-actions mp-no-print">
      {live && changed && (
        <Button
          variant="subtle"
          leftSection={<Icon name="undo" />}
          onClick={() =>
            change({
              id: "undo_change",
              args: {},
              done: ({ undone }) => WEEK.undone(undone.map(({ reason }) => reason).join("; ")),
            })
          }
        >
          {WEEK.undo}
        </Button>
      )}
      {live && !over && (
        <Button
          variant="default"
          leftSection={<Icon name="refresh" />}
          loading={changing === "replan"}
          onClick={() =>
            change({
              id: "replan",
              args: { time_limit_ms: SEARCH_MS, fill_empty: hasEmptyPlaces(plan) },
              done: (answer) => [WEEK.replanned(answer.changed.length), ...answer.unmet].join(" "),
              undo: true,
            })
          }
        >
          {hasEmptyPlaces(plan) ? WEEK.fillEmpty : WEEK.replan}
        </Button>
      )}
      {live && <NextStep plan={plan} change={change} changing={changing} />}
      <MoreActions
        label={WEEK.more}
        actions={[
          { icon: "home", text: WEEK.thisWeek, href: linkTo("week") },
          { icon: "week", text: WEEK.allPlans, onClick: () => setSheet("all") },
          { icon: "gear", text: WEEK.wishes, onClick: () => setSheet("wishes") },
          {
            icon: "right",
            text: COPY.toNext,
            onClick: () => copy({ plan_id: plan.plan_id, start_date: dateAfter(plan.start_date, 7) }),
          },
          { icon: "book", text: COPY.keep, onClick: () => setSheet("template") },
          ...(live
            ? [
                {
                  icon: "remove" as const,
                  text: WEEK.cancel,
                  onClick: () => change({ id: "cancel_plan", args: {}, done: WEEK.cancelled }),
                },
              ]
            : []),
        ]}
      />
      <AllPlans opened={sheet === "all"} onClose={close} current={plan.plan_id} />
      {/* Parts that nobody sees at first are loaded when they are opened. */}
      {sheet === "wishes" && <WishesSheet opened onClose={close} />}
      {sheet === "template" && <TemplateSheet plan={plan} opened onClose={close} />}
    </div>
  );
}

function NextStep({ plan, change, changing }: Omit<Props, "today">) {
  if (plan.state === "active") return null;
  if (plan.state === "approved") {
    return (
      <Button
        loading={changing === "activate_plan"}
        onClick={() => change({ id: "activate_plan", args: { replace: true }, done: WEEK.followed })}
      >
        {WEEK.follow}
      </Button>
    );
  }
  return (
    <Button
      leftSection={<Icon name="check" />}
      loading={changing === "approve_plan"}
      onClick={() => change({ id: "approve_plan", args: {}, done: WEEK.approved })}
    >
      {WEEK.approve}
    </Button>
  );
}

function hasEmptyPlaces(plan: Plan): boolean {
  return datesOf(plan).some((date) => cellsOf(plan, date).some((cell) => cell.meal === undefined));
}
