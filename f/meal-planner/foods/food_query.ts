import type { FoodState } from "./food.ts";
import type { IngredientLine } from "./ingredient_line.ts";
import { meantForm, meantWords, SPOONS } from "./meant_words.ts";
import {
  EQUIPMENT,
  FOODS_LIKE_EQUIPMENT,
  IGNORABLE,
  STATE_WORDS,
  VARIETAL,
} from "./vocabulary/match_words.ts";
import { nameWords } from "./word_forms.ts";

/** What a line asks of the matcher: one name, and the state that the food goes in. */
export type FoodQuery = {
  /** The name as written. */
  name: string;
  words: readonly string[];
  /** Words of the preparation that may be part of a product's name: "crushed" of "tomatoes, crushed". */
  preparation: readonly string[];
  state: FoodState | null;
  /** False where the state is only a hint, such as a bunch, which is fresh. */
  stateSaid: boolean;
};

/** Preparations that shops sell as products of their own. */
const SOLD_PREPARED = new Set(
  "crushed ground minced sliced slivered hard-boiled boiled cooked roasted smoked creamed stewed mashed whipped pickled shredded".split(
    " ",
  ),
);
const FRESH_UNITS = new Set([
  "sprig",
  "bunch",
  "handful",
  "stalk",
  "head",
  "leaf",
  "branch",
  "bulb",
  "ear",
  "knob",
]);

/** Who offers more alternatives, prepares in more ways or names a food in more words writes prose. */
const MOST_NAMES = 8;
const MOST_PREPARATIONS = 3;
const MOST_WORDS = 16;

/** The queries of a line, the preferred alternative first; none for a heading or a line without a food. */
export function queriesOf(line: IngredientLine): FoodQuery[] {
  if (line.food === null || isEquipment(line.food)) return [];
  const offered = line.alternatives.length > 0 ? line.alternatives : [line.food];
  const later = /^or (?!to |more|so |less )([^,(]{3,40})/i.exec(line.comment ?? "")?.[1];
  const names = [
    ...offered.map((name) => completed(name, offered.at(-1) as string)),
    ...(later ? [later] : []),
  ];
  const asked = new Set(withBone(line, names));
  return [...asked].slice(0, MOST_NAMES).map((name) => queryOf(line, name));
}

/** "1 kg chicken thighs, bone in": what is bought with its bones is another food than without, where there is one. */
function withBone(line: IngredientLine, names: readonly string[]): readonly string[] {
  if (!isBoneIn(line)) return names;
  const boned = names.filter((name) => !/\bbone/i.test(name)).map((name) => `bone-in ${name}`);
  const bare = names.map((name) => name.replace(/\bbone-in,? /i, ""));
  return [...new Set([...boned, ...names, ...bare])];
}

const WOODS = new Set("wood hickory oak mesquite cherrywood applewood smoking alder maple".split(" "));

/** Whether a line says that the bones are weighed with it. */
export function isBoneIn({ food, preparation, comment }: IngredientLine): boolean {
  return /\bbone[- ]in\b|\bon the bone\b/i.test(`${food ?? ""} ${preparation ?? ""} ${comment ?? ""}`);
}

/** "1 cheesecloth", "aluminium foil": on the list and not eaten. A tortilla wrap is; chips are but those of wood. */
export function isEquipment(food: string): boolean {
  const words = nameWords(food);
  if (words.at(-1) === "chip" && !words.some((word) => WOODS.has(word))) return false;
  return EQUIPMENT.has(words.at(-1) ?? "") && !words.some((word) => FOODS_LIKE_EQUIPMENT.has(word));
}

/** "white" of "white or cremini mushrooms" lacks its head: white mushrooms. */
function completed(name: string, last: string): string {
  const words = nameWords(name);
  const adjectives = words.every((word) => IGNORABLE.has(word) || VARIETAL.has(word) || STATE_WORDS[word]);
  const head = last.trim().split(/\s+/).at(-1);
  return adjectives && name !== last ? `${name} ${head}` : name;
}

/** Heads and shells matter for the weight, not for what it is. */
const WEIGHED_WITH = /\b(?:heads?|shells?|tails?)[- ](?:on|off)\b,?/gi;

function queryOf(line: IngredientLine, offered: string): FoodQuery {
  const name = line.part ? `${offered} ${line.part === "juice" ? "juice" : "zest"}` : offered;
  const words = meantWords(line, nameWords(name.replace(WEIGHED_WITH, " "))).slice(-MOST_WORDS);
  const notes = nameWords(`${line.preparation ?? ""} ${line.comment ?? ""}`);
  const sold = nameWords(line.preparation ?? "").filter((word) => SOLD_PREPARED.has(word));
  const state = stateOf(line, words, notes);
  const preparation = [...new Set([...meantForm(line, words, state), ...sold])].slice(0, MOST_PREPARATIONS);
  return { name, words, preparation, ...state };
}

const NOTED_STATES = /^(?:cooked|boiled|canned|frozen|thawed|dried|leftover|precooked)$/;

function stateOf(
  line: IngredientLine,
  words: readonly string[],
  notes: readonly string[],
): Pick<FoodQuery, "state" | "stateSaid"> {
  const container = line.unit === "can" || line.container === "can";
  if (container) return { state: "canned", stateSaid: true };
  const said = words.find((word) => STATE_WORDS[word]);
  if (said) return { state: STATE_WORDS[said] as FoodState, stateSaid: true };
  // "canned San Marzano or other plum tomatoes": said of the first, meant of all.
  const ofAll = nameWords(line.food ?? "").find((word) => /^(?:canned|dried|frozen|cooked)$/.test(word));
  if (ofAll) return { state: STATE_WORDS[ofAll] as FoodState, stateSaid: false };
  const patted = /\b(?:rinsed|washed|patted|pat|drained|scrubbed|picked)\b/.test(line.preparation ?? "");
  const noted = notes.slice(0, 12).find((word) => NOTED_STATES.test(word) && !(patted && word === "dried"));
  if (noted) return { state: noted === "thawed" ? "frozen" : (STATE_WORDS[noted] ?? null), stateSaid: true };
  if (/drained/.test(line.preparation ?? "") && !/soaked/.test(line.preparation ?? ""))
    return { state: "canned", stateSaid: false };
  if (FRESH_UNITS.has(line.unit ?? "") || /\b(?:sprig|leaf|stalk)s?$|\bleaves$/.test(line.food ?? ""))
    return { state: "fresh", stateSaid: false };
  if (
    /\b(?:chopped|minced|grated|torn|snipped|peeled|shredded|picked|gutted|scaled|cleaned)\b/.test(
      line.preparation ?? "",
    )
  )
    return { state: "fresh", stateSaid: false };
  if (SPOONS.has(line.unit ?? "")) return { state: "dried", stateSaid: false };
  return { state: null, stateSaid: false };
}
