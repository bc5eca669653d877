/** A rule that comes with the code: who reacts to what. */
export type BuiltInRule = {
  name: string;
  description: string;
  /** An EventBridge event pattern. */
  pattern: Record<string, unknown>;
  /** Names of inline consumers in events/consumers/registry.ts. Each is a target with its name as id. */
  consumers: readonly string[];
  /** Jobs, for what calls outside systems: each a target with an id of its own. */
  scripts?: readonly { id: string; path: string }[];
  /** JSONPath into the event, such as `$.detail.household_id`: events of one key are handled strictly in order. */
  ordering_key?: string;
};

export const BUILT_IN_RULES: readonly BuiltInRule[] = [
  {
    name: "calculate-nutrition",
    description: "A recipe that is new or has changed gets its nutrition worked out.",
    pattern: {
      source: ["meal-planner.recipes"],
      "detail-type": ["RecipeCreated", "RecipeImported", "RecipeUpdated"],
    },
    consumers: ["calculate_nutrition"],
    ordering_key: "$.detail.recipe_id",
  },
  {
    name: "recalculate-nutrition",
    description:
      "A recipe's nutrition follows what is known of its foods: a person's correction, a new data set.",
    pattern: {
      source: ["meal-planner.foods"],
      "detail-type": ["FoodConfirmed", "FoodDatasetLoaded", "NutritionOutdated"],
    },
    consumers: ["recalculate_nutrition"],
  },
  {
    name: "reevaluate-plans",
    description:
      "Plans whose recipes, goals or people change are judged anew, and a repair is proposed where they need one.",
    pattern: {
      source: ["meal-planner.recipes", "meal-planner.nutrition", "meal-planner.households"],
      "detail-type": [
        "NutritionCalculated",
        "RecipeUpdated",
        "RecipeDeleted",
        "NutritionGoalSet",
        "PersonChanged",
        "HouseholdChanged",
      ],
    },
    consumers: ["reevaluate_plans"],
  },
  {
    name: "correct-verdicts",
    description:
      "Days that were judged are judged again where a goal or a recipe's figures change under them.",
    pattern: {
      source: ["meal-planner.nutrition"],
      "detail-type": ["NutritionGoalSet", "NutritionCalculated"],
    },
    consumers: ["correct_verdicts"],
  },
  {
    name: "create-shopping-list",
    description: "A plan that the household follows gets its shopping list.",
    pattern: { source: ["meal-planner.planning"], "detail-type": ["MealPlanActivated"] },
    consumers: ["create_shopping_list"],
  },
  {
    name: "update-shopping-list",
    description: "Open shopping lists follow the plans and recipes that they were made from.",
    pattern: {
      source: ["meal-planner.planning", "meal-planner.recipes", "meal-planner.nutrition"],
      "detail-type": ["MealPlanUpdated", "RecipeUpdated", "RecipeDeleted", "NutritionCalculated"],
    },
    consumers: ["update_shopping_list"],
  },
  {
    name: "request-publishing",
    description: "Plans that a household publishes by itself are published as they and their lists change.",
    pattern: {
      source: ["meal-planner.planning", "meal-planner.shopping"],
      "detail-type": ["MealPlanActivated", "MealPlanUpdated", "ShoppingListUpdated", "ShoppingListCompleted"],
    },
    consumers: ["request_publishing"],
  },
  {
    name: "publish-plan",
    description: "A plan is published where its household wants it, one publication after the other.",
    pattern: { source: ["meal-planner.publishing"], "detail-type": ["PlanPublishingRequested"] },
    consumers: [],
    scripts: [{ id: "publish_plan", path: "f/meal-planner/events/consumers/publish_plan/script" }],
    ordering_key: "$.detail.plan_id",
  },
];
