import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { looseText, plainText } from "../../database/plain_text.ts";
import { NUTRIENTS, type Nutrients } from "../../foods/nutrients.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { DIETS, NOT_IN_DIET } from "../../households/person.ts";
import { MEALS, type Meal } from "./meal_fit.ts";
import { halfTyped, respeltSearch } from "./recipe_search.ts";

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
  sort: z.enum(["name", "best_match", "newest", "rating", "time", "energy"]).default("name"),
  archived: z.boolean().default(false),
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

/** Whether a line of the recipe means the food: its words, in any of their forms. The search index has them all. */
const HAS_FOOD = (parameter: string) => {
  const words = `plainto_tsquery('english', meal_planner.without_accents(${parameter}))`;
  return `(r.search @@ ${words} and exists (
         select 1 from jsonb_array_elements(r.ingredients) as line
         where to_tsvector('english', meal_planner.without_accents(coalesce(line ->> 'food', ''))) @@ ${words}))`;
};

/** What comes before the name in each order, ascending: the best, latest, quickest or lightest first. */
const SORT_KEY: Record<z.output<typeof listRecipesInput>["sort"], string> = {
  name: "0",
  best_match: "-ts_rank(r.search, asked.query)",
  newest: "-extract(epoch from r.created_at)",
  rating: "-coalesce(r.rating, 0)",
  time: `coalesce(nullif(coalesce(r.prep_minutes, 0) + coalesce(r.cook_minutes, 0), 0)::double precision, 'infinity')`,
  energy: "coalesce((n.per_serving ->> 'energy_kcal')::double precision, 'infinity')",
};

export type RecipePage = {
  recipes: RecipeSummary[];
  next_cursor: string | null;
  /** What was searched for in place of `search`, where none of its words could be meant as it is spelt. */
  searched_for: string | null;
};

/**
 * The household's recipes, a page at a time; every word of `search`, every tag and every other condition must
 * hold. Accents don't matter, the last word may be half typed, and a search that finds nothing is tried again with slips of
 * one letter put right. A recipe whose nutrition or contents aren't known fits no range and no diet but an
 * omnivore's. Recipes that come in while somebody pages are shown where they belong; none is shown twice or left out.
 */
export async function listRecipes(tx: Tx, input: z.output<typeof listRecipesInput>): Promise<RecipePage> {
  const household = await resolveHousehold(tx, input.household_id);
  const after = input.cursor === undefined ? undefined : decodeCursor(input.cursor);
  const search = input.search?.trim() || null;
  let searched_for = after?.searched_for ?? null;
  let rows = await page(tx, household, { ...input, search: searched_for ?? search }, after);
  if (rows.length === 0 && search !== null && after === undefined) {
    searched_for = await respeltSearch(tx, household, search);
    if (searched_for !== null) rows = await page(tx, household, { ...input, search: searched_for }, after);
    if (rows.length === 0) searched_for = null;
  }
  const last = rows[input.limit - 1];
  const next_cursor =
    rows.length > input.limit && last
      ? encodeCursor({
          key: String(last.sort_key),
          name: last.sort_name,
          id: last.recipe_id,
          ...(searched_for === null ? {} : { searched_for }),
        })
      : null;
  const recipes = rows.slice(0, input.limit).map(({ sort_name: _, sort_key: __, ...summary }) => summary);
  return { recipes, next_cursor, searched_for };
}

type Asked = Omit<z.output<typeof listRecipesInput>, "search"> & { search: string | null };
type Row = RecipeSummary & { sort_name: string; sort_key: number };

async function page(tx: Tx, household: Household, asked: Asked, after?: Cursor): Promise<Row[]> {
  const half = asked.search === null ? null : halfTyped(asked.search);
  const sortKey = `(${SORT_KEY[asked.sort]})::double precision`;
  const { rows } = await tx.query<Row>(
    `select r.recipe_id, r.version, r.name, r.servings, nullif(coalesce(r.prep_minutes, 0) + coalesce(r.cook_minutes, 0), 0) as minutes, r.cuisine,
       r.tags, r.suits, r.rating, r.image_url, n.per_serving, n.coverage_by_mass, lower(r.name) as sort_name,
       ${sortKey} as sort_key
     from meal_planner.recipes r
     left join meal_planner.recipe_nutrition n on n.recipe_id = r.recipe_id and n.recipe_version = r.version
     cross join (
       select websearch_to_tsquery('english', meal_planner.without_accents(coalesce($2::text, '')))
         || case when $16::text is null then ''::tsquery
            else plainto_tsquery('english', $15::text) && to_tsquery('simple', $16::text || ':*') end as query
     ) as asked
     where r.household_id = $1::uuid and (r.archived_at is not null) = $14::boolean
       and ($2::text is null or r.search @@ asked.query)
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
       and ($6::text is null or (${sortKey}, lower(r.name), r.recipe_id) > ($17::double precision, $6::text, $7::uuid))
     order by sort_key, lower(r.name), r.recipe_id
     limit $8::integer`,
    [
      household.household_id,
      asked.search,
      asked.tags?.map((tag) => tag.trim().toLowerCase()) ?? null,
      asked.suits ?? null,
      asked.max_minutes ?? null,
      after?.name ?? null,
      after?.id ?? null,
      asked.limit + 1,
      asked.food ?? null,
      asked.without_food ?? null,
      NOT_IN_DIET[asked.diet ?? "omnivore"],
      asked.min_rating ?? null,
      JSON.stringify(asked.nutrition ?? []),
      asked.archived,
      half?.before ?? "",
      half?.half ?? null,
      after?.key ?? null,
    ],
  );
  return rows;
}

const cursorContent = z.object({
  // As text: a recipe without a time comes at infinity, which JSON doesn't know.
  key: z.string().regex(/^-?(?:Infinity|\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/),
  name: looseText(300),
  id: z.uuid(),
  searched_for: looseText(200).optional(),
});

type Cursor = z.output<typeof cursorContent>;

function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

function decodeCursor(cursor: string): Cursor {
  try {
    return cursorContent.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new InvalidInput([
      { path: "cursor", message: "Not a cursor that list_recipes gave. Leave it out to begin." },
    ]);
  }
}
