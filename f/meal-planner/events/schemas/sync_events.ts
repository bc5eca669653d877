import { z } from "zod";
import { count, EXAMPLE_HOUSEHOLD, EXAMPLE_PERSON, householdId } from "./detail_fields.ts";
import { defineEvent } from "./event_definition.ts";

const RUN = "0192f5a0-0000-7000-8000-000000000007";

const run = { household_id: householdId, run_id: z.guid().describe("Ties the start to its end.") };
const exampleRun = { household_id: EXAMPLE_HOUSEHOLD, run_id: RUN };
const outcome = { created: count, updated: count, unchanged: count, failed: count };
const exampleOutcome = { created: 3, updated: 1, unchanged: 20, failed: 0 };
const fatSecret = {
  ...run,
  person_id: z.guid().nullable().describe("Whose account; null for all of the household's."),
  scope: z.array(z.string().min(1)).describe("What is synchronised, such as diary or favorites."),
};
const exampleFatSecret = { ...exampleRun, person_id: EXAMPLE_PERSON, scope: ["diary"] };

export const syncEvents = [
  defineEvent({
    type: "FatSecretSyncStarted",
    source: "meal-planner.fatsecret",
    version: 1,
    description: "A synchronisation with FatSecret began.",
    usedBy: ["apps/planner"],
    detail: () => z.strictObject(fatSecret),
    example: exampleFatSecret,
  }),
  defineEvent({
    type: "FatSecretSyncCompleted",
    source: "meal-planner.fatsecret",
    version: 1,
    description: "A synchronisation with FatSecret ended; failures are counted, not hidden.",
    usedBy: ["apps/planner"],
    detail: () => z.strictObject({ ...fatSecret, ...outcome }),
    example: { ...exampleFatSecret, ...exampleOutcome },
  }),
  defineEvent({
    type: "TandoorImportStarted",
    source: "meal-planner.tandoor",
    version: 1,
    description: "An import of recipes from Tandoor began.",
    usedBy: ["apps/planner"],
    detail: () => z.strictObject(run),
    example: exampleRun,
  }),
  defineEvent({
    type: "TandoorImportCompleted",
    source: "meal-planner.tandoor",
    version: 1,
    description: "An import of recipes from Tandoor ended.",
    usedBy: ["apps/planner"],
    detail: () => z.strictObject({ ...run, ...outcome }),
    example: { ...exampleRun, ...exampleOutcome },
  }),
  defineEvent({
    type: "TandoorExportCompleted",
    source: "meal-planner.tandoor",
    version: 1,
    description: "Recipes or a plan were written to Tandoor.",
    usedBy: ["apps/planner"],
    detail: () => z.strictObject({ ...run, ...outcome }),
    example: { ...exampleRun, ...exampleOutcome },
  }),
] as const;
