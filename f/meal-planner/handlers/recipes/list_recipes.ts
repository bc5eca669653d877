import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { looseText, plainText } from "../../database/plain_text.ts";
import { NUTRIENTS, type Nutrients } from "../../foods/nutrients.ts";
import { resolveHousehold } from "../../households/household.ts";
import { DIETS, NOT_IN_DIET } from "../../households/person.ts";
import { MEALS, type Meal } from "./meal_fit.ts";

export const listRecipesInput = z.strictObject({
  search: looseText(200).optional(),
  tags: z.array(looseText(60)).max(10).optional(),
  suits: z.enum(MEALS).optional(),
  max_minutes: z.int().min(0).optional(),
  food: plainText(80).optional(),
  without_food: plainText(80).optional(),
  diet: z.enum(DIETS).optional(),
  min_rating: z.int().min(1).max(5).optional(),
  nutrition: z
    .array(
      z.strictObject({
        nutrient: z.enum(NUTRIENTS),
        least: z.number().min(0).nullish(),
        most: z.number().min(0).nullish(),
      }),
    )
    .max(NUTRIENTS.length)
    .optional(),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  household_id: z.uuid().optional(),
});

export type RecipeSummary = {
  recipe_id: string;
  version: number;
  name: string;
  servings: number | null;
  minutes: number | null;
  cuisine: string | null;
  tags: string[];
  suits: Meal[];
  rating: number | null;
  image_url: string | null;
  per_serving: Nutrients | null;
  coverage_by_mass: number | null;
};

/** Whether a line of the recipe means the food: its words, in any of their forms. */
const HAS_FOOD = (parameter: string) => `exists (
         select 1 from jsonb_array_elements(r.ingredients) as line
         where to_tsvector('english', coalesce(line ->> 'food', '')) @@ plainto_tsquery('english', ${parameter}))`;

/**
 * The household's recipes by name, a page at a time; every word of `search`, every tag and every other condition must
 * hold. A recipe whose nutrition or contents aren't known fits no range and no diet but an omnivore's.
 */
export async function listRecipes(
  tx: Tx,
  input: z.output<typeof listRecipesInput>,
): Promise<{ recipes: RecipeSummary[]; next_cursor: string | null }> {
  const household = await resolveHousehold(tx, input.household_id);
  const after = input.cursor === undefined ? undefined : decodeCursor(input.cursor);
  const { rows } = await tx.query<RecipeSummary & { sort_name: string }>(
    `select r.recipe_id, r.version, r.name, r.servings, nullif(coalesce(r.prep_minutes, 0) + coalesce(r.cook_minutes, 0), 0) as minutes, r.cuisine,
       r.tags, r.suits, r.rating, r.image_url, n.per_serving, n.coverage_by_mass, lower(r.name) as sort_name
     from meal_planner.recipes r
     left join meal_planner.recipe_nutrition n on n.recipe_id = r.recipe_id and n.recipe_version = r.version
     where r.household_id = $1::uuid and r.archived_at is null
       and ($2::text is null or r.search @@ websearch_to_tsquery('english', $2::text))
       and ($3::text[] is null or r.tags @> $3::text[])
       and ($4::text is null or $4::text = any (r.suits))
       and ($5::integer is null or coalesce(r.prep_minutes, 0) + coalesce(r.cook_minutes, 0) <= $5::integer)
       and ($9::text is null or ${HAS_FOOD("$9::text")})
       and ($10::text is null or not ${HAS_FOOD("$10::text")})
       and (cardinality($11::text[]) = 0 or (n.unknown_lines = '{}' and not n.origins && $11::text[]))
       and ($12::integer is null or r.rating >= $12::integer)
       and not exists (
         select 1 from jsonb_to_recordset($13::jsonb)
           as wanted (nutrient text, least double precision, most double precision)
         where not coalesce((n.per_serving ->> wanted.nutrient)::double precision
           between coalesce(wanted.least, '-infinity') and coalesce(wanted.most, 'infinity'), false))
       and ($6::text is null or (lower(r.name), r.recipe_id) > ($6::text, $7::uuid))
     order by lower(r.name), r.recipe_id
     limit $8::integer`,
    [
      household.household_id,
      input.search?.trim() || null,
      input.tags?.map((tag) => tag.toLowerCase()) ?? null,
      input.suits ?? null,
      input.max_minutes ?? null,
      after?.name ?? null,
      after?.id ?? null,
      input.limit + 1,
      input.food ?? null,
      input.without_food ?? null,
      NOT_IN_DIET[input.diet ?? "omnivore"],
      input.min_rating ?? null,
      JSON.stringify(input.nutrition ?? []),
    ],
  );
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const next_cursor = rows.length > input.limit && last ? encodeCursor(last.sort_name, last.recipe_id) : null;
  return { recipes: page.map(({ sort_name: _, ...summary }) => summary), next_cursor };
}

const cursorContent = z.object({ name: z.string(), id: z.uuid() });

function encodeCursor(name: string, id: string): string {
  return Buffer.from(JSON.stringify({ name, id })).toString("base64url");
}

function decodeCursor(cursor: string): z.output<typeof cursorContent> {
  try {
    return cursorContent.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new InvalidInput([
      { path: "cursor", message: "Not a cursor that list_recipes gave. Leave it out to begin." },
    ]);
  }
}
