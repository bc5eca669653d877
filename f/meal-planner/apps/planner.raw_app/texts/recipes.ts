export const RECIPES = {
  title: "Recipes",
  add: "Add recipes",
  search: "Search recipes",
  searchHint: "Name, ingredient, tag",
  filters: "Filters",
  noFilters: "Clear filters",
  sort: "Order",
  sorts: {
    usual: "By name; a search, best match first",
    name: "By name",
    newest: "Newest first",
    rating: "Best rated first",
    time: "Quickest first",
    energy: "Lightest first",
  },
  archivedOnly: "Deleted ones that plans keep",
  searchedFor: (words: string) => `Nothing is spelt like that. This is found for “${words}”.`,
  meal: "Meal",
  anyMeal: "Any meal",
  diet: "Diet",
  diets: {
    omnivore: "Everything",
    pescatarian: "Pescatarian",
    vegetarian: "Vegetarian",
    vegan: "Vegan",
  },
  time: "Ready within",
  anyTime: "Any time",
  minutes: (minutes: string) => `${minutes} min`,
  tags: "Tags",
  moreActions: "More for recipes",
  rating: "Rating",
  anyRating: "Any rating",
  stars: (count: string) => `${count} of 5 stars`,
  atLeastStars: (count: string) => `${count} stars or more`,
  withFood: "With this food",
  withoutFood: "Without this food",
  atLeastProtein: "Protein, at least (g)",
  atMostEnergy: "Energy, at most (kcal)",
  perServing: "a serving",
  more: "Show more",
  noneTitle: "No recipes yet",
  none: "Import some from a web page or a file, or write one down.",
  noMatchTitle: "Nothing found",
  noMatch: "No recipe fits all of that. Take a word or a filter away.",
  coverage: (percent: string) => `known for ${percent} of its weight`,
  notWorkedOut: "Nutrition is being worked out",
  backToAll: "All recipes",
};

export const RECIPE = {
  fewer: "Fewer servings",
  moreServings: "More servings",
  serves: (count: string) => (count === "1" ? "1 serving" : `${count} servings`),
  servesUnknown: "It doesn't say how many it serves.",
  prep: (minutes: string) => `${minutes} min work`,
  cook: (minutes: string) => `${minutes} min cooking`,
  keeps: (days: number) => `keeps ${days} ${days === 1 ? "day" : "days"}`,
  source: "Where it is from",
  rate: "Your rating",
  ingredients: "Ingredients",
  steps: "Method",
  noSteps: "No method is written down.",
  cookNow: "Cook",
  stopCooking: "Done cooking",
  cookHint: "The screen stays on. Tap what is done.",
  lines: "Where the figures come from",
  linesHint:
    "Each line, the food that it was taken for, and its weight. Wrong? Correct it once, for all recipes.",
  noFood: "Not known: counts for nothing",
  noGrams: "no weight",
  shareOfEnergy: (percent: string) => `${percent} of the energy`,
  correct: "Correct",
  correctLine: (line: string) => `Correct the food of: ${line}`,
  more: "More for this recipe",
  print: "Print",
  delete: "Delete recipe",
  deleteSure: "Delete it?",
  deleted: (name: string) => `${name} is deleted.`,
  archived: (name: string) => `${name} is kept for the plans that use it, and not planned any more.`,
  isArchived: "This recipe was deleted. Plans that use it keep it; it isn't planned any more.",
  restore: "Bring it back",
  restored: (name: string) => `${name} is back among your recipes.`,
  keep: "Keep it",
  rated: "Rated.",
};

export const LABEL = {
  title: "Nutrition a serving",
  ofWhich: "of which",
  known: (mass: string, energy: string) => `Known for ${mass} of the weight and ${energy} of the energy.`,
  allKnown: "Known for every ingredient.",
  unknownLines: "Not counted, because nobody knows what they are:",
  differs:
    "The energy doesn't agree with protein, fat and carbohydrate. A food may be matched wrongly, or there is alcohol in it.",
  servingsGuessed: (count: string) =>
    `The recipe doesn't say how many it serves; counted as ${count} by its energy.`,
  allergens: "Contains",
  more: "Vitamins and minerals",
};

export const FOOD = {
  title: "Which food is it?",
  search: "Search foods",
  searching: (line: string) => `For “${line}”`,
  suggestions: "It may be",
  found: "Found",
  nothing: "No food of that name. Try a simpler word.",
  per100: "per 100 g",
  choose: "Take",
  confirmed: (name: string, food: string) => `${name} is ${food} from now on, in all recipes.`,
  forget: "Forget what was confirmed",
  forgotten: "Forgotten: it is matched by its name again.",
};

export const IMPORT = {
  title: "Add recipes",
  fromPage: "Web page",
  fromFile: "File",
  write: "Write one",
  address: "Address of the recipe's page",
  addressHint: "https://…",
  look: "Look at it",
  file: "Files",
  fileHint: "JSON, Markdown, a saved page, or an export of Tandoor, Mealie or Paprika. Zips, too.",
  chooseFile: "Choose files",
  preview: "This is what would come",
  wouldBe: {
    new: "New",
    updated: "Brings yours up to date",
    archived: "You deleted it before; it stays deleted",
  },
  refused: "Can't be read",
  more: (count: string) => `… and ${count} more`,
  import: (count: number) => (count === 1 ? "Import it" : `Import ${count} recipes`),
  back: "Back",
  done: (imported: number, updated: number) =>
    `${imported} imported${updated > 0 ? `, ${updated} brought up to date` : ""}.`,
  name: "Name",
  servings: "Serves",
  ingredients: "Ingredients, one a line",
  ingredientsHint: "2 large eggs\n100 g flour",
  steps: "Method, one step a line",
  save: "Save recipe",
  created: (name: string) => `${name} is in your recipes.`,
  unknownLines: (count: number) =>
    count === 0
      ? "Every ingredient is known."
      : `${count} ${count === 1 ? "ingredient isn't" : "ingredients aren't"} known yet.`,
};

export const RECIPE_FORM = {
  edit: "Edit",
  title: "Edit the recipe",
  more: "Times, tags, picture and more",
  prep: "Work, minutes",
  cook: "Cooking, minutes",
  keeps: "Keeps, days",
  cuisine: "Cuisine",
  suits: "Suits",
  tags: "Tags",
  tagsHint: "quick, for guests",
  description: "About it",
  picture: "Address of a picture",
  source: "Address of where it is from",
  saved: "The recipe is saved.",
};

export const EXPORT = {
  json: "Save as a file",
  markdown: "Save to read",
  allJson: "Save all as a file",
  allMarkdown: "Save all to read",
  done: (count: number, written: string) =>
    count === 1 ? "The recipe is saved as a file." : `${written} recipes are saved as a file.`,
};

export const DUPLICATES = {
  found: (count: number) =>
    count === 1 ? "Two recipes look the same." : `${count} recipes look like others.`,
  look: "Look at them",
  title: "Are these the same?",
  about:
    "Merged, the first keeps its ingredients and takes over what it lacks. The other stays in plans that use it, and isn't planned any more.",
  none: "None of the recipes look the same.",
  and: "and",
  reasons: { "same source": "from the same place", "same title": "of the same name" } as Record<
    string,
    string
  >,
  shared: (percent: string) => `${percent} of the ingredients are the same`,
  merge: "Merge",
  mergeInto: (merged: string, kept: string) => `Merge ${merged} into ${kept}`,
  merged: (name: string) => `Merged into ${name}.`,
};

const TIMER_UNITS = { seconds: "s", minutes: "min", hours: "h" };

export const TIMER = {
  name: (amount: string, unit: keyof typeof TIMER_UNITS) => `${amount} ${TIMER_UNITS[unit]}`,
  start: (name: string) => `Start a timer: ${name}`,
  stop: (name: string) => `Stop the timer: ${name}`,
  over: (step: string) => `Time is up: step ${step}.`,
};
