import type { Account } from "./fatsecret_accounts.ts";
import { FOODS } from "./fatsecret_catalogue.ts";
import { Refused } from "./fatsecret_oauth.ts";

export type Asked = { parameters: Map<string, string>; account: Account; newId: () => string };
export type Method = (asked: Asked) => object;

const DAY_MS = 86_400_000;
export const today = () => Math.floor(Date.now() / DAY_MS);

const MEALS = ["breakfast", "lunch", "dinner"];
export const mealOf = (given: string) => (MEALS.includes(given) ? given : "other");
export const capital = (meal: string) => meal.charAt(0).toUpperCase() + meal.slice(1);

export function need({ parameters }: Asked, name: string): string {
  const value = parameters.get(name);
  if (value === undefined || value === "") throw new Refused(101, `Missing required parameter: ${name}`);
  return value;
}

export function numberOf(asked: Asked, name: string): number {
  const value = Number(need(asked, name));
  if (!Number.isFinite(value)) throw new Refused(108, `Invalid type: ${name}`);
  return value;
}

export const dayOf = (asked: Asked) => (asked.parameters.has("date") ? numberOf(asked, "date") : today());

export function byId<T extends { id: string }>(of: readonly T[], asked: Asked, name: string): T {
  const found = of.find(({ id }) => id === need(asked, name));
  if (!found) throw new Refused(106, `Invalid ID: ${name} '${asked.parameters.get(name)}'`);
  return found;
}

export function monthOf(day: number): [first: number, last: number] {
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return [Date.UTC(year, month, 1) / DAY_MS, Date.UTC(year, month + 1, 0) / DAY_MS];
}

export const month = (day: number, days: object[]) => {
  const [from_date_int, to_date_int] = monthOf(day);
  return { month: { day: days, from_date_int, to_date_int } };
};

export function page<T>(asked: Asked, all: T[]) {
  const size = Number(asked.parameters.get("max_results") ?? 20);
  const at = Number(asked.parameters.get("page_number") ?? 0);
  return {
    items: all.slice(at * size, (at + 1) * size),
    max_results: size,
    page_number: at,
    total_results: all.length,
  };
}

export const listed = (food: string) => ({
  food_id: food,
  food_name: FOODS[food]!.name,
  food_type: FOODS[food]!.brand ? "Brand" : "Generic",
  ...(FOODS[food]!.brand ? { brand_name: FOODS[food]!.brand } : {}),
  food_url: `https://www.fatsecret.com/foods/${food}`,
});
