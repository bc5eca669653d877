import React from "react";
import { QUALITY } from "../../texts/week.ts";
import type { Plan } from "./plan_of_week.ts";

/** The recipes that the planner didn't consider, and why: what one looks for when a favourite never comes. */
export function LeftOut({ generation }: { generation: NonNullable<Plan["generation"]> }) {
  const { left_out, left_out_more = 0 } = generation;
  if (left_out.length === 0) return null;
  return (
    <details className="mp-left-out mp-no-print">
      <summary>{QUALITY.leftOutTitle(left_out.length + left_out_more)}</summary>
      <ul>
        {left_out.map(({ recipe_id, name, reason }) => (
          <li key={recipe_id}>
            {name} <span className="mp-muted">{reason}</span>
          </li>
        ))}
        {left_out_more > 0 && <li>{QUALITY.leftOutMore(left_out_more)}</li>}
      </ul>
    </details>
  );
}
