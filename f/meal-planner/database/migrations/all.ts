import type { Migration } from "../migrate.ts";
import { households } from "./0001_households.ts";
import { events } from "./0002_events.ts";
import { patterns } from "./0003_patterns.ts";
import { foods } from "./0004_foods.ts";
import { recipes } from "./0005_recipes.ts";
import { planning } from "./0006_planning.ts";
import { shopping } from "./0007_shopping.ts";
import { nutrition } from "./0008_nutrition.ts";
import { diary } from "./0009_diary.ts";
import { planChanges } from "./0010_plan_changes.ts";
import { http } from "./0011_http.ts";
import { dispatcher } from "./0012_dispatcher.ts";
import { tandoor } from "./0013_tandoor.ts";
import { fatsecret } from "./0014_fatsecret.ts";
import { publishing } from "./0015_publishing.ts";
import { web } from "./0016_web.ts";
import { leftovers } from "./0017_leftovers.ts";
import { preferences } from "./0018_preferences.ts";
import { idempotencyKeys } from "./0019_idempotency_keys.ts";
import { currency } from "./0020_currency.ts";
import { schedules } from "./0021_schedules.ts";
import { planningRuns } from "./0022_planning_runs.ts";
import { ownFoods } from "./0023_own_foods.ts";
import { importedContent } from "./0024_imported_content.ts";
import { weekWishes } from "./0025_week_wishes.ts";
import { sagaChains } from "./0026_saga_chains.ts";
import { calculationVersion } from "./0027_calculation_version.ts";
import { statedTastes } from "./0028_stated_tastes.ts";

/** In the order in which they run. A migration that has landed is never edited: add the next one. */
export const MIGRATIONS: readonly Migration[] = [
  households,
  events,
  patterns,
  foods,
  recipes,
  planning,
  shopping,
  nutrition,
  diary,
  planChanges,
  http,
  dispatcher,
  tandoor,
  fatsecret,
  publishing,
  web,
  leftovers,
  preferences,
  idempotencyKeys,
  currency,
  schedules,
  planningRuns,
  ownFoods,
  importedContent,
  weekWishes,
  sagaChains,
  calculationVersion,
  statedTastes,
];
