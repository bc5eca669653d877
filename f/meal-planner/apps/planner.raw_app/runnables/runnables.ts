import { GOALS_PATHS, type GoalsCalls } from "./goals.ts";
import { OPERATIONS_PATHS, type OperationsCalls } from "./operations.ts";
import { RECIPES_PATHS, type RecipesCalls } from "./recipes.ts";
import { SETTINGS_PATHS, type SettingsCalls } from "./settings.ts";
import { SHOPPING_PATHS, type ShoppingCalls } from "./shopping.ts";
import { WEEK_PATHS, type WeekCalls } from "./week.ts";

/** Everything that the page may call: the name it uses → the script. `backend/` has one file for each. */
export const RUNNABLES = {
  ...WEEK_PATHS,
  ...SHOPPING_PATHS,
  ...RECIPES_PATHS,
  ...GOALS_PATHS,
  ...OPERATIONS_PATHS,
  ...SETTINGS_PATHS,
} as const;

type Calls = WeekCalls & ShoppingCalls & RecipesCalls & GoalsCalls & OperationsCalls & SettingsCalls;

export type RunnableId = keyof typeof RUNNABLES;
export type Args<Id extends RunnableId> = Calls[Id]["args"];
export type Answer<Id extends RunnableId> = Calls[Id]["answer"];
