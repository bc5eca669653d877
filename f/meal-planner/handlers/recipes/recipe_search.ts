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
  const { rows } = await tx.query<{ word: string }>(
    `select distinct word
     from meal_planner.recipes r,
       regexp_split_to_table(lower(meal_planner.without_accents(r.name || ' ' || array_to_string(r.tags, ' ') || ' '
         || coalesce(r.cuisine, '') || ' ' || (select coalesce(string_agg(line ->> 'food', ' '), '')
           from jsonb_array_elements(r.ingredients) as line))), '[^[:alnum:]]+') as word
     where r.household_id = $1::uuid and length(word) >= $2::integer
     order by word`,
    [household.household_id, SHORTEST_RESPELT - 1],
  );
  const known = rows.map(({ word }) => word);
  const words = wordsOf(search);
  const respelt = words.map((word) => nearest(word, known));
  return respelt.every((word, at) => word === words[at]) ? null : respelt.join(" ");
}

function nearest(word: string, known: readonly string[]): string {
  if (word.length < SHORTEST_RESPELT || known.some((one) => one.startsWith(word))) return word;
  return known.find((one) => oneSlipApart(word, one)) ?? word;
}

function wordsOf(search: string): string[] {
  const bare = search.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
