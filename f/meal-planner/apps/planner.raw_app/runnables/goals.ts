import type { setPersonOf } from "../../../handlers/households/set_person.ts";
import type {
  deleteDiaryEntry,
  deleteDiaryEntryInput,
  editDiaryEntry,
  editDiaryEntryInput,
} from "../../../handlers/nutrition/change_diary_entry.ts";
import type { checkCompliance, checkComplianceInput } from "../../../handlers/nutrition/check_compliance.ts";
import type { getDiary, getDiaryInput } from "../../../handlers/nutrition/get_diary.ts";
import type { getGoals, getGoalsInput } from "../../../handlers/nutrition/get_goals.ts";
import type { getProgress, getProgressInput } from "../../../handlers/nutrition/get_progress.ts";
import type { logFood, logFoodInput } from "../../../handlers/nutrition/log_food.ts";
import type { proposeGoals, proposeGoalsInput } from "../../../handlers/nutrition/propose_goals.ts";
import type { setGoals, setGoalsInput } from "../../../handlers/nutrition/set_goals.ts";
import type { logWeight, logWeightInput } from "../../../handlers/nutrition/weight_log.ts";
import type { setPersonInput } from "../../../households/person.ts";
import type {
  getPublishing,
  getPublishingInput,
  setPublishing,
  setPublishingInput,
} from "../../../households/publishing_settings.ts";
import type { Call } from "./call.ts";

const NUTRITION = "f/meal-planner/handlers/nutrition";

export const GOALS_PATHS = {
  get_goals: `${NUTRITION}/get_goals/script`,
  set_goals: `${NUTRITION}/set_goals_batch/script`,
  propose_goals: `${NUTRITION}/propose_goals/script`,
  get_diary: `${NUTRITION}/get_diary/script`,
  log_food: `${NUTRITION}/log_food/script`,
  edit_diary_entry: `${NUTRITION}/edit_diary_entry/script`,
  delete_diary_entry: `${NUTRITION}/delete_diary_entry/script`,
  get_progress: `${NUTRITION}/get_progress/script`,
  check_compliance: `${NUTRITION}/check_compliance/script`,
  log_weight: `${NUTRITION}/log_weight/script`,
  set_person: "f/meal-planner/handlers/households/set_person/script",
  get_publishing: "f/meal-planner/handlers/households/get_publishing/script",
  set_publishing: "f/meal-planner/handlers/households/set_publishing/script",
} as const;

export type GoalsCalls = {
  get_goals: Call<typeof getGoalsInput, typeof getGoals>;
  set_goals: Call<typeof setGoalsInput, typeof setGoals>;
  propose_goals: Call<typeof proposeGoalsInput, typeof proposeGoals>;
  get_diary: Call<typeof getDiaryInput, typeof getDiary>;
  log_food: Call<typeof logFoodInput, typeof logFood>;
  edit_diary_entry: Call<typeof editDiaryEntryInput, typeof editDiaryEntry>;
  delete_diary_entry: Call<typeof deleteDiaryEntryInput, typeof deleteDiaryEntry>;
  get_progress: Call<typeof getProgressInput, typeof getProgress>;
  check_compliance: Call<typeof checkComplianceInput, typeof checkCompliance>;
  log_weight: Call<typeof logWeightInput, typeof logWeight>;
  set_person: Call<typeof setPersonInput, typeof setPersonOf>;
  get_publishing: Call<typeof getPublishingInput, typeof getPublishing>;
  set_publishing: Call<typeof setPublishingInput, typeof setPublishing>;
};
