import React from "react";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";
import { useAgo } from "./ago.ts";

type Target = Answer<"metrics">["targets"][number];

/** Rule by rule who gets events, how fast, and what fails there. A row is a card on a phone, without what is nil. */
export function Targets({ targets }: { targets: readonly Target[] }) {
  const format = useFormat();
  const { span } = useAgo();
  if (targets.length === 0) return <p className="mp-muted">{TEXT.targetsNone}</p>;
  const most = Math.max(...targets.map((target) => target.delivered_per_minute), 1e-9);
  return (
    <table className="ops-table">
      <thead>
        <tr>
          <th scope="col">{TEXT.rule}</th>
          <th scope="col">{TEXT.perMinute}</th>
          <th scope="col">{TEXT.waiting}</th>
          <th scope="col">{TEXT.retrying}</th>
          <th scope="col">{TEXT.oldestOf}</th>
          <th scope="col">{TEXT.failures}</th>
        </tr>
      </thead>
      <tbody>
        {targets.map((target) => (
          <tr key={`${target.rule} ${target.target}`}>
            <th scope="row">
              {target.rule}
              {target.target !== target.rule && <span className="ops-sub">→ {target.target}</span>}
            </th>
            <td data-label={TEXT.perMinute}>
              <span className="ops-bar" style={{ width: `${(target.delivered_per_minute / most) * 4}rem` }} />
              {format.number(target.delivered_per_minute, 2)}
            </td>
            <td data-label={TEXT.waiting} className={target.backlog === 0 ? "ops-none" : undefined}>
              {format.number(target.backlog, 0)}
            </td>
            <td data-label={TEXT.retrying} className={target.retrying === 0 ? "ops-none" : undefined}>
              {format.number(target.retrying, 0)}
            </td>
            <td
              data-label={TEXT.oldestOf}
              className={target.oldest_age_seconds === null ? "ops-none" : undefined}
            >
              {target.oldest_age_seconds === null ? "–" : span(target.oldest_age_seconds)}
            </td>
            <td data-label={TEXT.failures} className={target.failures.length === 0 ? "ops-none" : undefined}>
              {target.failures.length === 0
                ? "–"
                : target.failures
                    .map(
                      ({ outcome, code, count }) =>
                        `${format.number(count, 0)} × ${code}, ${TEXT.outcome[outcome]}`,
                    )
                    .join("; ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
