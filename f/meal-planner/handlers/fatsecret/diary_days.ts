import { type FoodEntry, getFoodEntries } from "./diary_calls.ts";
import type { FatsecretClient } from "./fatsecret_client.ts";

/** The days of an account's diary as they are over there, each read once until something unsure happens to it. */
export class DiaryDays {
  private readonly days = new Map<string, FoodEntry[]>();

  constructor(private readonly client: FatsecretClient) {}

  async entriesOn(date: string): Promise<FoodEntry[]> {
    const known = this.days.get(date) ?? (await getFoodEntries(this.client, date));
    this.days.set(date, known);
    return known;
  }

  /** Something was written there: the day is read anew. */
  forget(date: string): void {
    this.days.delete(date);
  }
}
