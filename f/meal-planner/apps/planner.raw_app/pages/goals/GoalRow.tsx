import { ActionIcon, NativeSelect, TextInput } from "@mantine/core";
import React from "react";
import { useFormat } from "../../format/format.ts";
import { Icon } from "../../shell/Icon.tsx";
import { GOAL_EDITOR } from "../../texts/goals.ts";
import type { Period, Row } from "./goal_rows.ts";

const KINDS = ["about", "at_least", "at_most"] as const;
const PERIODS = ["day", "week"] as const;

/** One goal: how much of what, of a day or of a week, and how far from it is still well. */
export function GoalRow({
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
        rightSectionWidth={row.share ? 120 : 48}
        rightSection={<span className="mp-muted">{row.share ? GOAL_EDITOR.ofEnergy : unit}</span>}
        onChange={(event) => onChange({ amount: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={GOAL_EDITOR.periodLabel(name)}
        value={row.period}
        // A share is one of the day's energy.
        disabled={row.share}
        data={PERIODS.map((period) => ({ value: period, label: GOAL_EDITOR.periods[period] }))}
        onChange={(event) => onChange({ period: event.currentTarget.value as Period })}
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
