import { Button, NativeSelect, SegmentedControl } from "@mantine/core";
import React, { useState } from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { bodyMeasures } from "../../format/body_measures.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer, Args } from "../../runnables/runnables.ts";
import { useNotice } from "../../shell/notices.tsx";
import { Sheet } from "../../shell/Sheet.tsx";
import { ErrorState } from "../../states/ErrorState.tsx";
import { LoadingState } from "../../states/LoadingState.tsx";
import { GOAL_EDITOR } from "../../texts/goals.ts";
import { BodyForm } from "./BodyForm.tsx";
import type { Person } from "./GoalsPage.tsx";

type Aim = NonNullable<Args<"propose_goals">["aim"]>;
type Proposal = Answer<"propose_goals">;

const AIMS = ["lose", "maintain", "gain"] as const;
const PACES = [0.25, 0.5, 0.75, 1];

/** Goals from age, sex, size, activity and aim, each with its reason; nothing is set before they are taken. */
export function ProposalSheet({
  person,
  opened,
  onClose,
}: {
  person: Person;
  opened: boolean;
  onClose: () => void;
}) {
  return (
    <Sheet opened={opened} onClose={onClose} title={GOAL_EDITOR.proposeTitle(person.name)}>
      {opened && <Propose person={person} onClose={onClose} />}
    </Sheet>
  );
}

/** Whether it is the person that a proposal lacks something of. */
function lacksBody(details: unknown): boolean {
  return (
    Array.isArray(details) &&
    details.some((problem) => /^person\.(sex|birth_year|height_cm|weight_kg|activity)$/.test(problem?.path))
  );
}

function Propose({ person, onClose }: { person: Person; onClose: () => void }) {
  const format = useFormat();
  const measures = bodyMeasures(format.units);
  const [aim, setAim] = useState<Aim>("maintain");
  const [pace, setPace] = useState(0.5);
  const proposal = useAnswer(
    "propose_goals",
    { person: person.person_id, aim, ...(aim === "maintain" ? {} : { kg_a_week: pace }) },
    { keepPrevious: true },
  );
  if (proposal.error && lacksBody(proposal.error.details)) return <BodyForm person={person} />;
  return (
    <div className="mp-import-form">
      <SegmentedControl
        fullWidth
        size="md"
        aria-label={GOAL_EDITOR.aim}
        value={aim}
        onChange={(value) => setAim(value as Aim)}
        data={AIMS.map((value) => ({ value, label: GOAL_EDITOR.aims[value] }))}
      />
      {aim !== "maintain" && (
        <NativeSelect
          label={GOAL_EDITOR.pace(measures.weightUnit)}
          value={String(pace)}
          data={PACES.map((value) => ({
            value: String(value),
            label: format.number(measures.weightShown(value, 2), 2),
          }))}
          onChange={(event) => setPace(Number(event.currentTarget.value))}
        />
      )}
      {proposal.error ? (
        <ErrorState error={proposal.error} />
      ) : proposal.data ? (
        <Proposed person={person} proposal={proposal.data} onClose={onClose} />
      ) : (
        <LoadingState />
      )}
    </div>
  );
}

function Proposed({
  person,
  proposal,
  onClose,
}: {
  person: Person;
  proposal: Proposal;
  onClose: () => void;
}) {
  const format = useFormat();
  const notice = useNotice();
  const take = useChange("set_goals", {
    refreshes: ["get_goals", "get_diary", "get_progress", "get_plan"],
    onDone: () => {
      notice({ text: GOAL_EDITOR.saved });
      onClose();
    },
  });
  const { energy, goals, sources, limits } = proposal;
  return (
    <>
      <p>
        {GOAL_EDITOR.energy(format.number(energy.basal_kcal, 0), format.number(energy.maintenance_kcal, 0))}
      </p>
      <ul className="mp-proposal">
        {goals.map((goal) => {
          const source = sources.find(({ nutrient }) => nutrient === goal.nutrient);
          return (
            <li key={goal.nutrient}>
              <span>
                {format.nutrientName(goal.nutrient)}: {GOAL_EDITOR.kinds[goal.kind]}{" "}
                <strong>
                  {goal.target === undefined
                    ? GOAL_EDITOR.shareOfEnergy(format.number(goal.percent_of_energy ?? 0))
                    : format.nutrient(goal.nutrient, goal.target)}
                </strong>{" "}
                {GOAL_EDITOR.periods[goal.period]}
              </span>
              {source && (
                <span className="mp-muted" title={source.source}>
                  {source.basis}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <h3>{GOAL_EDITOR.limits}</h3>
      <ul className="mp-limits">
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      {take.error && (
        <p role="alert" className="mp-warning">
          {take.error.message}
        </p>
      )}
      <Button loading={take.isPending} onClick={() => take.mutate({ person: person.person_id, goals })}>
        {GOAL_EDITOR.take}
      </Button>
    </>
  );
}
