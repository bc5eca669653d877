/**
 * What every format is read into before it is checked as an author's own recipe is (kept_recipe.ts). `slug` is the
 * recipe's id where it comes from.
 */
export type KeptFields = {
  slug?: string;
  /** Our own id, where export_recipes wrote it. */
  recipe_id?: string;
  /** Whether it says only part of what we keep: the rest then stays as it is. */
  is_part?: boolean;
  name: string;
  description?: string;
  servings?: string | number | null;
  ingredients: readonly string[];
  steps?: readonly string[];
  prep_time?: string | number | null;
  cook_time?: string | number | null;
  cuisine?: string;
  tags?: readonly string[];
  suits?: readonly string[];
  source_url?: string;
  image_url?: string;
  rating?: number;
};
