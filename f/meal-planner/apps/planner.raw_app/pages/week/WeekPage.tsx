import React from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { Answered } from "../../states/Answered.tsx";

export function WeekPage({ planId }: { planId: string | undefined }) {
  const plan = useAnswer("get_plan", planId ? { plan_id: planId } : {});
  return <Answered query={plan}>{({ start_date }) => <h1>{start_date}</h1>}</Answered>;
}
