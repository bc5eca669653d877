import { useQueryClient } from "@tanstack/react-query";
import React from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Args } from "../../runnables/runnables.ts";
import { Action } from "../../shell/Action.tsx";
import { useNotice } from "../../shell/notices.tsx";
import { goTo } from "../../shell/router.ts";
import { COPY } from "../../texts/week.ts";
import { dateAfter } from "./plan_of_week.ts";

/** Copies a plan or a template to another week, and goes there. */
export function useCopyWeek(): { copy: (args: Args<"copy_plan">) => void; copying: boolean } {
  const notify = useNotice();
  const client = useQueryClient();
  const made = useChange("copy_plan", {
    refreshes: ["list_plans"],
    onDone: async ({ start_date, left_out }) => {
      await client.invalidateQueries({ queryKey: ["get_plan"] });
      const names = [...new Set(left_out.map(({ name }) => name))];
      notify({ text: names.length === 0 ? COPY.copied : COPY.leftOut(names.join(", ")) });
      goTo("week", start_date);
    },
    onFailed: (error) => notify({ text: error.message, kind: "failed" }),
  });
  return { copy: made.mutate, copying: made.isPending };
}

/** What a week without a plan can be made of: the latest ones before it, and templates. */
export function CopyChoices({ startDate }: { startDate: string | undefined }) {
  const format = useFormat();
  const { copy, copying } = useCopyWeek();
  const plans = useAnswer("list_plans", { limit: 12 });
  const kept = useAnswer("list_templates", {});
  const to = startDate === undefined ? {} : { start_date: startDate };
  const earlier = (plans.data?.plans ?? [])
    .filter(({ state, start_date }) => state !== "cancelled" && (!startDate || start_date < startDate))
    .slice(0, 3);
  const templates = kept.data?.templates ?? [];
  if (earlier.length + templates.length === 0) return null;
  return (
    <details className="mp-copy">
      <summary>{COPY.title}</summary>
      <div className="mp-actions" aria-busy={copying}>
        {earlier.map(({ plan_id, start_date, days }) => (
          <Action
            key={plan_id}
            icon="week"
            text={COPY.week(format.days(start_date, dateAfter(start_date, days - 1)))}
            onClick={() => copy({ plan_id, ...to })}
          />
        ))}
        {templates.map(({ name }) => (
          <Action
            key={name}
            icon="book"
            text={COPY.template(name)}
            onClick={() => copy({ template: name, ...to })}
          />
        ))}
      </div>
    </details>
  );
}
