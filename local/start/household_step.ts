import type { Database } from "../../f/meal-planner/database/connection.ts";
import type { ImportReport } from "../../f/meal-planner/handlers/recipes/import_file.ts";
import type { Household } from "../../f/meal-planner/households/household.ts";
import { handleEvents } from "./handle_events.ts";
import { loadRecipeFile, loadSampleHousehold } from "./local_household.ts";
import type { StartOptions } from "./options.ts";
import type { Progress } from "./progress.ts";

const SHOWN_REFUSALS = 20;

/** The household to plan for, with its recipes' nutrition worked out: the events of their import are handled here. */
export async function prepareHousehold(
  database: Database,
  options: StartOptions,
  progress: Progress,
  signal: AbortSignal,
): Promise<Household> {
  const household = await loadRecipes(database, options.recipes, progress);
  await progress.step(
    "Nutrition, by events",
    (note) => handleEvents(database, signal, note),
    (handled) => (handled === 0 ? "nothing to do" : `${handled} events handled`),
  );
  if (options.recipes) {
    await progress.step("Nutrition coverage", () => readCoverage(database, household), describeCoverage);
  }
  return household;
}

async function loadRecipes(
  database: Database,
  file: string | undefined,
  progress: Progress,
): Promise<Household> {
  // Always: it is the default household, the one that other commands mean.
  const sample = await progress.step(
    "Sample household",
    () => loadSampleHousehold(database),
    ({ loaded, people, recipes }) =>
      `${people.join(" and ")}, ${loaded ? `${recipes} recipes` : "as you left it"}`,
  );
  if (!file) return sample.household;
  const { household, report } = await progress.step(
    "Recipes",
    () => loadRecipeFile(database, file),
    ({ report }) => describeImport(report),
  );
  for (const line of refusals(report)) process.stdout.write(`${line}\n`);
  return household;
}

function describeImport(report: ImportReport): string {
  const { imported, updated, unchanged, refused } = report;
  const parts = [
    `${imported} imported`,
    ...(updated > 0 ? [`${updated} updated`] : []),
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    `${refused} refused`,
  ];
  return parts.join(", ");
}

function refusals(report: ImportReport): string[] {
  const refused = report.recipes.flatMap((recipe) =>
    recipe.outcome === "refused" ? [`    refused: ${recipe.name}: ${recipe.reason}`] : [],
  );
  const more = refused.length - SHOWN_REFUSALS;
  return more > 0 ? [...refused.slice(0, SHOWN_REFUSALS), `    and ${more} more`] : refused;
}

type Coverage = { recipes: number; full: number; good: number; poor: number };

async function readCoverage(database: Database, household: Household): Promise<Coverage> {
  const { rows } = await database.query<Coverage>(
    `select count(*) as recipes,
       count(*) filter (where coverage_by_mass >= 0.995) as full,
       count(*) filter (where coverage_by_mass >= 0.9 and coverage_by_mass < 0.995) as good,
       count(*) filter (where coverage_by_mass < 0.9) as poor
     from meal_planner.recipe_nutrition join meal_planner.recipes using (recipe_id)
     where household_id = $1::uuid and archived_at is null`,
    [household.household_id],
  );
  return rows[0]!;
}

function describeCoverage({ full, good, poor }: Coverage): string {
  return `${full} recipes known fully, ${good} over 90 % of their mass, ${poor} less`;
}
