import { IRREGULAR_SINGULARS, SPELLINGS, UNCHANGED_IN_SINGULAR } from "./vocabulary/spellings.ts";

/** The singular of an English word as food names need it: leaves → leaf, tomatoes → tomato, asparagus → asparagus. */
export function singular(word: string): string {
  const known = singulars.get(word);
  if (known !== undefined) return known;
  const one = findSingular(word);
  // A household's vocabulary fits; a stream of garbage must not fill the memory.
  if (singulars.size < 50_000) singulars.set(word, one);
  return one;
}

const singulars = new Map<string, string>();

function findSingular(word: string): string {
  const irregular = IRREGULAR_SINGULARS[word];
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !word.endsWith("s") || UNCHANGED_IN_SINGULAR.has(word)) return word;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:o|ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

const CONNECTORS = new Set(["of", "the", "a", "an", "your", "some", "and", "or", "&"]);

/** No food's name is longer, nor are notes that tell its state; a page pasted into a line must not cost its length. */
const LONGEST_NAME = 400;

/**
 * A food's name as words to compare by: lower case, singular, accents, apostrophes and hyphens gone, one spelling of
 * each word ("Crème fraîche" → creme fraiche, "goats' cheese" → goat cheese, "yoghurt" → yogurt). Of a longer text the
 * words of the first 400 characters.
 */
export function nameWords(name: string): string[] {
  const read = name.length > LONGEST_NAME ? name.slice(0, LONGEST_NAME) : name;
  // One compatibility character may spell a whole phrase.
  const ascii = /^[\x20-\x7e]*$/.test(read)
    ? read
    : read
        .replace(/\bpuré(?!\p{L})/giu, "puree")
        .normalize("NFKD")
        .slice(0, 2 * LONGEST_NAME)
        .replace(/\p{M}/gu, "");
  const plain = ascii
    .toLowerCase()
    .replace(/[’']s\b/g, "")
    .replace(/[’']/g, "");
  const words: string[] = [];
  for (const word of plain.split(/[^\p{L}\d%]+/u)) {
    if (word === "" || CONNECTORS.has(word)) continue;
    const one = singular(word);
    words.push(...(SPELLINGS[one] ?? one).split(" "));
  }
  return words;
}

/** The key of a name: its words in order. Two names with the same key are the same name. */
export function nameKey(name: string): string {
  return nameWords(name).join(" ");
}
