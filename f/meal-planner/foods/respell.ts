import type { FoodIndex } from "./food_index.ts";
import { IGNORABLE } from "./vocabulary/match_words.ts";

/** Short words have too many neighbours: "mace" and "rice". */
const SHORTEST_RESPELT = 6;

/** The words of an index's names by first letter and length; made when the first slip is met. */
const wordsByShape = new WeakMap<FoodIndex["names"], Map<string, string[]>>();

/**
 * The words with slips of one letter put right: a letter wrong, missing, too many, or two swapped ("parsely",
 * "mayonaise"). A word that some food's name has is right; the first letter is taken to be right. Null where nothing
 * is changed.
 */
export function respell(index: FoodIndex, words: readonly string[]): string[] | null {
  const shapes = shapesOf(index);
  let changed = false;
  const respelt = words.map((word) => {
    if (word.length < SHORTEST_RESPELT || !/^[a-z]+$/.test(word)) return word;
    const near = nearest(shapes, word);
    // Into a word that says nothing ("peeler" → "peeled") there is no slip.
    if (near === undefined || near === word || IGNORABLE.has(near)) return word;
    changed = true;
    return near;
  });
  return changed ? respelt : null;
}

function shapesOf(index: FoodIndex): Map<string, string[]> {
  const known = wordsByShape.get(index.names);
  if (known) return known;
  const shapes = new Map<string, string[]>();
  const words = new Set<string>();
  for (const key of index.names.keys()) for (const word of key.split(" ")) words.add(word);
  for (const word of words) {
    const shape = `${word[0]}${word.length}`;
    const same = shapes.get(shape);
    if (same) same.push(word);
    else shapes.set(shape, [word]);
  }
  wordsByShape.set(index.names, shapes);
  return shapes;
}

function nearest(shapes: ReadonlyMap<string, readonly string[]>, word: string): string | undefined {
  if (shapes.get(`${word[0]}${word.length}`)?.includes(word)) return word;
  for (const length of [word.length, word.length + 1, word.length - 1]) {
    const found = shapes.get(`${word[0]}${length}`)?.find((candidate) => oneSlipApart(word, candidate));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether one letter changed, added or dropped, or two neighbours swapped, makes one word of the other. */
export function oneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
