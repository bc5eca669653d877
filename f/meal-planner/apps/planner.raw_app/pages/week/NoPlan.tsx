import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import React, { useState } from "react";
import { ApiError, useApi } from "../../api.ts";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { later } from "../../shell/later.tsx";
import { useNotice } from "../../shell/notices.tsx";
import { goTo, linkTo } from "../../shell/router.ts";
import { EmptyState } from "../../states/EmptyState.tsx";
import { ErrorState } from "../../states/ErrorState.tsx";
import { NO_PLAN, PLANNING, WEEK } from "../../texts/week.ts";
import { useFollowedPlanning } from "./follow_planning.ts";
import { SEARCH_MS } from "./PlanHeader.tsx";
import { todayIn } from "./plan_of_week.ts";
import { SearchProgress } from "./SearchProgress.tsx";

const CopyChoices = later(async () => (await import("../../later_parts.ts")).CopyChoices);
const WishesSheet = later(async () => (await import("../../later_parts.ts")).WishesSheet);

/** A week without a plan: have it planned, or begin with an empty one. */
export function NoPlan({ startDate }: { startDate: string | undefined }) {
  const format = useFormat();
  const api = useApi();
  const client = useQueryClient();
  const household = useAnswer("get_household", {});
  const [state, setState] = useState<"asking" | "planning" | ApiError>("asking");
  const followed = useFollowedPlanning(startDate, state === "planning");
  const notify = useNotice();
  const [wishing, setWishing] = useState(false);
  const passed = startDate !== undefined && startDate < todayIn(household.data?.time_zone);
  const week = startDate === undefined ? {} : { start_date: startDate };

  const make = async (id: "generate_plan" | "create_plan") => {
    setState("planning");
    try {
      const plan =
        id === "generate_plan"
          ? await api.call(id, { ...week, time_limit_ms: SEARCH_MS, plan_the_rest: true })
          : await api.call(id, week);
      await client.invalidateQueries({ queryKey: ["get_plan"] });
      goTo("week", plan.start_date);
    } catch (error) {
      const code = error instanceof ApiError ? error.code : "";
      if (code === "CANCELLED" || code === "IN_PROGRESS") {
        notify({ text: code === "CANCELLED" ? PLANNING.cancelled : PLANNING.already });
        setState("asking");
        return client.invalidateQueries({ queryKey: ["planning_progress"] });
      }
      setState(error instanceof ApiError ? error : new ApiError(String(error), { code: "INTERNAL" }));
    }
  };

  if (state === "planning" || followed.planning) {
    return (
      <div className="mp-state">
        <SearchProgress title={NO_PLAN.planning} limitMs={SEARCH_MS} followed={followed} />
      </div>
    );
  }
  if (state !== "asking") return <ErrorState whole error={state} retry={() => setState("asking")} />;
  const title = startDate ? NO_PLAN.title(format.dayAndMonth(startDate)) : NO_PLAN.first;
  if (passed) {
    return (
      <EmptyState
        whole
        title={title}
        action={
          <Button component="a" href={linkTo("week")}>
            {WEEK.thisWeek}
          </Button>
        }
      >
        {NO_PLAN.passed}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      whole
      title={title}
      action={
        <>
          <Button onClick={() => void make("generate_plan")}>
            {startDate ? NO_PLAN.plan : NO_PLAN.planNext}
          </Button>
          <Button variant="default" onClick={() => setWishing(true)}>
            {WEEK.wishes}
          </Button>
          {wishing && <WishesSheet opened onClose={() => setWishing(false)} />}
          <Button variant="subtle" onClick={() => void make("create_plan")}>
            {NO_PLAN.empty}
          </Button>
          {startDate && (
            <Button variant="subtle" component="a" href={linkTo("week")}>
              {WEEK.thisWeek}
            </Button>
          )}
        </>
      }
    >
      {NO_PLAN.about}
      <CopyChoices startDate={startDate} />
    </EmptyState>
  );
}
