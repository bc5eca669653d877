import { isDeepStrictEqual } from "node:util";
import type { Tx } from "../../database/connection.ts";
import { emit } from "../../events/producers/emit.ts";
import type { DetailOf } from "../../events/schemas/catalogue.ts";
import type { Household } from "../../households/household.ts";
import type { DiaryEntry } from "./diary_entry.ts";

export async function tellLogged(tx: Tx, household: Household, entry: DiaryEntry): Promise<void> {
  await emit(tx, [{ type: "DiaryEntryLogged", detail: newsOf(household, entry) }]);
}

/** `entry` is the stored one by now. Where only its version differs, there is nothing to tell. */
export async function tellChanged(
  tx: Tx,
  household: Household,
  before: DiaryEntry,
  entry: DiaryEntry,
): Promise<void> {
  const fields = Object.keys(entry) as (keyof DiaryEntry)[];
  const changed = fields.filter(
    (field) => field !== "version" && !isDeepStrictEqual(before[field], entry[field]),
  );
  if (changed.length === 0) return;
  const detail = { ...newsOf(household, entry), previous_date: before.date, changed };
  await emit(tx, [{ type: "DiaryEntryChanged", detail }]);
}

export async function tellDeleted(tx: Tx, household: Household, entry: DiaryEntry): Promise<void> {
  await emit(tx, [{ type: "DiaryEntryDeleted", detail: newsOf(household, entry) }]);
}

function newsOf({ household_id }: Household, entry: DiaryEntry): DetailOf<"DiaryEntryDeleted"> {
  const { person_id, entry_id, version, date, origin, slot, plan_id, plan_date, plan_position } = entry;
  const planned =
    plan_id !== null && plan_date !== null && plan_position !== null
      ? { plan_id, date: plan_date, position: plan_position }
      : null;
  const energy_kcal = entry.nutrients?.energy_kcal ?? null;
  return {
    ...{ household_id, person_id, entry_id, version, date },
    ...{ energy_kcal, origin, slot, planned_meal: planned },
  };
}
