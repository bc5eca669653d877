import { Button } from "@mantine/core";
import React from "react";
import { useFormat } from "../../format/format.ts";
import { QUALITY } from "../../texts/week.ts";
import type { ChangePlan } from "./change_plan.ts";
import type { Plan } from "./plan_of_week.ts";

/** What a person should know of the plan before trusting it: what changed under it, and what couldn't be had. */
export function PlanNotes({ plan, change }: { plan: Plan; change: ChangePlan }) {
  const { proposal, generation, as_generated } = plan;
  const unmet = as_generated
    ? [...(generation?.unmet ?? []), ...(generation?.missed_goals ?? []).map((goal) => goal.told)]
    : [];
  return (
    <>
      {proposal && <ProposalNote proposal={proposal} change={change} />}
      {unmet.length > 0 && (
        <section className="mp-note">
          <h2>{QUALITY.unmetTitle}</h2>
          <ul>
            {unmet.map((wish) => (
              <li key={wish}>{wish}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ProposalNote({ proposal, change }: { proposal: NonNullable<Plan["proposal"]>; change: ChangePlan }) {
  const format = useFormat();
  return (
    <section className="mp-note mp-note-warm">
      <h2>{QUALITY.proposalTitle}</h2>
      <ul>
        {proposal.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
        {proposal.swaps.map((swap) => (
          <li key={`${swap.date} ${swap.position}`}>
            {format.longDay(swap.date)}: {QUALITY.proposal(swap.was.name, swap.name)}
          </li>
        ))}
      </ul>
      {proposal.swaps.length > 0 && (
        <Button
          variant="default"
          onClick={() => change({ id: "apply_proposal", args: {}, done: QUALITY.applied, undo: true })}
        >
          {QUALITY.apply}
        </Button>
      )}
    </section>
  );
}
