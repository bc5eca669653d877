import { Button } from "@mantine/core";
import React, { useId, useState } from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { Icon } from "../../shell/Icon.tsx";
import { useNotice } from "../../shell/notices.tsx";
import { Sheet } from "../../shell/Sheet.tsx";
import { Answered } from "../../states/Answered.tsx";
import { OWN_FOOD } from "../../texts/foods.ts";
import { OwnFoodForm } from "../foods/OwnFoodForm.tsx";
import type { OwnFood } from "../foods/own_food_draft.ts";

/** The foods that the household has added itself. */
export function OwnFoods() {
  const format = useFormat();
  const title = useId();
  const own = useAnswer("list_own_foods", {});
  const [opened, setOpened] = useState(false);
  const [food, setFood] = useState<OwnFood | null>(null);
  // Each opening begins with the food as it is by then.
  const [openings, setOpenings] = useState(0);
  const open = (next: OwnFood | null) => {
    setFood(next);
    setOpenings(openings + 1);
    setOpened(true);
  };
  return (
    <section className="mp-card mp-settings-form" aria-labelledby={title}>
      <h2 id={title}>{OWN_FOOD.title}</h2>
      <p className="mp-muted">{OWN_FOOD.about}</p>
      <Answered query={own} lines={2}>
        {({ foods }) =>
          foods.length === 0 ? (
            <p className="mp-muted">{OWN_FOOD.none}</p>
          ) : (
            <ul className="mp-settings-rows">
              {foods.map((one) => (
                <li key={one.food_id}>
                  <div>
                    <strong>{one.name}</strong>
                    <p className="mp-muted">
                      {OWN_FOOD.per100(format.nutrient("energy_kcal", one.per_100g.energy_kcal))}
                    </p>
                  </div>
                  <div className="mp-settings-sure">
                    <Button
                      variant="default"
                      aria-label={OWN_FOOD.changeNamed(one.name)}
                      onClick={() => open(one)}
                    >
                      {OWN_FOOD.change}
                    </Button>
                    <Remove food={one} />
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <Button variant="default" leftSection={<Icon name="plus" size={18} />} onClick={() => open(null)}>
        {OWN_FOOD.add}
      </Button>
      <Sheet
        title={food ? OWN_FOOD.changeNamed(food.name) : OWN_FOOD.newTitle}
        opened={opened}
        onClose={() => setOpened(false)}
      >
        <OwnFoodForm key={openings} food={food} onDone={() => setOpened(false)} />
      </Sheet>
    </section>
  );
}

function Remove({ food }: { food: OwnFood }) {
  const notice = useNotice();
  const [sure, setSure] = useState(false);
  const remove = useChange("remove_food", {
    refreshes: ["list_own_foods", "search_foods", "match_foods", "get_recipe", "list_recipes"],
    onDone: () => notice({ text: OWN_FOOD.removed(food.name) }),
    onFailed: (error) => notice({ text: error.message, kind: "failed" }),
  });
  if (!sure) {
    return (
      <Button variant="subtle" aria-label={OWN_FOOD.removeNamed(food.name)} onClick={() => setSure(true)}>
        {OWN_FOOD.remove}
      </Button>
    );
  }
  return (
    <fieldset className="mp-settings-sure">
      <legend>{OWN_FOOD.removeSure(food.name)}</legend>
      <Button
        variant="default"
        className="mp-danger"
        loading={remove.isPending}
        onClick={() => remove.mutate({ food: food.food_id })}
      >
        {OWN_FOOD.remove}
      </Button>
      <Button variant="subtle" onClick={() => setSure(false)}>
        {OWN_FOOD.keep}
      </Button>
    </fieldset>
  );
}
