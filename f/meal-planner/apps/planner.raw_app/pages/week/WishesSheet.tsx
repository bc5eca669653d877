import { Button, Checkbox, NativeSelect } from "@mantine/core";
import React from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { useNotice } from "../../shell/notices.tsx";
import { linkTo } from "../../shell/router.ts";
import { Sheet } from "../../shell/Sheet.tsx";
import { Answered } from "../../states/Answered.tsx";
import { WISHES } from "../../texts/week.ts";
import { CookAheadDays } from "./CookAheadDays.tsx";
import { LearnedTastes } from "./LearnedTastes.tsx";
import { minutesOf, TIMED_MEALS, withMinutes } from "./time_wishes.ts";

const MINUTES = [15, 20, 30, 45, 60, 90];
const MOST_LEFTOVERS = 7;

/** What is wanted of every week: time to cook, leftovers, the pantry, and what was learned of tastes. */
export function WishesSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const format = useFormat();
  const notify = useNotice();
  const wishes = useAnswer("planning_wishes", {}, { enabled: opened });
  const save = useChange("set_planning_wishes", {
    refreshes: ["planning_wishes"],
    onFailed: (error) => notify({ text: error.message, kind: "failed" }),
  });
  return (
    <Sheet title={WISHES.title} opened={opened} onClose={onClose}>
      <Answered query={wishes} lines={6}>
        {(kept) => {
          const asked = save.isPending ? withoutUndefined(save.variables) : {};
          const held = {
            ...{ ...kept, ...asked },
            ...(asked.any_day_for_leftovers ? { cook_ahead_on: null } : {}),
          };
          return (
            <div className="mp-wishes">
              <p className="mp-muted">{WISHES.about}</p>
              <fieldset className="mp-field">
                <legend>{WISHES.time}</legend>
                {TIMED_MEALS.map((meal) => (
                  <NativeSelect
                    key={meal.id}
                    size="md"
                    label={WISHES.meals[meal.id]}
                    value={String(minutesOf(held.max_minutes, meal) ?? "")}
                    onChange={({ currentTarget: { value } }) =>
                      save.mutate({
                        max_minutes: withMinutes(kept.max_minutes, meal, value === "" ? null : Number(value)),
                      })
                    }
                    data={[
                      { value: "", label: WISHES.anyTime },
                      ...minutesToChoose(minutesOf(held.max_minutes, meal)).map((minutes) => ({
                        value: String(minutes),
                        label: WISHES.atMost(format.number(minutes)),
                      })),
                    ]}
                  />
                ))}
              </fieldset>
              <fieldset className="mp-field">
                <legend>{WISHES.leftovers}</legend>
                <NativeSelect
                  size="md"
                  label={WISHES.leftoverMeals}
                  description={WISHES.leftoverHint}
                  value={String(held.leftover_meals)}
                  onChange={({ currentTarget: { value } }) => save.mutate({ leftover_meals: Number(value) })}
                  data={Array.from(
                    { length: Math.max(MOST_LEFTOVERS, held.leftover_meals) + 1 },
                    (_, count) => ({
                      value: String(count),
                      label: count === 0 ? WISHES.noLeftovers : WISHES.upTo(count),
                    }),
                  )}
                />
                {held.leftover_meals > 0 && (
                  <CookAheadDays
                    kept={held.cook_ahead_on}
                    onChange={(days) =>
                      save.mutate(days ? { cook_ahead_on: days } : { any_day_for_leftovers: true })
                    }
                  />
                )}
                <Checkbox
                  size="md"
                  className="mp-option"
                  label={WISHES.pantryFirst}
                  checked={held.pantry_first}
                  onChange={({ currentTarget }) => save.mutate({ pantry_first: currentTarget.checked })}
                />
              </fieldset>
              <Button component="a" variant="default" href={linkTo("settings")} onClick={onClose}>
                {WISHES.people}
              </Button>
              <LearnedTastes opened={opened} />
            </div>
          );
        }}
      </Answered>
    </Sheet>
  );
}

/** The usual ones, and what was set elsewhere. */
function minutesToChoose(held: number | null): number[] {
  return held === null || MINUTES.includes(held) ? MINUTES : [...MINUTES, held].sort((a, b) => a - b);
}

function withoutUndefined<T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
