/**
 * What was done with a recipe, and how much that tells of taste. Doing something about a meal by hand says as much as
 * eating it; a plan that was merely accepted says little, so that what the planner chose doesn't praise itself.
 */
export const SIGNAL_WEIGHTS = {
  eaten: 1,
  chosen: 1,
  /** A person's own diary. */
  logged: 0.5,
  accepted: 0.25,
  removed: -0.5,
  /** There may have been other reasons than the dish. */
  skipped: -0.75,
  swapped_away: -1,
} as const;
export type Signal = keyof typeof SIGNAL_WEIGHTS;

/** After so many days a thing that was done tells half as much. */
export const HALF_LIFE_DAYS = 45;
/** Older things tell less than a sixteenth: they aren't looked at. */
export const HORIZON_DAYS = 4 * HALF_LIFE_DAYS;

/** Evidence of this weight on both sides is assumed before the first: one swap is a hint, ten are a taste. */
const DOUBT = 3;

/**
 * Points of the planner's objective that the strongest preference gives or takes each time. All three together are one
 * point: a goal of weight 1 missed by one percent. So taste decides between weeks that are as good as each other.
 */
export const TASTE_POINTS = { recipe: 0.6, main: 0.25, cuisine: 0.15 } as const;
export type TasteKind = keyof typeof TASTE_POINTS;
/**
 * Points that a recipe of which the household said so gains or loses each time: more than all that is learned of one in
 * the same direction as far as it is disliked, since whoever says that doesn't want to see it but where little else is left.
 */
export const STATED_POINTS = { liked: 1, disliked: -3 } as const;

/** What the household said of a recipe outright. */
export type StatedTaste = { recipe_id: string; name: string; liked: boolean };

export const TASTE_KINDS = ["recipe", "main", "cuisine"] as const satisfies readonly TasteKind[];

/** What was done with a recipe, an ingredient or a cuisine, by the household or (in the diary) by one person. */
export type Evidence = {
  kind: TasteKind;
  subject: string;
  name: string;
  person_id: string | null;
  signal: Signal;
  count: number;
  /** The count with each one faded by its age: at most `count`. */
  fresh: number;
  last_date: string;
};

export type Preference = {
  kind: TasteKind;
  /** The recipe's id, the main ingredient or the cuisine. */
  subject: string;
  name: string;
  /** Null for the household's; a person's own is told by their diary. */
  person_id: string | null;
  /** From -1, never again, to 1; 0 is nothing known. */
  preference: number;
  /** What the household said outright: the planner goes by that alone. Null where it is only learned. */
  stated: keyof typeof STATED_POINTS | null;
  evidence: { signal: Signal; count: number; last_date: string }[];
};

/** Preferences by what was said and done: what was said first, then the strongest. */
export function preferencesFrom(
  evidence: readonly Evidence[],
  stated: readonly StatedTaste[] = [],
): Preference[] {
  const learned = learnedFrom(evidence);
  const said = stated.map(({ recipe_id, name, liked }): Preference => {
    const known = learned.find((taste) => isOfRecipe(taste, recipe_id) && taste.person_id === null);
    return {
      ...{ kind: "recipe", subject: recipe_id, name, person_id: null, evidence: known?.evidence ?? [] },
      ...(liked ? { preference: 1, stated: "liked" } : { preference: -1, stated: "disliked" }),
    };
  });
  const unsaid = learned.filter((taste) => !stated.some(({ recipe_id }) => isOfRecipe(taste, recipe_id)));
  return [...said, ...unsaid];
}

function isOfRecipe({ kind, subject }: Preference, recipeId: string): boolean {
  return kind === "recipe" && subject === recipeId;
}

function learnedFrom(evidence: readonly Evidence[]): Preference[] {
  const groups = new Map<string, Evidence[]>();
  for (const piece of evidence) {
    const key = `${piece.kind} ${piece.person_id} ${piece.subject}`;
    const group = groups.get(key);
    if (group) group.push(piece);
    else groups.set(key, [piece]);
  }
  return [...groups.values()]
    .map((pieces): Preference => {
      const { kind, subject, name, person_id } = pieces[0]!;
      return {
        ...{ kind, subject, name, person_id },
        preference: Math.round(strength(pieces) * 1_000) / 1_000,
        stated: null,
        evidence: pieces.map(({ signal, count, last_date }) => ({ signal, count, last_date })),
      };
    })
    .sort((a, b) => Math.abs(b.preference) - Math.abs(a.preference) || (a.name < b.name ? -1 : 1));
}

/** The mean of what was done, drawn towards 0 while there is little of it. */
function strength(pieces: readonly Evidence[]): number {
  let signed = 0;
  let mass = 0;
  for (const { signal, fresh } of pieces) {
    signed += SIGNAL_WEIGHTS[signal] * fresh;
    mass += Math.abs(SIGNAL_WEIGHTS[signal]) * fresh;
  }
  return signed / (mass + DOUBT);
}

/** Points of the objective that each use of a recipe gains by a preference that one of so many people, or all, share. */
export function pointsOf({ kind, person_id, preference, stated }: Preference, people: number): number {
  if (stated) return STATED_POINTS[stated];
  return TASTE_POINTS[kind] * preference * (person_id === null ? 1 : 1 / Math.max(1, people));
}

/** What the planner goes by: the household's preference and the mean of its people's, by subject. */
export type Tastes = {
  preferences: Record<TasteKind, ReadonlyMap<string, number>>;
  /** What the best loved recipe could gain: points are counted from there, so that none is below 0. */
  most: number;
  known: readonly Preference[];
};

export const NO_TASTES: Tastes = {
  known: [],
  preferences: { recipe: new Map(), main: new Map(), cuisine: new Map() },
  most: 0,
};

export function tastesFrom(preferences: readonly Preference[], people: number): Tastes {
  const of = (kind: TasteKind) => {
    const sums = new Map<string, number>();
    for (const taste of preferences) {
      if (taste.kind !== kind || taste.stated) continue;
      const { subject } = taste;
      sums.set(subject, (sums.get(subject) ?? 0) + pointsOf(taste, people) / TASTE_POINTS[kind]);
    }
    const bounded = [...sums].map(([subject, sum]) => [subject, Math.max(-1, Math.min(1, sum))] as const);
    const said = preferences.flatMap((taste) =>
      taste.kind === kind && taste.stated
        ? [[taste.subject, pointsOf(taste, people) / TASTE_POINTS[kind]] as const]
        : [],
    );
    return new Map([...bounded, ...said]);
  };
  const byKind = { recipe: of("recipe"), main: of("main"), cuisine: of("cuisine") };
  const most = TASTE_KINDS.reduce(
    (sum, kind) => sum + TASTE_POINTS[kind] * Math.max(0, ...byKind[kind].values()),
    0,
  );
  return { preferences: byKind, most, known: preferences };
}

type Tasted = { recipe_id: string; cuisine: string | null; nutrition: { main: string | null } };

/** Points of the objective that a recipe costs for what is known of tastes: 0 for what is liked in every way. */
export function tastePoints({ recipe_id, cuisine, nutrition }: Tasted, tastes: Tastes): number {
  const { preferences, most } = tastes;
  const gains =
    TASTE_POINTS.recipe * (preferences.recipe.get(recipe_id) ?? 0) +
    TASTE_POINTS.main * (preferences.main.get(nutrition.main ?? "") ?? 0) +
    TASTE_POINTS.cuisine * (preferences.cuisine.get(cuisineKey(cuisine)) ?? 0);
  return Math.max(0, most - gains);
}

/** What is known of tastes that concerns a recipe. */
export function tastesOf({ recipe_id, cuisine, nutrition }: Tasted, tastes: Tastes): Preference[] {
  const subjects = { recipe: recipe_id, main: nutrition.main, cuisine: cuisineKey(cuisine) };
  return tastes.known.filter(({ kind, subject }) => subjects[kind] === subject);
}

export function cuisineKey(cuisine: string | null): string {
  return cuisine?.trim().toLowerCase() ?? "";
}
