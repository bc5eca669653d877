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
  wishes: "Wishes for every week",
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
  out: "Eating out",
  guests: (count: string) => `${count} for guests`,
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
  out: "Eating out",
  home: "Eat here after all",
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
  cookTwice: "Cook for twice",
  againTitle: (name: string) => `Eat ${name} again`,
  againHint:
    "More is cooked, and what is left is eaten there instead of what is planned. Both meals are locked.",
  keepsNot: (days: number) =>
    days === 0
      ? "It isn't known how long this keeps. Write it on the recipe's page, then it can be cooked for twice."
      : `It keeps ${days} ${days === 1 ? "day" : "days"}, and no later meal of this plan that it suits is within them.`,
  insteadOf: (name: string) => `Instead of ${name}`,
  again: (name: string, day: string) => `${name} is cooked for ${day}, too.`,
  moveHint: "What is there comes here.",
  moved: (name: string, day: string) => `${name} is on ${day} now.`,
  portionsTitle: (name: string) => `Portions of ${name}`,
  less: (name: string) => `Less for ${name}`,
  moreFor: (name: string) => `More for ${name}`,
  guests: "Guests",
  noGuests: "none",
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
    eaten_out: "Eating out: nothing is cooked or bought for it.",
  },
  cooked: (taken: number) =>
    taken === 0
      ? "Cooked."
      : `Cooked. ${taken} ${taken === 1 ? "thing was" : "things were"} taken from the pantry.`,
  removed: (name: string) => `${name} is taken out; its place is empty.`,
  passed: "This day has passed; its meals stay as they are.",
  over: "This plan is over; its meals stay as they are.",
};

export const DAY = {
  title: (day: string) => day,
  open: (day: string) => `${day}: who eats`,
  who: "Who eats on this day",
  hint: "Who is away gets nothing of this day's meals. What changes is locked, so that planning again keeps it. Guests are added to a meal, under its portions.",
  nothing: "No meal of this day can be changed any more.",
  away: (name: string, day: string) => `${name} is away on ${day}.`,
  back: (name: string, day: string) => `${name} eats here on ${day}.`,
};

export const WISHES = {
  title: "Wishes for every week",
  about: "They hold from the next planning on. To have them now, plan the rest again.",
  time: "Time to cook",
  meals: {
    weekday_dinner: "Dinner, Monday to Friday",
    weekend_dinner: "Dinner at the weekend",
    lunch: "Lunch",
    breakfast: "Breakfast",
  },
  anyTime: "As long as it takes",
  atMost: (minutes: string) => `At most ${minutes} minutes`,
  leftovers: "What is there already",
  leftoverMeals: "Cook once, eat twice",
  leftoverHint: "Meals of a week that may be what was cooked a day or more before.",
  noLeftovers: "No leftovers",
  upTo: (count: number) => `Up to ${count} ${count === 1 ? "meal" : "meals"} a week`,
  cookAhead: "Days to cook for later",
  pantryFirst: "Use up the pantry before anything else",
  people: "Diets, allergies and foods of each person",
};

export const TASTES = {
  title: "What you like",
  say: "What you say of this recipe",
  saying: { liked: "We like it", disliked: "We don't like it" },
  said: {
    liked: "It will come more often. Goals still come first.",
    disliked: "It will come only where little else fits.",
    nothing: "Taken back.",
  },
  learn: "Learn from meals that are swapped, cooked, eaten and skipped",
  nothing: "Nothing is learned yet.",
  more: "rather more often",
  less: "rather less often",
  forget: (name: string) => `Forget what was learned of ${name}`,
};

export const COPY = {
  title: "Use a former week again",
  week: (days: string) => `The week of ${days}`,
  template: (name: string) => `Template: ${name}`,
  copied: "The week is copied, as a draft.",
  leftOut: (names: string) => `Copied, but for what can't be planned any more: ${names}.`,
  toNext: "Copy to the week after",
  keep: "Keep as a template",
  keepTitle: "Keep this week as a template",
  name: "Name",
  nameHint: "A template of the same name is replaced.",
  save: "Keep it",
  kept: (name: string) => `Kept as “${name}”. It is offered where a week is empty.`,
};

export const PUBLISHED = {
  places: {
    tandoor_meal_plan: "Tandoor's meal plan",
    tandoor_shopping: "Tandoor's shopping list",
    fatsecret_saved_meals: "FatSecret",
  },
  current: (places: string) => `Up to date in ${places}.`,
  older: (places: string, day: string) => `In ${places} as it was on ${day}; changed since.`,
  not: "Not published elsewhere yet.",
  undone: "The last publishing failed and was undone. Nothing is left of it elsewhere.",
  running: "Being published.",
  stuck: "Publishing is stuck and needs a decision.",
  look: "Look at it",
  publish: "Publish",
  again: "Publish again",
  done: "It is published as it is now.",
  notDone: "Publishing didn't succeed. What was begun is undone; see Operations.",
};

/** While a week is planned. */
export const PLANNING = {
  time: (seconds: string, most: string) => `${seconds} of at most ${most} s`,
  share: "Share of the time used",
  found: "There is a plan.",
  foundWithin: (percent: string) => `There is a plan, at most ${percent} from the best possible week.`,
  stages: {
    reading: "Reading recipes, people and past weeks.",
    starting: "Looking for a first plan.",
    improving: "Looking for a better one.",
    proving: "Making sure that there is no better one.",
    storing: "Writing the plan down.",
  },
  stopping: { take: "Taking the plan that there is.", cancel: "Cancelling; nothing is changed." },
  take: "Take this plan",
  cancel: "Cancel",
  cancelled: "Cancelled. Nothing was changed.",
  already: "This week is being planned already. You see how far it is.",
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
