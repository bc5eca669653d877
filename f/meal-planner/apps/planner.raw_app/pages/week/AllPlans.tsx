import React from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { linkTo } from "../../shell/router.ts";
import { Sheet } from "../../shell/Sheet.tsx";
import { Answered } from "../../states/Answered.tsx";
import { QUALITY, WEEK } from "../../texts/week.ts";
import { dateAfter } from "./plan_of_week.ts";

const SHOWN = 60;

/** Every plan of the household, the latest first: to jump to one. */
export function AllPlans({
  opened,
  onClose,
  current,
}: {
  opened: boolean;
  onClose: () => void;
  current: string;
}) {
  const format = useFormat();
  const plans = useAnswer("list_plans", { limit: SHOWN }, { enabled: opened });
  return (
    <Sheet title={WEEK.allPlans} opened={opened} onClose={onClose}>
      <Answered query={plans} lines={5}>
        {(answer) => (
          <ul className="mp-choices">
            {answer.plans.map(({ plan_id, start_date, days, state, gap }) => (
              <li key={plan_id}>
                <a
                  className="mp-choice mp-plan-link"
                  href={linkTo("week", plan_id)}
                  aria-current={plan_id === current ? "page" : undefined}
                  onClick={onClose}
                >
                  <span className="mp-choice-name">
                    {format.days(start_date, dateAfter(start_date, days - 1))}
                  </span>
                  <span className="mp-muted">
                    {WEEK.states[state]}
                    {gap === null ? "" : ` · ${QUALITY.within(format.percent(gap, 1))}`}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Sheet>
  );
}
