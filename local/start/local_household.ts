import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Database, Tx } from "../../f/meal-planner/database/connection.ts";
import { InvalidInput } from "../../f/meal-planner/database/errors.ts";
import { parseInput } from "../../f/meal-planner/database/parse_input.ts";
import { setGoals, setGoalsInput } from "../../f/meal-planner/handlers/nutrition/set_goals.ts";
import { type ImportReport, importFile } from "../../f/meal-planner/handlers/recipes/import_file.ts";
import { importRecipe } from "../../f/meal-planner/handlers/recipes/import_recipes.ts";
import { recipeInput } from "../../f/meal-planner/handlers/recipes/recipe.ts";
import { type Household, setHousehold } from "../../f/meal-planner/households/household.ts";
import { setPerson, setPersonInput } from "../../f/meal-planner/households/person.ts";
import { SAMPLE_HOUSEHOLD, SAMPLE_PEOPLE } from "../sample_household/household.ts";
import { SAMPLE_RECIPES } from "../sample_household/sample_recipes.ts";

const SAMPLE_ID = "5a3e1d0c-0000-4000-8000-000000000001";

export type SampleLoad = { household: Household; recipes: number; people: string[]; loaded: boolean };

/**
 * The sample household: people, goals and recipes in one transaction, so that a kill leaves all of it or none.
 * Where it is there already, nothing is touched: by now it is the user's.
 */
export async function loadSampleHousehold(database: Database): Promise<SampleLoad> {
  return database.transaction(async (tx) => {
    const { household, created } = await householdWithPeople(tx, SAMPLE_ID, SAMPLE_HOUSEHOLD.name);
    const people = SAMPLE_PEOPLE.map((person) => person.name);
    const recipes = SAMPLE_RECIPES.length;
    if (!created) return { household, recipes, people, loaded: false };
    for (const sample of SAMPLE_RECIPES) {
      const draft = parseInput(recipeInput, sample);
      await importRecipe(tx, household, draft, { origin: "file", origin_ref: `sample: ${sample.name}` });
    }
    return { household, recipes, people, loaded: true };
  });
}

/**
 * A household of its own for a file of recipes, with the sample's people and goals, so that the week is planned
 * from these recipes alone. The file is the truth: a later run brings in what changed in it.
 */
export async function loadRecipeFile(
  database: Database,
  file: string,
): Promise<{ household: Household; report: ImportReport }> {
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  const content = await readFile(path, "utf8").catch((error: Error) => {
    throw new InvalidInput([{ path: "--recipes", message: `${file} can't be read: ${error.message}` }]);
  });
  const household = await database.transaction(async (tx) => {
    const loaded = await householdWithPeople(tx, idOfFile(path), `Recipes of ${basename(path)}`);
    return loaded.household;
  });
  const report = await importFile(database, { content, household_id: household.household_id });
  return { household, report };
}

async function householdWithPeople(
  tx: Tx,
  household_id: string,
  name: string,
): Promise<{ household: Household; created: boolean }> {
  const { rows } = await tx.query<Household>(
    "select household_id, name, time_zone, is_default from meal_planner.households where household_id = $1::uuid",
    [household_id],
  );
  if (rows[0]) return { household: rows[0], created: false };
  const time_zone = SAMPLE_HOUSEHOLD.time_zone;
  const household = await setHousehold(tx, { household_id, name, time_zone, make_default: false });
  for (const { goals, ...person } of SAMPLE_PEOPLE) {
    const { person_id } = await setPerson(tx, household, parseInput(setPersonInput, person));
    await setGoals(tx, parseInput(setGoalsInput, { person: person_id, goals, household_id }));
  }
  return { household, created: true };
}

/** The same file gives the same household: a uuid (version 8, RFC 9562) of its path. */
function idOfFile(path: string): string {
  const hex = createHash("sha256").update(path).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
