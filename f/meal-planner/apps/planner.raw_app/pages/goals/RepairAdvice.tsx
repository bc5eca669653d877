import { Button } from "@mantine/core";
import React from "react";
import { useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { DIARY } from "../../texts/goals.ts";
import type { Person } from "./GoalsPage.tsx";

type Repair = NonNullable<Answer<"check_compliance">["days"][number]["repair"]>;

/** What could still be eaten, or left out, so that the day meets its goals. Asked for only on demand: it is a search. */
export function RepairAdvice({ person, date }: { person: Person; date: string }) {
  const check = useChange("check_compliance");
  const repair = check.data?.days[0]?.repair;
  return (
    <div className="mp-repair">
      {check.error && (
        <p role="alert" className="mp-warning">
          {check.error.message}
        </p>
      )}
      <div role="status">
        {check.data &&
          (repair ? <Advice repair={repair} /> : <p className="mp-muted">{DIARY.nothingToMend}</p>)}
      </div>
      <Button
        variant="default"
        loading={check.isPending}
        onClick={() => check.mutate({ person: person.person_id, date })}
      >
        {DIARY.mend}
      </Button>
    </div>
  );
}

function Advice({ repair: { steps, repairs_all, left } }: { repair: Repair }) {
  const format = useFormat();
  const amountOf = ({ amount, grams }: Repair["steps"][number]) =>
    grams === null ? format.portions(amount) : format.mass(amount * grams);
  return (
    <>
      <ul>
        {steps.map((step) => (
          <li key={`${step.action} ${step.name}`}>
            {step.action === "add"
              ? DIARY.eat(amountOf(step), step.name, step.grams === null)
              : DIARY.leaveOut(format.percent(step.amount), step.name)}
          </li>
        ))}
      </ul>
      <p className="mp-muted">
        {repairs_all
          ? DIARY.mendsAll
          : DIARY.stillOff(
              left
                .map(({ nutrient, off }) =>
                  DIARY.off(format.nutrientName(nutrient), format.nutrient(nutrient, Math.abs(off)), off > 0),
                )
                .join(", "),
            )}
      </p>
    </>
  );
}
