import { Database, type Postgresql } from "../../../f/meal-planner/database/connection.ts";
import {
  generatePlan,
  generatePlanInput,
} from "../../../f/meal-planner/handlers/meal_planning/generate_plan.ts";
import { childInput, pass } from "./stop_point.ts";

const { db, plan, stop_at } = childInput<{ db: Postgresql; plan: object }>();
const database = new Database(db);
// The bar is drawn between two pieces of the search, and once the plan is there but not stored.
await generatePlan(database, generatePlanInput.parse(plan), (percent) =>
  percent > 10 ? pass(percent < 95 ? "searching" : "storing", stop_at) : Promise.resolve(),
);
await database.close();
