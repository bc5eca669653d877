import { Button, TextInput } from "@mantine/core";
import React, { useId, useState } from "react";
import { useChange } from "../../data/use_answer.ts";
import { bodyMeasures } from "../../format/body_measures.ts";
import { useFormat } from "../../format/format.ts";
import { numberIn } from "../../format/number_in.ts";
import { useNotice } from "../../shell/notices.tsx";
import { PROGRESS } from "../../texts/goals.ts";
import type { Person } from "./GoalsPage.tsx";
import type { PersonProgress } from "./ProgressSection.tsx";
import { WeightLine } from "./WeightLine.tsx";

/** A person's weight over the time that is looked at, and today's to be kept. */
export function WeightCard({ person, progress }: { person: Person; progress: PersonProgress }) {
  const format = useFormat();
  const measures = bodyMeasures(format.units);
  const notice = useNotice();
  const title = useId();
  const [text, setText] = useState("");
  const save = useChange("log_weight", {
    refreshes: ["get_progress", "propose_goals"],
    onDone: () => {
      notice({ text: PROGRESS.weightKept });
      setText("");
    },
  });
  const { weighings, trend_kg_a_week } = progress.weight;
  return (
    <section className="mp-card" aria-labelledby={title}>
      <h3 id={title}>{PROGRESS.weight}</h3>
      {weighings.length === 0 ? (
        <p className="mp-muted">{PROGRESS.noWeight}</p>
      ) : (
        <>
          <WeightLine weighings={weighings} name={person.name} />
          {weighings.length > 1 && <p className="mp-muted mp-hint">{PROGRESS.weightHint}</p>}
        </>
      )}
      {trend_kg_a_week !== null && (
        <p className="mp-muted mp-hint">
          {PROGRESS.weightTrend(
            format.number(measures.weightShown(trend_kg_a_week, 2), 2),
            measures.weightUnit,
          )}
        </p>
      )}
      <form
        className="mp-diary-write"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ person: person.person_id, weight_kg: measures.kilograms(numberIn(text)) });
        }}
      >
        <TextInput
          aria-label={PROGRESS.weightNow(measures.weightUnit)}
          placeholder={PROGRESS.weightNow(measures.weightUnit)}
          inputMode="decimal"
          value={text}
          error={save.error?.message}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" loading={save.isPending} disabled={text.trim() === ""}>
          {PROGRESS.weightSave}
        </Button>
      </form>
    </section>
  );
}
