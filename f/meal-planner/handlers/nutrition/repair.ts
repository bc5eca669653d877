import type { Nutrient, Nutrients } from "../../foods/nutrients.ts";
import type { DayTotals } from "./day_judgement.ts";
import { type Goal, goalBand } from "./goal.ts";

/** Something that can be eaten on top: a recipe's serving, or a usual amount of a food. */
export type Addition = {
  name: string;
  recipe_id: string | null;
  food_id: string | null;
  /** Of a food: the grams that one stands for. */
  grams: number | null;
  nutrients: Nutrients;
};

export type Logged = { entry_id: string; name: string; nutrients: Nutrients | null };

export type RepairStep = {
  action: "add" | "leave_out";
  name: string;
  recipe_id: string | null;
  food_id: string | null;
  entry_id: string | null;
  /** Servings of a recipe to add, or the share of an entry to leave out. */
  amount: number;
  grams: number | null;
  /** What it changes, of the nutrients with goals. */
  changes: Partial<Record<Nutrient, number>>;
};

export type Repair = {
  steps: RepairStep[];
  /** Whether every goal that can be judged is met after them. */
  repairs_all: boolean;
  /** What stays outside after them: how far; negative is too little. */
  left: { nutrient: Nutrient; off: number }[];
};

const SERVINGS = [0.5, 1, 1.5, 2];
const SHARES = [0.5, 1];
const MOST_STEPS = 3;
/** A step that mends less than this share of the whole fault isn't worth a person's while. */
const LEAST_GAIN = 0.02;

/**
 * What would bring a day within its goals: at most three things to add or to leave out, each the one that mends most.
 * Faults are weighed as the planner does: percent outside the band times the goal's weight. A nutrient whose total isn't
 * known is passed over, unless what is known of it is too much already. Pure.
 */
export function repairDay(
  totals: DayTotals,
  goals: readonly Goal[],
  additions: readonly Addition[],
  logged: readonly Logged[],
): Repair {
  const judged = goals.filter(
    (goal) => totals.actual[goal.nutrient] !== null || outside(goal, totals.known[goal.nutrient]) > 0,
  );
  let now: Amounts = new Map(judged.map((goal) => [goal.nutrient, totals.known[goal.nutrient]]));
  const whole = faultOf(judged, now);
  const steps: RepairStep[] = [];
  let options = optionsFor(judged, additions, logged);
  while (steps.length < MOST_STEPS) {
    const best = bestOption(judged, now, options);
    const gain = best ? faultOf(judged, now) - best.fault : 0;
    if (!best || gain <= 0 || gain < whole * LEAST_GAIN) break;
    steps.push(best.option.step);
    now = plus(now, best.option.step.changes);
    options = options.filter((option) => option.of !== best.option.of);
  }
  const left = judged.flatMap((goal) => {
    const off = outside(goal, now.get(goal.nutrient) ?? 0);
    return Math.abs(off) < 0.005 ? [] : [{ nutrient: goal.nutrient, off: round(off) }];
  });
  return { steps, repairs_all: left.length === 0, left };
}

type Amounts = ReadonlyMap<Nutrient, number>;
type Option = { of: unknown; step: RepairStep };

function optionsFor(
  goals: readonly Goal[],
  additions: readonly Addition[],
  logged: readonly Logged[],
): Option[] {
  const nothing = { recipe_id: null, food_id: null, entry_id: null, grams: null };
  const adding = additions.flatMap((addition) =>
    SERVINGS.flatMap((amount): Option[] => {
      const changes = changesOf(goals, addition.nutrients, amount);
      if (!changes) return [];
      const { name, recipe_id, food_id } = addition;
      const grams = addition.grams === null ? null : Math.round(addition.grams * amount);
      return [
        {
          of: addition,
          step: { ...nothing, action: "add", name, recipe_id, food_id, amount, grams, changes },
        },
      ];
    }),
  );
  const leaving = logged.flatMap((entry) =>
    SHARES.flatMap((amount): Option[] => {
      const changes = entry.nutrients && changesOf(goals, entry.nutrients, -amount);
      if (!changes) return [];
      const { name, entry_id } = entry;
      return [{ of: entry, step: { ...nothing, action: "leave_out", name, entry_id, amount, changes } }];
    }),
  );
  return [...adding, ...leaving];
}

/**
 * Null where a nutrient with a goal isn't known, for what it would do can't be said; but more of what there should be
 * enough of does no harm, however much it is, and nothing is counted on.
 */
function changesOf(
  goals: readonly Goal[],
  nutrients: Nutrients,
  factor: number,
): RepairStep["changes"] | null {
  const changes: RepairStep["changes"] = {};
  for (const { nutrient, kind } of goals) {
    const figure = nutrients[nutrient];
    if (figure !== null) changes[nutrient] = round(figure * factor);
    else if (factor < 0 || kind !== "at_least") return null;
  }
  return changes;
}

function bestOption(goals: readonly Goal[], now: Amounts, options: readonly Option[]) {
  let best: { option: Option; fault: number } | undefined;
  for (const option of options) {
    const fault = faultOf(goals, plus(now, option.step.changes));
    if (!best || fault < best.fault) best = { option, fault };
  }
  return best;
}

function plus(amounts: Amounts, changes: RepairStep["changes"]): Amounts {
  return new Map([...amounts].map(([nutrient, amount]) => [nutrient, amount + (changes[nutrient] ?? 0)]));
}

function faultOf(goals: readonly Goal[], amounts: Amounts): number {
  return goals.reduce((sum, goal) => {
    const off = Math.abs(outside(goal, amounts.get(goal.nutrient) ?? 0));
    return sum + (goal.weight * 100 * off) / goal.target;
  }, 0);
}

/** How far an amount is outside a goal's band: negative is too little, 0 within. */
export function outside(goal: Goal, amount: number): number {
  const { least, most } = goalBand(goal);
  return amount < least ? amount - least : amount > most ? amount - most : 0;
}

const round = (number: number) => Math.round(number * 100) / 100;
