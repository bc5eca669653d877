/** A recipe of the sample household: ingredient lines as a cook writes them, amounts for all servings. */
export type SampleRecipe = {
  name: string;
  description: string;
  servings: number;
  prep_minutes: number;
  cook_minutes: number;
  cuisine: string;
  tags: string[];
  suits: ("breakfast" | "lunch" | "dinner" | "snack")[];
  /** How many days it keeps in the refrigerator, 0 for at once. */
  keeps_days: number;
  ingredients: string[];
  steps: string[];
};
