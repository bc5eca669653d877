import type { Database } from "../../f/meal-planner/database/connection.ts";
import { TANDOOR_RESOURCE, tandoorResource } from "../../f/meal-planner/handlers/tandoor/tandoor_account.ts";
import { interpolate } from "../jobs/interpolate.ts";
import type { WorkspaceValues } from "../jobs/workspace_values.ts";
import type { ScheduleFile } from "./schedule_file.ts";

/** When a schedule runs that nobody has switched on or off, and how to say so. */
type Default = "on" | "off" | "with Tandoor" | "with FatSecret";

const WORKFLOWS = "f/meal-planner/workflows";

/**
 * On is what keeps the database well and bothers nobody, and what a household asked for by connecting an account. What
 * decides for people (a week planned, asked for and told of) waits until somebody wants it.
 */
const DEFAULTS: Readonly<Partial<Record<string, Default>>> = {
  [`${WORKFLOWS}/dispatch_events`]: "on",
  [`${WORKFLOWS}/tend_patterns`]: "on",
  [`${WORKFLOWS}/maintenance`]: "on",
  [`${WORKFLOWS}/check_compliance`]: "on",
  [`${WORKFLOWS}/weekly_meal_plan`]: "off",
  // Its answer is a page of Windmill's; here nobody would see it.
  [`${WORKFLOWS}/nutrition_analysis`]: "off",
  [`${WORKFLOWS}/sync_tandoor`]: "with Tandoor",
  [`${WORKFLOWS}/sync_fatsecret`]: "with FatSecret",
};

/** What the household has connected. */
export type Connected = { tandoor: boolean; fatSecret: boolean };

export async function readConnected(database: Database, values: WorkspaceValues): Promise<Connected> {
  const { rows } = await database.query<{ any: boolean }>(
    "select exists (select from meal_planner.fatsecret_connections) as any",
  );
  return { tandoor: await hasTandoor(values), fatSecret: rows[0]?.any === true };
}

async function hasTandoor(values: WorkspaceValues): Promise<boolean> {
  const resource = await values.resource(TANDOOR_RESOURCE);
  if (!resource) return false;
  // One that refers to what isn't there is not connected yet; its script says what is missing to whoever runs it.
  const value = await interpolate(resource.value, values).catch(() => undefined);
  return tandoorResource.safeParse(value).success;
}

/** Whether a schedule is on: what somebody chose, else its default. */
export function isOn(file: ScheduleFile, chosen: boolean | null, connected: Connected): boolean {
  if (chosen !== null) return chosen;
  switch (DEFAULTS[file.path]) {
    case "on":
      return true;
    case "off":
      return false;
    case "with Tandoor":
      return connected.tandoor;
    case "with FatSecret":
      return connected.fatSecret;
    case undefined:
      return file.enabled; // one of the user's own
  }
}

/** Why a schedule is on or off, in a few words. */
export function reasonFor(file: ScheduleFile, chosen: boolean | null, connected: Connected): string {
  if (chosen !== null) return "as you chose";
  switch (DEFAULTS[file.path]) {
    case "with Tandoor":
      return connected.tandoor ? "a Tandoor is connected" : "no Tandoor is connected";
    case "with FatSecret":
      return connected.fatSecret ? "a FatSecret account is connected" : "no FatSecret account is connected";
    default:
      return "by default";
  }
}
