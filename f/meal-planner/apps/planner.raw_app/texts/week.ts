import type { Format } from "../format/create_format.ts";

const SLOTS: Record<string, string> = {
  breakfast: "Breakfast",
  lunch: "Lunch",
  snack: "Snack",
  dinner: "Dinner",
};

export const slotName = (slot: string) => SLOTS[slot] ?? slot.charAt(0).toUpperCase() + slot.slice(1);

export const WEEK = {
  title: "Your week",
  earlier: "Earlier week",
  allPlans: "All plans",
  later: "Later week",
  thisWeek: "Current plan",
  states: {
    draft: "Draft",
    generated: "Proposed",
    approved: "Approved",
    active: "In use",
    done: "Done",
    cancelled: "Cancelled",
  },
  approve: "Approve",
  follow: "Use this week",
  approved: "Approved. Use the week to get its shopping list.",
  followed: "This is your week now. The shopping list follows.",
  cancel: "Give up this plan",
  cancelled: "The plan is given up.",
  replan: "Plan the rest again",
  replanning: "Looking for a better rest of the week",
  replanLimit: (seconds: string) => `at most ${seconds} s`,
  replanned: (changed: number) =>
    changed === 0
      ? "Nothing better was found: all meals stay."
      : `${changed} ${changed === 1 ? "meal is" : "meals are"} new. Locked and eaten ones stayed.`,
  fillEmpty: "Fill the empty places",
  undo: "Undo",
  changedMeanwhile: (what: string) =>
    `Somebody else changed this plan: ${what}. You see it as it is now; do it again if you still want it.`,
  undone: (reason: string) => `Taken back: ${reason}`,
  more: "More for this plan",
  everyone: "Everyone",
  showFor: "Show for",
  locked: "Locked",
  eaten: "Eaten",
  skipped: "Skipped",
  cooked: "Cooked",
  leftover: (day: string) => `Leftovers of ${day}`,
  empty: "Empty",
  emptyPlace: (slot: string, day: string) => `${slot} on ${day} is empty`,
  addMeal: "Choose a meal",
  portions: (size: string) => (size === "1" ? "1 portion" : `${size} portions`),
  nobody: "not for this person",
  minutes: (minutes: string) => `${minutes} min`,
  mealLabel: (slot: string, day: string) => `${slot} on ${day}:`,
  dragHandle: (name: string) => `Move ${name}`,
  noGoal: "no goal",
  ofGoal: (actual: string, target: string) => `${actual} of ${target}`,
  onGoal: "on goal",
  below: (amount: string) => `${amount} under`,
  above: (amount: string) => `${amount} over`,
  goalsMet: (met: number, all: number) => `${met} of ${all} goals`,
  unknown: "not known",
  short: { energy_kcal: "Energy", protein_g: "Protein", carbohydrate_g: "Carbs", fat_g: "Fat" } as Record<
    string,
    string
  >,
};

export const QUALITY = {
  best: "The best possible week",
  within: (percent: string) => `Within ${percent} of the best possible week`,
  was: (text: string) => `${text} when planned; changed since`,
  means: (percent: string, points: string, bound: string) =>
    `No week of your recipes that keeps your rules can be more than ${percent} better. Weeks are judged by points: how far each day is from everyone's goals, tastes, variety and effort, so fewer is better. This one has ${points}; it is proven that none has fewer than ${bound}.`,
  meansBest: (points: string) =>
    `No week of your recipes that keeps your rules is better. Weeks are judged by points: how far each day is from everyone's goals, tastes, variety and effort, so fewer is better. This one has ${points}, and it is proven that none has fewer.`,
  unmetTitle: "What couldn't be had",
  leftOutMore: (count: number) => `and ${count} more`,
  leftOutTitle: (count: number) => `${count} ${count === 1 ? "recipe was" : "recipes were"} left out`,
  proposalTitle: "Something changed since this was planned",
  proposal: (was: string, name: string) => `${name} instead of ${was}`,
  apply: "Make these swaps",
  applied: "The swaps are made.",
};

export const BALANCE = {
  title: "The week's balance",
  about: "Each goal's mean over the week. The line is the goal.",
  chart: (name: string) => `Bars: how much of each goal ${name} gets on an average day of this week.`,
  nutrient: "Nutrient",
  mean: "A day",
  goal: "Goal",
  days: "Days met",
  daysMet: (met: number, all: number) => `${met} of ${all}`,
  noGoals: "No goals are set for this person yet. Set them on the Goals page.",
  ofGoal: "of the goal",
};

export const MEAL = {
  swap: "Swap",
  lock: "Lock",
  unlock: "Unlock",
  move: "Move",
  portions: "Portions",
  why: "Why this?",
  eaten: "Eaten",
  skip: "Skip",
  unmark: "Take the mark off",
  cook: "Cooked",
  remove: "Remove",
  recipe: "Recipe",
  back: "Back",
  swapTitle: (slot: string, day: string) => `Instead, for ${slot.toLowerCase()} on ${day}`,
  addTitle: (slot: string, day: string) => `For ${slot.toLowerCase()} on ${day}`,
  swapHint: "The best first, by the points of the whole plan. All else stays as it is.",
  better: (points: string) => `${points} points better`,
  worse: (points: string) => `${points} points worse`,
  same: "as good",
  goals: (met: number, all: number) => `${met} of ${all} goals met`,
  swapped: (name: string) => `${name} is planned and locked.`,
  noChoices:
    "No other recipe may be here: the rules on repeats or diets forbid them all. Add recipes, or change a neighbouring meal first.",
  searched: (allowed: string, refused: string) =>
    `${allowed} recipes may be here; ${refused} more suit, but would repeat too soon.`,
  moveTitle: (name: string) => `Move ${name} to`,
  notThere: (why: string) => `Not there: ${why}.`,
  moveHint: "What is there comes here.",
  moved: (name: string, day: string) => `${name} is on ${day} now.`,
  portionsTitle: (name: string) => `Portions of ${name}`,
  less: (name: string) => `Less for ${name}`,
  moreFor: (name: string) => `More for ${name}`,
  save: "Save",
  portionsSaved: "The portions are changed and the meal is locked.",
  whyTitle: (name: string) => `Why ${name}?`,
  near: "What was near",
  locked: "Locked: planning again keeps it.",
  unlocked: "Unlocked: planning again may change it.",
  marked: {
    eaten: "Marked as eaten.",
    skipped: "Skipped: it counts for nobody's day.",
    none: "The mark is off.",
  },
  cooked: (taken: number) =>
    taken === 0
      ? "Cooked."
      : `Cooked. ${taken} ${taken === 1 ? "thing was" : "things were"} taken from the pantry.`,
  removed: (name: string) => `${name} is taken out; its place is empty.`,
  passed: "This day has passed; its meals stay as they are.",
  over: "This plan is over; its meals stay as they are.",
};

export const NO_PLAN = {
  title: (from: string) => `No plan for the week of ${from} yet`,
  first: "No week is planned yet",
  about:
    "The planner looks through your recipes for the week that meets everyone's goals best, keeps diets and allergies, and doesn't repeat itself.",
  passed: "This week has passed, so it can't be planned any more.",
  plan: "Plan this week",
  planNext: "Plan the coming week",
  empty: "Start with an empty week",
  planning: "Composing the week",
};

/** Words for what happens while a meal is dragged, for those who don't see it. */
export const DRAG = {
  how: "Press space to pick up the meal, the arrow keys to move it, space again to put it down, escape to leave it.",
  start: (name: string) => `Picked up ${name}.`,
  over: (slot: string, day: string) => `Over ${slot} on ${day}.`,
  end: (name: string, slot: string, day: string) => `${name} is put on ${slot}, ${day}.`,
  cancel: (name: string) => `${name} stays where it was.`,
};

/** How far an amount is from its goal, in words. */
export function goalWords(
  format: Format,
  {
    nutrient,
    target,
    actual,
    met,
  }: { nutrient: string; target: number; actual: number | null; met: boolean },
): string {
  if (actual === null) return WEEK.unknown;
  if (met) return WEEK.onGoal;
  const off = format.nutrient(nutrient, Math.abs(actual - target));
  return actual < target ? WEEK.below(off) : WEEK.above(off);
}
