import { z } from "zod";
import type { Database, Queryable } from "../../database/connection.ts";
import { readPublishing } from "../../households/publishing_settings.ts";
import { publishedMeals } from "../meal_planning/published_meals.ts";
import type { PublishedPlan, PublishingPlace } from "../meal_planning/publishing_place.ts";
import { getList } from "../shopping_list/get_list.ts";
import { wantedEntries, wantedEntrySchema } from "./meal_plan_entries.ts";
import { putMealPlan } from "./put_meal_plan.ts";
import { putShopping } from "./put_shopping.ts";
import { recipesInTandoor } from "./recipes_in_tandoor.ts";
import { wantedLineSchema, wantedLines } from "./shopping_lines.ts";
import { type TandoorAccount, tandoorAccount } from "./tandoor_account.ts";
import { type TandoorApi, withTandoor } from "./tandoor_api.ts";

const entriesSchema = z.array(wantedEntrySchema);
const linesSchema = z.array(wantedLineSchema);

/** A household's Tandoor, read when it is needed: a token that was renewed since a saga began is the one to use. */
export type AccountSource = (db: Queryable, householdId: string) => Promise<TandoorAccount>;

const householdsOwn: AccountSource = async (db, householdId) => {
  const { tandoor_resource } = await readPublishing(db, householdId);
  return tandoorAccount(undefined, tandoor_resource ?? undefined);
};

/** Planned meals as entries of Tandoor's meal plan. */
export function tandoorMealPlanPlace(account: AccountSource = householdsOwn): PublishingPlace {
  return {
    target: "tandoor_meal_plan",
    async compose(tx, plan) {
      const meals = await publishedMeals(tx, plan.plan_id);
      const ids = meals.map((meal) => meal.recipe_id);
      const { address } = await account(tx, plan.household_id);
      return wantedEntries(meals, await recipesInTandoor(tx, plan.household_id, address, ids));
    },
    async put(database, plan, wanted, _last, signal) {
      const entries = wanted === null ? [] : entriesSchema.parse(wanted);
      const counts = await asked(database, plan, account, (api) => putMealPlan(api, plan, entries, signal));
      return { counts, content: wanted };
    },
  };
}

/** The lines of a plan's shopping list as entries of Tandoor's. */
export function tandoorShoppingPlace(account: AccountSource = householdsOwn): PublishingPlace {
  return {
    target: "tandoor_shopping",
    async compose(tx, plan, before) {
      if (plan.list_id === null) return [];
      const list = await getList(tx, { listId: plan.list_id, householdId: plan.household_id });
      const lines = wantedLines(list, before === null ? [] : linesSchema.parse(before));
      // A list that is done has nothing left to buy.
      return list.state === "completed" ? lines.filter((line) => line.checked) : lines;
    },
    async put(database, plan, wanted, last, signal) {
      const lines = wanted === null ? null : linesSchema.parse(wanted);
      const published = last === null ? [] : linesSchema.parse(last);
      const done = await asked(database, plan, account, (api) =>
        putShopping(api, plan, lines, published, signal),
      );
      return { counts: done.counts, content: wanted === null ? null : done.lines };
    },
  };
}

async function asked<T>(
  database: Database,
  plan: PublishedPlan,
  account: AccountSource,
  work: (api: TandoorApi) => Promise<T>,
): Promise<T> {
  return withTandoor(database, await account(database, plan.household_id), work);
}
