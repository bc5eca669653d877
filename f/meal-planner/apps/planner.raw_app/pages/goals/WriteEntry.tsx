import { ActionIcon, Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import React, { useId, useState } from "react";
import { randomId } from "../../data/random_id.ts";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { numberIn } from "../../format/number_in.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { Icon } from "../../shell/Icon.tsx";
import { useNotice } from "../../shell/notices.tsx";
import { Sheet } from "../../shell/Sheet.tsx";
import { OWN_FOOD } from "../../texts/foods.ts";
import { DIARY } from "../../texts/goals.ts";
import { OwnFoodForm } from "../foods/OwnFoodForm.tsx";
import { DIARY_ANSWERS } from "./diary_answers.ts";
import type { Person } from "./GoalsPage.tsx";

type Food = Pick<Answer<"search_foods">["foods"][number], "food_id" | "description" | "portions">;
type Recipe = Answer<"list_recipes">["recipes"][number];
type Chosen = { kind: "food"; food: Food } | { kind: "recipe"; recipe: Recipe };

const TYPING_MS = 250;
const USUAL_GRAMS = 100;

/** What was eaten besides the plan: in words, or a recipe or a food that the words find, by its amount. */
export function WriteEntry({ person, date }: { person: Person; date: string }) {
  const notice = useNotice();
  const label = useId();
  const [line, setLine] = useState("");
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [amount, setAmount] = useState("");
  const [adding, setAdding] = useState(false);
  // The same key until it is logged: a repeated tap, or one whose answer got lost, logs it once.
  const [key, setKey] = useState(randomId);
  const log = useChange("log_food", {
    refreshes: DIARY_ANSWERS,
    onDone: ({ entries: [entry] }) => {
      notice({ text: DIARY.loggedOne(entry?.name ?? line) });
      setLine("");
      setChosen(null);
      setKey(randomId());
    },
  });
  const choose = (next: Chosen) => {
    setChosen(next);
    setAmount(next.kind === "recipe" ? "1" : String(next.food.portions[0]?.grams ?? USUAL_GRAMS));
    log.reset();
  };
  const what = () => {
    if (!chosen) return { line: line.trim() };
    if (chosen.kind === "recipe") return { recipe_id: chosen.recipe.recipe_id, portion: numberIn(amount) };
    return { food_id: chosen.food.food_id, grams: numberIn(amount) };
  };
  // The form of a new food is beside this one: a form in a form would send both.
  return (
    <>
      <form
        className="mp-card"
        aria-labelledby={label}
        onSubmit={(event) => {
          event.preventDefault();
          log.mutate({ person: person.person_id, ...what(), date, idempotency_key: key });
        }}
      >
        <h3 id={label}>{DIARY.write}</h3>
        {chosen ? (
          <div className="mp-diary-chosen">
            <strong>{chosen.kind === "recipe" ? chosen.recipe.name : chosen.food.description}</strong>
            <ActionIcon aria-label={DIARY.chooseAgain} onClick={() => setChosen(null)}>
              <Icon name="skip" />
            </ActionIcon>
            <TextInput
              // Where the choice is made, the amount is what comes next.
              autoFocus
              label={chosen.kind === "recipe" ? DIARY.portion : DIARY.grams}
              inputMode="decimal"
              value={amount}
              error={log.error?.message}
              onChange={(event) => setAmount(event.currentTarget.value)}
            />
            <Button type="submit" loading={log.isPending} disabled={!(numberIn(amount) > 0)}>
              {DIARY.log}
            </Button>
          </div>
        ) : (
          <>
            <div className="mp-diary-write">
              <TextInput
                aria-labelledby={label}
                placeholder={DIARY.writeHint}
                autoComplete="off"
                value={line}
                error={log.error?.message}
                onChange={(event) => setLine(event.currentTarget.value)}
              />
              <Button type="submit" loading={log.isPending} disabled={line.trim() === ""}>
                {DIARY.log}
              </Button>
            </div>
            <Found words={line} onChoose={choose} onAdd={() => setAdding(true)} />
          </>
        )}
      </form>
      <Sheet title={OWN_FOOD.newTitle} opened={adding} onClose={() => setAdding(false)}>
        {adding && (
          <OwnFoodForm
            food={null}
            name={line.replace(AMOUNT_FIRST, "").trim()}
            onDone={({ food_id, name, portions }) => {
              setAdding(false);
              choose({ kind: "food", food: { food_id, description: name, portions } });
            }}
          />
        )}
      </Sheet>
    </>
  );
}

const AMOUNT_FIRST = /^[\d.,/½¼¾\s]+\s*/;

/** The household's recipes and the foods that the words may mean. */
function Found({
  words,
  onChoose,
  onAdd,
}: {
  words: string;
  onChoose: (chosen: Chosen) => void;
  onAdd: () => void;
}) {
  const format = useFormat();
  const [query] = useDebouncedValue(words.replace(AMOUNT_FIRST, "").trim(), TYPING_MS);
  const enabled = query.length > 1;
  const recipes = useAnswer("list_recipes", { search: query, limit: 3 }, { enabled, keepPrevious: true });
  const foods = useAnswer("search_foods", { query, limit: 4 }, { enabled, keepPrevious: true });
  if (!enabled) return null;
  const found = [
    ...(recipes.data?.recipes ?? []).map((recipe) => ({
      key: recipe.recipe_id,
      name: recipe.name,
      note: recipe.per_serving
        ? DIARY.aServing(format.nutrient("energy_kcal", recipe.per_serving.energy_kcal))
        : DIARY.recipe,
      chosen: { kind: "recipe", recipe } as const,
    })),
    ...(foods.data?.foods ?? []).map((food) => ({
      key: food.food_id,
      name: food.description,
      note: DIARY.per100(format.nutrient("energy_kcal", food.per_100g.energy_kcal)),
      chosen: { kind: "food", food } as const,
    })),
  ];
  if (!recipes.data || !foods.data) return null;
  return (
    <>
      {found.length > 0 && (
        <ul className="mp-diary-found" aria-label={DIARY.found}>
          {found.map(({ key, name, note, chosen }) => (
            <li key={key}>
              <button type="button" onClick={() => onChoose(chosen)}>
                <span>{name}</span> <span className="mp-muted">{note}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button variant="subtle" onClick={onAdd}>
        {OWN_FOOD.addYourOwn}
      </Button>
    </>
  );
}
