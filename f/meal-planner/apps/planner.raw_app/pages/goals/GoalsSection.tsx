import { ActionIcon, Button, NativeSelect, TextInput } from "@mantine/core";
import React, { useState } from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { numberIn } from "../../format/number_in.ts";
import type { Answer, Args } from "../../runnables/runnables.ts";
import { Icon } from "../../shell/Icon.tsx";
import { useNotice } from "../../shell/notices.tsx";
import { Answered } from "../../states/Answered.tsx";
import { GOAL_EDITOR } from "../../texts/goals.ts";
import { inUsualOrder, NUTRIENT_NAMES } from "../../texts/nutrients.ts";
import type { Person } from "./GoalsPage.tsx";
import { ProposalSheet } from "./ProposalSheet.tsx";

type Goal = Answer<"get_goals">["people"][number]["goals"][number];
type Given = Args<"set_goals">["goals"][number];
type Nutrient = Goal["nutrient"];

/** A goal as the form holds it. */
type Row = {
  nutrient: Nutrient;
  kind: Goal["kind"];
  amount: string;
  tolerance: string;
  weight: number;
  share: number | undefined;
};

const KINDS = ["about", "at_least", "at_most"] as const;
const NUTRIENTS = Object.keys(NUTRIENT_NAMES) as Nutrient[];

const rowOf = (goal: Goal): Row => ({
  nutrient: goal.nutrient,
  kind: goal.kind,
  amount: String(goal.percent_of_energy ?? Math.round(goal.target * 10) / 10),
  tolerance: String(goal.tolerance_percent),
  weight: goal.weight,
  share: goal.percent_of_energy,
});

function given(row: Row): Given {
  const { nutrient, kind, weight } = row;
  const amount =
    row.share === undefined ? { target: numberIn(row.amount) } : { percent_of_energy: numberIn(row.amount) };
  return { nutrient, kind, weight, tolerance_percent: numberIn(row.tolerance), ...amount };
}

/** The goals of a person's day: to change, and proposed. */
export function GoalsSection({ person }: { person: Person }) {
  const goals = useAnswer("get_goals", { person: person.person_id });
  const [proposing, setProposing] = useState(false);
  return (
    <>
      <div className="mp-goals-intro">
        <p className="mp-muted">{GOAL_EDITOR.hint}</p>
        <Button variant="light" onClick={() => setProposing(true)}>
          {GOAL_EDITOR.propose}
        </Button>
      </div>
      <Answered query={goals}>
        {({ people: [mine] }) =>
          mine && <GoalsForm key={JSON.stringify(mine.goals)} person={person} goals={mine.goals} />
        }
      </Answered>
      <ProposalSheet person={person} opened={proposing} onClose={() => setProposing(false)} />
    </>
  );
}

function GoalsForm({ person, goals }: { person: Person; goals: readonly Goal[] }) {
  const notice = useNotice();
  const before = inUsualOrder(goals).map(rowOf);
  const [rows, setRows] = useState(before);
  const save = useChange("set_goals", {
    refreshes: ["get_goals", "get_diary", "get_progress", "get_plan"],
    onDone: () => notice({ text: GOAL_EDITOR.saved }),
  });
  const ended = goals.filter((goal) => !rows.some((row) => row.nutrient === goal.nutrient));
  const changed = ended.length > 0 || JSON.stringify(rows) !== JSON.stringify(before);
  const free = NUTRIENTS.filter((nutrient) => !rows.some((row) => row.nutrient === nutrient));
  const set = (nutrient: Nutrient, part: Partial<Row>) =>
    setRows(rows.map((row) => (row.nutrient === nutrient ? { ...row, ...part } : row)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = [
          ...rows.map(given),
          ...ended.map(({ nutrient }): Given => ({ nutrient, target: null })),
        ];
        if (wanted.length > 0) save.mutate({ person: person.person_id, goals: wanted });
      }}
    >
      <ul className="mp-goal-rows">
        {rows.map((row) => (
          <GoalRow
            key={row.nutrient}
            row={row}
            onChange={(part) => set(row.nutrient, part)}
            onRemove={() => setRows(rows.filter((other) => other.nutrient !== row.nutrient))}
          />
        ))}
      </ul>
      {save.error && (
        <p role="alert" className="mp-warning">
          {save.error.message}
        </p>
      )}
      <div className="mp-goal-actions">
        <NativeSelect
          aria-label={GOAL_EDITOR.add}
          value=""
          data={[
            { value: "", label: `${GOAL_EDITOR.add} …` },
            ...free.map((nutrient) => ({ value: nutrient, label: NUTRIENT_NAMES[nutrient] ?? nutrient })),
          ]}
          onChange={(event) => {
            const nutrient = event.currentTarget.value as Nutrient;
            const fresh: Row = {
              nutrient,
              kind: "about",
              amount: "",
              tolerance: "5",
              weight: 1,
              share: undefined,
            };
            setRows([...rows, fresh]);
          }}
        />
        <Button type="submit" loading={save.isPending} disabled={!changed}>
          {GOAL_EDITOR.save}
        </Button>
        {changed && <span className="mp-muted">{GOAL_EDITOR.unsaved}</span>}
      </div>
    </form>
  );
}

function GoalRow({
  row,
  onChange,
  onRemove,
}: {
  row: Row;
  onChange: (part: Partial<Row>) => void;
  onRemove: () => void;
}) {
  const format = useFormat();
  const name = format.nutrientName(row.nutrient);
  const unit = row.nutrient.slice(row.nutrient.lastIndexOf("_") + 1).replace("ug", "µg");
  return (
    <li className="mp-card">
      <strong>{name}</strong>
      <NativeSelect
        aria-label={GOAL_EDITOR.kindLabel(name)}
        value={row.kind}
        data={KINDS.map((kind) => ({ value: kind, label: GOAL_EDITOR.kinds[kind] }))}
        onChange={(event) => onChange({ kind: event.currentTarget.value as Row["kind"] })}
      />
      <TextInput
        aria-label={GOAL_EDITOR.targetLabel(name)}
        inputMode="decimal"
        required
        value={row.amount}
        rightSectionWidth={row.share === undefined ? 48 : 120}
        rightSection={
          <span className="mp-muted">{row.share === undefined ? unit : GOAL_EDITOR.ofEnergy}</span>
        }
        onChange={(event) => onChange({ amount: event.currentTarget.value })}
      />
      <TextInput
        aria-label={GOAL_EDITOR.toleranceLabel(name)}
        inputMode="decimal"
        leftSection={<span className="mp-muted">±</span>}
        rightSection={<span className="mp-muted">%</span>}
        value={row.tolerance}
        onChange={(event) => onChange({ tolerance: event.currentTarget.value })}
      />
      <ActionIcon aria-label={GOAL_EDITOR.remove(name)} onClick={onRemove}>
        <Icon name="remove" />
      </ActionIcon>
    </li>
  );
}
