import { Button } from "@mantine/core";
import React from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { useNotice } from "../../shell/notices.tsx";
import { linkTo } from "../../shell/router.ts";
import { PUBLISHED } from "../../texts/week.ts";
import type { Plan } from "./plan_of_week.ts";

type Publication = Answer<"plan_publication">;

const ASK_WHILE_RUNNING_MS = 2_000;
const ENDED = ["completed", "compensated", "resolved", "stuck"];

/** Whether a plan that is followed is shown in the other places as it is now, and a way to show it there once more. */
export function PublishState({ plan }: { plan: Plan }) {
  const format = useFormat();
  const notify = useNotice();
  const { plan_id } = plan;
  const answer = useAnswer("plan_publication", { plan_id }, { staleTime: 0 });
  const publish = useChange("publish_plan", {
    refreshes: ["plan_publication"],
    onDone: ({ state }) => notify({ text: state === "completed" ? PUBLISHED.done : PUBLISHED.notDone }),
    onFailed: (error) => notify({ text: error.message, kind: "failed" }),
  });
  const running = answer.data?.last && !ENDED.includes(answer.data.last.state);
  useAnswer(
    "plan_publication",
    { plan_id },
    {
      enabled: !!running,
      refetchInterval: running ? ASK_WHILE_RUNNING_MS : false,
    },
  );
  if (!answer.data || answer.data.chosen.length === 0) return null;
  const stuck = answer.data.last?.state === "stuck";
  return (
    <p className="mp-published mp-no-print">
      <span className="mp-muted">
        {wordsFor(answer.data, plan.version, (at) => format.dayAndMonth(at.slice(0, 10)))}
      </span>
      {stuck ? (
        <Button component="a" size="compact-md" variant="subtle" href={linkTo("operations")}>
          {PUBLISHED.look}
        </Button>
      ) : (
        <Button
          size="compact-md"
          variant="subtle"
          loading={publish.isPending || !!running}
          onClick={() => publish.mutate({ plan_id, again: true })}
        >
          {answer.data.published.length === 0 ? PUBLISHED.publish : PUBLISHED.again}
        </Button>
      )}
    </p>
  );
}

function wordsFor(
  { chosen, published, last }: Publication,
  version: number,
  day: (at: string) => string,
): string {
  if (last?.state === "stuck") return PUBLISHED.stuck;
  if (last && !ENDED.includes(last.state)) return PUBLISHED.running;
  const there = chosen.filter((target) => published.some((one) => one.target === target));
  if (there.length === 0) return last ? PUBLISHED.undone : PUBLISHED.not;
  const [oldest] = published.map(({ plan_version }) => plan_version).sort((a, b) => a - b);
  const [first] = published;
  const names = there.map((target) => PUBLISHED.places[target]).join(", ");
  return oldest === version
    ? PUBLISHED.current(names)
    : PUBLISHED.older(names, first ? day(first.published_at) : "");
}
