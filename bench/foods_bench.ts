import { parseIngredientLine } from "../f/meal-planner/foods/ingredient_line.ts";
import { resolveLine } from "../f/meal-planner/foods/line_nutrition.ts";
import {
  FOOD_CASES,
  heldBack,
  indexOf,
  LABELLED,
  LABELLED_TOKENS,
  present,
  readFoodCases,
  readLabelled,
  SR28,
  scoreMatches,
  scoreParser,
} from "./foods_accuracy.ts";
import { garbageLines, garbagePairs } from "./foods_garbage.ts";
import { PEER, readAsPeer } from "./foods_peer.ts";
import { HARD_KINDS, MANY_KITCHENS } from "./judged_lines.ts";

const print = (figure: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(figure)}\n`);
const percent = (share: number) => Math.round(share * 1000) / 10;

/** Calls a second, the median of three runs over all inputs. */
function perSecond<T>(inputs: readonly T[], work: (input: T) => unknown): number {
  const runs = [1, 2, 3].map(() => {
    const started = performance.now();
    for (const input of inputs) work(input);
    return inputs.length / ((performance.now() - started) / 1000);
  });
  return Math.round(runs.sort((a, b) => a - b)[1] as number);
}

/** The best of some runs: the machine's other work isn't the parser's. */
function leastMs(work: () => unknown): number {
  const times = Array.from({ length: 8 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return Math.min(...times);
}

/** The slowest of the answers to 10 kB of garbage, once the code is warm. */
function slowestGarbage(answer: (line: string) => unknown): { ms: number; garbage: string } {
  let slowest = { ms: 0, garbage: "" };
  for (const [garbage, line] of [...garbageLines(), ...garbagePairs()]) {
    const ms = leastMs(() => answer(line));
    if (ms > slowest.ms) slowest = { ms: Math.round(ms * 100) / 100, garbage };
  }
  return slowest;
}

for (const paths of [[LABELLED], [LABELLED_TOKENS], [LABELLED, LABELLED_TOKENS]] as const) {
  if (!present(...paths)) continue;
  const score = scoreParser(heldBack(...paths));
  const peer = scoreParser(heldBack(...paths), readAsPeer);
  print({
    name: "parser_accuracy",
    data: paths.map((path) => path.split("/").at(-1)).join(" + "),
    held_back_lines: score.lines,
    quantity_and_unit_percent: percent(score.quantityAndUnit),
    labels_that_lost_the_quantity: score.quantityLost,
    quantity_and_unit_percent_without_those: percent(score.quantityAndUnitWhereLabelled),
    name_percent: percent(score.name),
    same_food_percent: percent(score.sameFood),
    labelled_name_contained_percent: percent(score.nameContained),
    baseline: {
      parser: PEER,
      quantity_and_unit_percent: percent(peer.quantityAndUnit),
      quantity_and_unit_percent_without_those: percent(peer.quantityAndUnitWhereLabelled),
      name_percent: percent(peer.name),
      same_food_percent: percent(peer.sameFood),
    },
    target: { quantity_and_unit_percent: 95, name_percent: 85 },
  });
}

const read = slowestGarbage(parseIngredientLine);
print({ name: "parser_garbage_10kb", slowest_ms: read.ms, garbage: read.garbage, target_ms: 5 });
const staples = indexOf("staples");
const matched = slowestGarbage((line) => resolveLine(staples, line));
print({ name: "match_garbage_10kb", slowest_ms: matched.ms, garbage: matched.garbage, target_ms: 5 });

if (present(LABELLED)) {
  const written = readLabelled(LABELLED).map((gold) => gold.line);
  print({ name: "parser_speed", lines_per_s: perSecond(written, parseIngredientLine) });
  for (const what of ["staples", "staples and SR28"] as const) {
    if (what !== "staples" && !present(SR28)) continue;
    const started = performance.now();
    const index = indexOf(what);
    print({
      name: "food_index",
      foods: index.foods.length,
      build_ms: Math.round(performance.now() - started),
    });
    const parsed = written.map(parseIngredientLine);
    print({
      name: "match_speed",
      data: what,
      lines_per_s: perSecond(parsed, (line) => resolveLine(index, line)),
      target: 1000,
    });
    const judged = {
      "lines judged for us": present(FOOD_CASES) ? readFoodCases() : [],
      "own lines, many kitchens": MANY_KITCHENS,
      "own lines, hard kinds": HARD_KINDS,
    };
    for (const [kind, cases] of Object.entries(judged)) {
      if (cases.length === 0) continue;
      const score = scoreMatches(index, cases);
      print({
        name: "match_accuracy",
        data: `${what}; ${kind}`,
        lines: score.lines,
        accepted_percent: percent(score.accepted),
        wrong_percent: percent(score.wrong),
        grams_in_range_percent: percent(score.grams),
        target: { accepted_percent: 85, wrong_percent: 3, grams_in_range_percent: 85 },
      });
    }
  }
}
