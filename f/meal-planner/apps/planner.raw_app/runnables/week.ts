import type { getHousehold, getHouseholdInput } from "../../../handlers/households/get_household.ts";
import type { activatePlan, activatePlanInput } from "../../../handlers/meal_planning/activate_plan.ts";
import type { addMeal, addMealInput } from "../../../handlers/meal_planning/add_meal.ts";
import type { applyProposal, applyProposalInput } from "../../../handlers/meal_planning/apply_proposal.ts";
import type { cookTwice, cookTwiceInput } from "../../../handlers/meal_planning/cook_twice.ts";
import type { copyPlan, copyPlanInput } from "../../../handlers/meal_planning/copy_plan.ts";
import type { createPlan, createPlanInput } from "../../../handlers/meal_planning/create_plan.ts";
import type { explainMeal, explainMealInput } from "../../../handlers/meal_planning/explain_meal.ts";
import type {
  planningProgress,
  planningProgressInput,
  stopPlanning,
  stopPlanningInput,
} from "../../../handlers/meal_planning/follow_planning.ts";
import type { generatePlan, generatePlanInput } from "../../../handlers/meal_planning/generate_plan.ts";
import type { getPlan, getPlanInput } from "../../../handlers/meal_planning/get_plan.ts";
import type { listPlans, listPlansInput } from "../../../handlers/meal_planning/list_plans.ts";
import type { listTemplates, listTemplatesInput } from "../../../handlers/meal_planning/list_templates.ts";
import type { lockMeal, lockMealInput } from "../../../handlers/meal_planning/lock_meal.ts";
import type { markMeal, markMealInput } from "../../../handlers/meal_planning/mark_meal.ts";
import type { moveMeal, moveMealInput } from "../../../handlers/meal_planning/move_meal.ts";
import type {
  approvePlan,
  approvePlanInput,
  cancelPlan,
  cancelPlanInput,
} from "../../../handlers/meal_planning/move_plan.ts";
import type {
  forgetPreference,
  forgetPreferenceInput,
  learnPreferences,
  learnPreferencesInput,
  listPreferences,
  preferencesInput,
} from "../../../handlers/meal_planning/preferences.ts";
import type { removeMeal, removeMealInput } from "../../../handlers/meal_planning/remove_meal.ts";
import type { replan, replanInput } from "../../../handlers/meal_planning/replan.ts";
import type { saveTemplate, saveTemplateInput } from "../../../handlers/meal_planning/save_template.ts";
import type { setEaters, setEatersInput } from "../../../handlers/meal_planning/set_eaters.ts";
import type { setPortions, setPortionsInput } from "../../../handlers/meal_planning/set_portions.ts";
import type {
  getPlanningWishes,
  getPlanningWishesInput,
  setPlanningWishes,
  setPlanningWishesInput,
} from "../../../handlers/meal_planning/standing_wishes.ts";
import type { statePreference, statePreferenceInput } from "../../../handlers/meal_planning/stated_tastes.ts";
import type { suggestMeals, suggestMealsInput } from "../../../handlers/meal_planning/suggest_meals.ts";
import type { suggestPlaces, suggestPlacesInput } from "../../../handlers/meal_planning/suggest_places.ts";
import type { SwapAnswer, swapMealInput } from "../../../handlers/meal_planning/swap_meal.ts";
import type { undoChange, undoChangeInput } from "../../../handlers/meal_planning/undo_change.ts";
import type { cookMeal, cookMealInput } from "../../../handlers/shopping_list/cook_meal.ts";
import type { planPublication, planPublicationInput } from "../../../sagas/plan_publication.ts";
import type { publishNow, startPublishingInput } from "../../../sagas/start_publishing.ts";
import type { Call } from "./call.ts";

const HANDLERS = "f/meal-planner/handlers";

export const WEEK_PATHS = {
  get_household: `${HANDLERS}/households/get_household/script`,
  get_plan: `${HANDLERS}/meal_planning/get_plan/script`,
  list_plans: `${HANDLERS}/meal_planning/list_plans/script`,
  generate_plan: `${HANDLERS}/meal_planning/generate_plan/script`,
  planning_progress: `${HANDLERS}/meal_planning/planning_progress/script`,
  stop_planning: `${HANDLERS}/meal_planning/stop_planning/script`,
  create_plan: `${HANDLERS}/meal_planning/create_plan/script`,
  replan: `${HANDLERS}/meal_planning/replan/script`,
  add_meal: `${HANDLERS}/meal_planning/add_meal/script`,
  swap_meal: `${HANDLERS}/meal_planning/swap_meal/script`,
  remove_meal: `${HANDLERS}/meal_planning/remove_meal/script`,
  move_meal: `${HANDLERS}/meal_planning/move_meal/script`,
  set_portions: `${HANDLERS}/meal_planning/set_portions/script`,
  suggest_places: `${HANDLERS}/meal_planning/suggest_places/script`,
  suggest_meals: `${HANDLERS}/meal_planning/suggest_meals/script`,
  lock_meal: `${HANDLERS}/meal_planning/lock_meal/script`,
  mark_meal: `${HANDLERS}/meal_planning/mark_meal/script`,
  explain_meal: `${HANDLERS}/meal_planning/explain_meal/script`,
  undo_change: `${HANDLERS}/meal_planning/undo_change/script`,
  apply_proposal: `${HANDLERS}/meal_planning/apply_proposal/script`,
  approve_plan: `${HANDLERS}/meal_planning/approve_plan/script`,
  activate_plan: `${HANDLERS}/meal_planning/activate_plan/script`,
  cancel_plan: `${HANDLERS}/meal_planning/cancel_plan/script`,
  cook_meal: `${HANDLERS}/shopping_list/cook_meal/script`,
  set_eaters: `${HANDLERS}/meal_planning/set_eaters/script`,
  planning_wishes: `${HANDLERS}/meal_planning/planning_wishes/script`,
  set_planning_wishes: `${HANDLERS}/meal_planning/set_planning_wishes/script`,
  preferences: `${HANDLERS}/meal_planning/preferences/script`,
  state_preference: `${HANDLERS}/meal_planning/state_preference/script`,
  forget_preference: `${HANDLERS}/meal_planning/forget_preference/script`,
  learn_preferences: `${HANDLERS}/meal_planning/learn_preferences/script`,
  cook_twice: `${HANDLERS}/meal_planning/cook_twice/script`,
  copy_plan: `${HANDLERS}/meal_planning/copy_plan/script`,
  save_template: `${HANDLERS}/meal_planning/save_template/script`,
  list_templates: `${HANDLERS}/meal_planning/list_templates/script`,
  plan_publication: "f/meal-planner/sagas/plan_publication/script",
  publish_plan: "f/meal-planner/sagas/publish_plan/script",
} as const;

export type WeekCalls = {
  get_household: Call<typeof getHouseholdInput, typeof getHousehold>;
  get_plan: Call<typeof getPlanInput, typeof getPlan>;
  list_plans: Call<typeof listPlansInput, typeof listPlans>;
  generate_plan: Call<typeof generatePlanInput, typeof generatePlan>;
  planning_progress: Call<typeof planningProgressInput, typeof planningProgress>;
  stop_planning: Call<typeof stopPlanningInput, typeof stopPlanning>;
  create_plan: Call<typeof createPlanInput, typeof createPlan>;
  replan: Call<typeof replanInput, typeof replan>;
  add_meal: Call<typeof addMealInput, typeof addMeal>;
  swap_meal: Call<typeof swapMealInput, SwapAnswer>;
  remove_meal: Call<typeof removeMealInput, typeof removeMeal>;
  move_meal: Call<typeof moveMealInput, typeof moveMeal>;
  set_portions: Call<typeof setPortionsInput, typeof setPortions>;
  suggest_places: Call<typeof suggestPlacesInput, typeof suggestPlaces>;
  suggest_meals: Call<typeof suggestMealsInput, typeof suggestMeals>;
  lock_meal: Call<typeof lockMealInput, typeof lockMeal>;
  mark_meal: Call<typeof markMealInput, typeof markMeal>;
  explain_meal: Call<typeof explainMealInput, typeof explainMeal>;
  undo_change: Call<typeof undoChangeInput, typeof undoChange>;
  apply_proposal: Call<typeof applyProposalInput, typeof applyProposal>;
  approve_plan: Call<typeof approvePlanInput, typeof approvePlan>;
  activate_plan: Call<typeof activatePlanInput, typeof activatePlan>;
  cancel_plan: Call<typeof cancelPlanInput, typeof cancelPlan>;
  cook_meal: Call<typeof cookMealInput, typeof cookMeal>;
  set_eaters: Call<typeof setEatersInput, typeof setEaters>;
  planning_wishes: Call<typeof getPlanningWishesInput, typeof getPlanningWishes>;
  set_planning_wishes: Call<typeof setPlanningWishesInput, typeof setPlanningWishes>;
  preferences: Call<typeof preferencesInput, typeof listPreferences>;
  state_preference: Call<typeof statePreferenceInput, typeof statePreference>;
  forget_preference: Call<typeof forgetPreferenceInput, typeof forgetPreference>;
  learn_preferences: Call<typeof learnPreferencesInput, typeof learnPreferences>;
  cook_twice: Call<typeof cookTwiceInput, typeof cookTwice>;
  copy_plan: Call<typeof copyPlanInput, typeof copyPlan>;
  save_template: Call<typeof saveTemplateInput, typeof saveTemplate>;
  list_templates: Call<typeof listTemplatesInput, typeof listTemplates>;
  plan_publication: Call<typeof planPublicationInput, typeof planPublication>;
  publish_plan: Call<typeof startPublishingInput, typeof publishNow>;
};
