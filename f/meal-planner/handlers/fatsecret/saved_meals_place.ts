import type { Tx } from "../../database/connection.ts";
import { readPublicationsOfOthers } from "../meal_planning/plan_publications.ts";
import { publishedMeals } from "../meal_planning/published_meals.ts";
import type { PublishedPlan, PublishingPlace } from "../meal_planning/publishing_place.ts";
import type { AccountFields } from "./person_account.ts";
import { type PersonsSavedMeals, putSavedMeals } from "./put_saved_meals.ts";
import {
  marksByPerson,
  type SavedMealsContent,
  savedMealsContentSchema,
  savedMealsOf,
} from "./saved_meals_of_plan.ts";

/**
 * Planned meals as saved meals of each connected person, to be eaten with one touch: one for each portion of a recipe, by
 * whatever plan. One that another plan has published stays when this one is taken back.
 */
export function savedMealsPlace(fatsecret?: AccountFields["fatsecret"]): PublishingPlace {
  return {
    target: "fatsecret_saved_meals",
    async compose(tx, plan) {
      const meals = await publishedMeals(tx, plan.plan_id);
      return savedMealsOf(meals, await connectedPeople(tx, plan));
    },
    async put(database, plan, wanted, last, signal) {
      const content = parseContent(wanted);
      const before = parseContent(last);
      const { people, disconnected } = await database.transaction((tx) =>
        whatGoes(tx, plan, content, before),
      );
      const { household_id } = plan;
      const put = await putSavedMeals(database, { household_id, fatsecret }, people, signal);
      return { counts: put.counts, content: wanted, left_out: [...put.left_out, ...disconnected] };
    },
  };
}

function parseContent(content: unknown): SavedMealsContent {
  return content === null ? [] : savedMealsContentSchema.parse(content);
}

async function connectedPeople(tx: Tx, plan: PublishedPlan): Promise<string[]> {
  const { rows } = await tx.query<{ person_id: string }>(
    `select person_id from meal_planner.fatsecret_connections
     where household_id = $1::uuid order by person_id`,
    [plan.household_id],
  );
  return rows.map((row) => row.person_id);
}

/** Whose account is gone from here, nobody can reach any more: what is there stays. */
async function whatGoes(
  tx: Tx,
  plan: PublishedPlan,
  content: SavedMealsContent,
  before: SavedMealsContent,
): Promise<{ people: PersonsSavedMeals[]; disconnected: string[] }> {
  const connected = new Set(await connectedPeople(tx, plan));
  const others = (await readPublicationsOfOthers(tx, plan, "fatsecret_saved_meals")).map((other) =>
    marksByPerson(parseContent(other)),
  );
  const [had, wants] = [marksByPerson(before), marksByPerson(content)];
  const everybody = [...new Set([...had.keys(), ...wants.keys()])].sort();
  const people = everybody
    .filter((id) => connected.has(id))
    .map((person_id) => ({
      person_id,
      wanted: content.find((one) => one.person_id === person_id)?.saved_meals ?? [],
      leaving: new Set(
        [...(had.get(person_id) ?? [])].filter(
          (mark) =>
            !wants.get(person_id)?.has(mark) && !others.some((marks) => marks.get(person_id)?.has(mark)),
        ),
      ),
    }));
  const disconnected = everybody
    .filter((id) => !connected.has(id))
    .map((id) => `person ${id} has no account connected any more`);
  return { people, disconnected };
}
