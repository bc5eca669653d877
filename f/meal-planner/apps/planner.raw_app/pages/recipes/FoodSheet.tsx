import { Button, TextInput, VisuallyHidden } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import React, { useEffect, useState } from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { Icon } from "../../shell/Icon.tsx";
import { useNotice } from "../../shell/notices.tsx";
import { Sheet } from "../../shell/Sheet.tsx";
import { Answered } from "../../states/Answered.tsx";
import { OWN_FOOD } from "../../texts/foods.ts";
import { FOOD } from "../../texts/recipes.ts";
import { OwnFoodForm } from "../foods/OwnFoodForm.tsx";
import type { Recipe } from "./RecipeView.tsx";

const TYPING_MS = 250;

/** Which food a line means: what it may be, or any other by name. The choice holds in all recipes from then on. */
export function FoodSheet({
  recipe,
  line,
  onClose,
}: {
  recipe: Recipe;
  line: string | null;
  onClose: () => void;
}) {
  // What it shows stays while it slides out.
  const [last, setLast] = useState(line);
  useEffect(() => {
    if (line !== null) setLast(line);
  }, [line]);
  return (
    <Sheet opened={line !== null} onClose={onClose} title={FOOD.title}>
      {last !== null && <Choose key={last} recipe={recipe} line={last} onClose={onClose} />}
    </Sheet>
  );
}

function Choose({ recipe, line, onClose }: { recipe: Recipe; line: string; onClose: () => void }) {
  const notice = useNotice();
  const [query, setQuery] = useState("");
  const [adding, setAdding] = useState(false);
  const [searched] = useDebouncedValue(query.trim(), TYPING_MS);
  const matched = useAnswer("match_foods", { lines: [line] });
  const found = useAnswer(
    "search_foods",
    { query: searched, limit: 12 },
    { enabled: searched !== "", keepPrevious: true },
  );
  const failed = (error: { message: string }) => notice({ text: error.message, kind: "failed" });
  // The event does it too, a moment later; whoever corrects a line wants to see it now.
  const recalculate = useChange("calculate_nutrition", {
    refreshes: ["get_recipe", "list_recipes"],
    onFailed: failed,
  });
  const settle = () => {
    recalculate.mutate({ recipe_id: recipe.recipe_id });
    onClose();
  };
  const confirm = useChange("confirm_food", {
    refreshes: ["match_foods"],
    onDone: ({ name, food }) => {
      notice({ text: FOOD.confirmed(name, food.description) });
      settle();
    },
    onFailed: failed,
  });
  const forget = useChange("forget_food", {
    refreshes: ["match_foods"],
    onDone: () => {
      notice({ text: FOOD.forgotten });
      settle();
    },
    onFailed: failed,
  });
  const choose = (food_id: string) => confirm.mutate({ line, food_id });
  if (adding) {
    return (
      <OwnFoodForm
        food={null}
        name={query.trim() || nameIn(line)}
        onDone={({ food_id }) => choose(food_id)}
      />
    );
  }
  return (
    <div className="mp-food-choose">
      <p className="mp-muted">{FOOD.searching(line)}</p>
      <TextInput
        type="search"
        aria-label={FOOD.search}
        placeholder={FOOD.search}
        leftSection={<Icon name="search" size={18} />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {searched === "" ? (
        <Answered query={matched} lines={4}>
          {({ lines: [match] }) => (
            <>
              <h3 className="mp-food-heading">{FOOD.suggestions}</h3>
              <Foods foods={match?.candidates ?? []} onChoose={choose} />
            </>
          )}
        </Answered>
      ) : (
        <Answered query={found} lines={4}>
          {({ foods }) => (
            <>
              <h3 className="mp-food-heading">{FOOD.found}</h3>
              <Foods foods={foods} onChoose={choose} />
            </>
          )}
        </Answered>
      )}
      <Button variant="default" onClick={() => setAdding(true)}>
        {OWN_FOOD.addYourOwn}
      </Button>
      <Button variant="subtle" onClick={() => forget.mutate({ line })}>
        {FOOD.forget}
      </Button>
    </div>
  );
}

/** A line without its amount, as a beginning of a name. */
function nameIn(line: string): string {
  return line.replace(/^[\d.,/½¼¾\s]+(?:(?:kg|g|ml|l|cups?|tbsp|tsp|oz|lb)\s)?\s*/i, "").trim();
}

type Food = Pick<Answer<"search_foods">["foods"][number], "food_id" | "description" | "reason"> &
  Partial<Pick<Answer<"search_foods">["foods"][number], "per_100g" | "category">>;

function Foods({ foods, onChoose }: { foods: readonly Food[]; onChoose: (foodId: string) => void }) {
  const format = useFormat();
  if (foods.length === 0) return <p className="mp-muted">{FOOD.nothing}</p>;
  return (
    <ul className="mp-food-list">
      {foods.map(({ food_id, description, reason, per_100g, category }) => (
        <li key={food_id}>
          <button type="button" onClick={() => onChoose(food_id)}>
            <span>
              <VisuallyHidden>{FOOD.choose}</VisuallyHidden> {description}
            </span>
            <span className="mp-muted">
              {per_100g
                ? `${format.nutrient("energy_kcal", per_100g.energy_kcal)} ${FOOD.per100}${category ? ` · ${category}` : ""}`
                : reason}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
