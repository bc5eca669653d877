import type { Tx } from "../../database/connection.ts";
import { oneSlipApart } from "../../foods/respell.ts";
import type { Household } from "../../households/household.ts";

/** Words alone, without quotes, a minus or an `or`, which say more than to look for them. */
const PLAIN = /^(?!.*(?:\s-|\bor\b))[\p{L}\p{N}][\p{L}\p{M}\p{N}'’ -]*$/iu;
/** Shorter words have too many neighbours. */
const SHORTEST_RESPELT = 4;

/**
 * A search as typed: its last word may be half of one ("lent" finds lentils). Null for the half where the search is more
 * than words.
 */
export function halfTyped(search: string): { before: string; half: string } | null {
  if (!PLAIN.test(search)) return null;
  const words = wordsOf(search);
  const half = words.pop();
  return half === undefined || half.length < 2 ? null : { before: words.join(" "), half };
}

/**
 * A search with slips of one letter put right by the words of the household's own recipes ("lentl" → lentil); null where
 * it has none.
 */
export async function respeltSearch(tx: Tx, household: Household, search: string): Promise<string | null> {
  if (!PLAIN.test(search)) return null;
  const words = wordsOf(search);
  // The stems that recipes are found by: taking the words out of all their texts takes ten times as long.
  const { rows } = await tx.query<{ known: string[]; stems: (string | null)[] }>(
    `select coalesce((select json_agg(distinct stem)
         from meal_planner.recipes r, unnest(tsvector_to_array(r.search)) as stem
         where r.household_id = $1::uuid and r.archived_at is null and length(stem) >= $2::integer), '[]') as known,
       (select json_agg((ts_lexize('english_stem', word))[1] order by place)
        from unnest($3::text[]) with ordinality as word (word, place)) as stems`,
    [household.household_id, SHORTEST_RESPELT - 1, words],
  );
  const { known, stems } = rows[0]!;
  const respelt: string[] = [];
  for (const [at, word] of words.entries()) {
    const stem = nearest(word, stems[at] ?? word, known);
    respelt.push(stem === undefined ? word : await wordOf(tx, household, stem));
  }
  return respelt.every((word, at) => word === words[at]) ? null : respelt.join(" ");
}

/** The stem that a word was meant to have; undefined where it is right as it is, or nobody knows. */
function nearest(word: string, stem: string, known: readonly string[]): string | undefined {
  if (word.length < SHORTEST_RESPELT || known.some((one) => one.startsWith(word) || one === stem))
    return undefined;
  return known.find((one) => oneSlipApart(word, one)) ?? known.find((one) => oneSlipApart(stem, one));
}

/** A word as one of the recipes has it: people read it, and `cooki` is none. */
async function wordOf(tx: Tx, household: Household, stem: string): Promise<string> {
  const { rows } = await tx.query<{ text: string }>(
    `select meal_planner.without_accents(concat_ws(' ', r.name, array_to_string(r.tags, ' '), r.cuisine,
         jsonb_path_query_array(r.ingredients, '$[*].food')::text, r.description)) as text
     from meal_planner.recipes r
     where r.household_id = $1::uuid and r.archived_at is null and r.search @@ plainto_tsquery('simple', $2::text)
     limit 1`,
    [household.household_id, stem],
  );
  const words = wordsOf(rows[0]?.text ?? "").filter((word) => word.startsWith(stem.slice(0, -1)));
  return words.sort((a, b) => a.length - b.length)[0] ?? stem;
}

function wordsOf(search: string): string[] {
  const bare = search.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
