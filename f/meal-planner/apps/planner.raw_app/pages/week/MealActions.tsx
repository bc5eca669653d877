import React from "react";
import { useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { Action } from "../../shell/Action.tsx";
import { useNotice } from "../../shell/notices.tsx";
import { linkTo } from "../../shell/router.ts";
import { MEAL, slotName, WEEK } from "../../texts/week.ts";
import { type ChangePlan, withMeal, withoutMeal } from "./change_plan.ts";
import type { MealView } from "./MealSheet.tsx";
import { type Cell, isChangeable, isOver, type Meal, type Plan } from "./plan_of_week.ts";
import { RecipeTaste } from "./RecipeTaste.tsx";

type Props = {
  plan: Plan;
  today: string;
  onView: (view: MealView) => void;
  onClose: () => void;
  change: ChangePlan;
  cell: Cell;
  meal: Meal;
};

/** A planned meal, and everything that can be done with it. */
export function MealActions(props: Props) {
  const { plan, today, cell, meal, onView } = props;
  const format = useFormat();
  const facts = [
    `${slotName(cell.slot)}, ${format.longDay(meal.date)}`,
    ...(meal.leftover_of ? [WEEK.leftover(format.weekday(meal.leftover_of.date))] : []),
    ...(meal.minutes === null ? [] : [WEEK.minutes(format.number(meal.minutes))]),
  ];
  return (
    <>
      <p className="mp-muted">{facts.join(" · ")}</p>
      <ul className="mp-eaters">
        {plan.balance.map(({ person_id, name }) => (
          <li key={person_id}>
            <span>{name}</span>
            <span>
              {meal.portions[person_id]
                ? WEEK.portions(format.portions(meal.portions[person_id]))
                : WEEK.nobody}
            </span>
            <span className="mp-muted">{format.nutrient("energy_kcal", energyOf(meal, person_id))}</span>
          </li>
        ))}
        {meal.portions.guests !== undefined && (
          <li>
            <span>{MEAL.guests}</span>
            <span>{WEEK.portions(format.portions(meal.portions.guests))}</span>
          </li>
        )}
      </ul>
      <RecipeTaste recipeId={meal.recipe_id} />
      <div className="mp-actions">
        {isChangeable(plan, meal, today) ? (
          <Changes {...props} />
        ) : (
          meal.mark === null && (
            <p className="mp-muted">
              {isOver(plan) ? MEAL.over : meal.date < today ? MEAL.passed : WEEK.cooked}
            </p>
          )
        )}
        <Marks {...props} />
        <Action icon="why" text={MEAL.why} onClick={() => onView("why")} />
        <Action icon="book" text={MEAL.recipe} href={linkTo("recipes", meal.recipe_id)} />
      </div>
    </>
  );
}

function Changes({ meal, onView, onClose, change }: Props) {
  const place = { date: meal.date, position: meal.position };
  const lock = () =>
    change({
      id: "lock_meal",
      args: { ...place, locked: !meal.locked },
      shown: withMeal(place, { locked: !meal.locked }),
      done: meal.locked ? MEAL.unlocked : MEAL.locked,
    });
  const remove = () => {
    change({
      id: "remove_meal",
      args: place,
      shown: withoutMeal(place),
      done: MEAL.removed(meal.name),
      undo: true,
    });
    onClose();
  };
  return (
    <>
      <Action icon="swap" text={MEAL.swap} onClick={() => onView("swap")} />
      <Action
        icon={meal.locked ? "unlock" : "lock"}
        text={meal.locked ? MEAL.unlock : MEAL.lock}
        onClick={lock}
      />
      <Action icon="move" text={MEAL.move} onClick={() => onView("move")} />
      {!meal.leftover_of && <Action icon="leftover" text={MEAL.cookTwice} onClick={() => onView("again")} />}
      <Action icon="portion" text={MEAL.portions} onClick={() => onView("portions")} />
      <Action icon="remove" text={MEAL.remove} onClick={remove} />
    </>
  );
}

/** What became of the meal, of a plan that is followed. */
function Marks({ plan, today, meal, change, onClose }: Props) {
  const notify = useNotice();
  const cook = useChange("cook_meal", {
    refreshes: ["get_plan", "get_pantry"],
    onDone: ({ taken }) => notify({ text: MEAL.cooked(taken.length) }),
    onFailed: (error) => notify({ text: error.message, kind: "failed" }),
  });
  const place = { date: meal.date, position: meal.position };
  const mark = (to: "eaten" | "skipped" | "eaten_out" | "none") => {
    change({
      id: "mark_meal",
      args: { ...place, mark: to },
      shown: withMeal(place, {
        mark: to === "none" ? null : to === "eaten" ? "eaten" : "skipped",
        eaten_out: to === "eaten_out",
      }),
      done: MEAL.marked[to],
    });
    onClose();
  };
  const out = isChangeable(plan, meal, today) && (
    <Action icon="out" text={MEAL.out} onClick={() => mark("eaten_out")} />
  );
  const home = meal.eaten_out && !isOver(plan) && (
    <Action icon="home" text={MEAL.home} onClick={() => mark("none")} />
  );
  if (plan.state !== "active" && plan.state !== "done") return home || out || null;
  return (
    <>
      {!meal.cooked && meal.mark !== "skipped" && (
        <Action
          icon="pot"
          text={MEAL.cook}
          onClick={() => cook.mutate({ plan_id: plan.plan_id, ...place })}
        />
      )}
      {meal.mark === null && meal.date <= today && (
        <Action icon="check" text={MEAL.eaten} onClick={() => mark("eaten")} />
      )}
      {meal.mark === null && !meal.cooked && (
        <Action icon="skip" text={MEAL.skip} onClick={() => mark("skipped")} />
      )}
      {out}
      {home}
      {meal.mark !== null && !meal.eaten_out && (
        <Action icon="undo" text={MEAL.unmark} onClick={() => mark("none")} />
      )}
    </>
  );
}

function energyOf(meal: Meal, personId: string): number | null {
  const energy = meal.per_serving?.energy_kcal ?? null;
  return energy === null ? null : energy * (meal.portions[personId] ?? 0);
}
