import type { Tx } from "../../database/connection.ts";
import { reportError } from "../../database/errors.ts";
import { logWeight, type Weighing, weighingsBetween } from "../nutrition/weight_log.ts";
import { fatsecretCode } from "./answer_error.ts";
import { KEPT_SECONDS } from "./catalogue_food.ts";
import type { PersonAccount } from "./person_account.ts";
import { getMonthWeights, getProfile, updateWeight } from "./profile_calls.ts";
import type { PartCounts, SyncProblem } from "./sync_run.ts";

/** Scales show a tenth; what differs by less was rounded. */
const SAME_KG = 0.01;

/** A parameter that is missing, a date too far ahead, a date before the last one. */
const NOT_TAKEN = new Set([101, 205, 206]);

export type AgreedWeight = { date: string; weight_kg: number; theirs: boolean };

/** What to do with a day's weight, by what each side has now and what both had when they last agreed. */
export type WeightMove =
  | { kind: "none"; theirs: boolean }
  | { kind: "take"; weight_kg: number }
  | { kind: "send"; weight_kg: number }
  | { kind: "take_back" };

/**
 * Decides a day's weight: whoever changed it since both agreed is right, and we are where both did. A weight taken from
 * there goes when it goes there; one of ours that is gone here can't be taken back there. Pure.
 */
export function decideWeight(
  ours: number | undefined,
  theirs: number | undefined,
  agreed: AgreedWeight | undefined,
): WeightMove {
  const same = (a: number | undefined, b: number | undefined) =>
    a !== undefined && b !== undefined && Math.abs(a - b) < SAME_KG;
  if (theirs === undefined) {
    if (ours === undefined) return { kind: "none", theirs: false };
    if (agreed?.theirs && same(ours, agreed.weight_kg)) return { kind: "take_back" };
    return { kind: "send", weight_kg: ours };
  }
  if (ours === undefined) {
    return agreed && same(theirs, agreed.weight_kg)
      ? { kind: "none", theirs: agreed.theirs }
      : { kind: "take", weight_kg: theirs };
  }
  if (same(ours, theirs)) return { kind: "none", theirs: agreed?.theirs ?? false };
  const isOursUnchanged = agreed !== undefined && same(ours, agreed.weight_kg);
  return isOursUnchanged ? { kind: "take", weight_kg: theirs } : { kind: "send", weight_kg: ours };
}

/**
 * Brings the weights of a month's days on both sides together. Where FatSecret takes a weight only for days after the last
 * one, the others are told as problems.
 */
export async function syncMonthWeights(
  account: PersonAccount,
  from: string,
  to: string,
): Promise<PartCounts> {
  const { database, client, person } = account;
  const inRange = ({ date }: { date: string }) => date >= from && date <= to;
  const there = (await getMonthWeights(client, from)).map((one) => ({
    date: one.date_int,
    weight_kg: one.weight_kg,
  }));
  const theirs = new Map(there.filter(inRange).map((one) => [one.date, one.weight_kg]));
  const { ours, agreed } = await database.transaction(async (tx) => ({
    ours: new Map(
      (await weighingsBetween(tx, person.person_id, from, to)).map((one) => [one.date, one.weight_kg]),
    ),
    agreed: await agreedWeights(tx, person.person_id, from, to),
  }));
  const counts: PartCounts & { problems: SyncProblem[] } = {
    created: 0,
    updated: 0,
    unchanged: 0,
    failed: 0,
    problems: [],
  };
  for (const date of [...new Set([...ours.keys(), ...theirs.keys()])].sort()) {
    const move = decideWeight(ours.get(date), theirs.get(date), agreed.get(date));
    const weight = theirs.get(date);
    switch (move.kind) {
      case "none":
        if (weight !== undefined) await keepAgreed(account, { date, weight_kg: weight, theirs: move.theirs });
        counts.unchanged++;
        break;
      case "take":
        await takeWeight(account, { date, weight_kg: move.weight_kg });
        counts[ours.has(date) ? "updated" : "created"]++;
        break;
      case "take_back":
        await database.transaction((tx) => logWeight(tx, { ...nameOf(account), weight_kg: null, date }));
        counts.updated++;
        break;
      case "send": {
        const problem = await sendWeight(account, { date, weight_kg: move.weight_kg });
        if (problem) counts.problems.push(problem);
        counts[problem ? "failed" : weight === undefined ? "created" : "updated"]++;
      }
    }
  }
  return counts;
}

const nameOf = ({ person, household }: PersonAccount) => ({
  person: person.person_id,
  household_id: household.household_id,
});

async function takeWeight(account: PersonAccount, { date, weight_kg }: Weighing): Promise<void> {
  await account.database.transaction(async (tx) => {
    await logWeight(tx, { ...nameOf(account), weight_kg, date });
    await writeAgreed(tx, account.person.person_id, { date, weight_kg, theirs: true });
  });
}

async function sendWeight(account: PersonAccount, weighing: Weighing): Promise<SyncProblem | undefined> {
  const { client, person, lease } = account;
  await lease.renew();
  try {
    await updateWeight(client, weighing).catch(async (error: unknown) => {
      // The first weight of an account wants a height and a goal, which it then keeps.
      const height_cm = person.height_cm ?? undefined;
      if (fatsecretCode(error) !== 101 || height_cm === undefined) throw error;
      const { goal_weight_kg } = await getProfile(client);
      await updateWeight(client, {
        ...weighing,
        height_cm,
        goal_weight_kg: goal_weight_kg || weighing.weight_kg,
      });
    });
  } catch (error) {
    if (!NOT_TAKEN.has(fatsecretCode(error) ?? 0)) throw error;
    const { code, message } = reportError(error);
    const advice = fatsecretCode(error) === 101 ? ` Set the height of ${person.name} with set_person.` : "";
    return { name: `weight of ${weighing.date}`, code, message: `${message}${advice}` };
  }
  await keepAgreed(account, { ...weighing, theirs: false });
  return undefined;
}

async function agreedWeights(
  tx: Tx,
  personId: string,
  from: string,
  to: string,
): Promise<Map<string, AgreedWeight>> {
  const { rows } = await tx.query<AgreedWeight>(
    `select date, weight_kg, theirs from meal_planner.fatsecret_weights
     where person_id = $1::uuid and date between $2::date and $3::date`,
    [personId, from, to],
  );
  return new Map(rows.map((row) => [row.date, row]));
}

const keepAgreed = (account: PersonAccount, weight: AgreedWeight) =>
  account.database.transaction((tx) => writeAgreed(tx, account.person.person_id, weight));

async function writeAgreed(
  tx: Tx,
  personId: string,
  { date, weight_kg, theirs }: AgreedWeight,
): Promise<void> {
  await tx.query(
    `insert into meal_planner.fatsecret_weights (person_id, date, weight_kg, theirs, expires_at)
     values ($1::uuid, $2::date, $3::double precision, $4::boolean, now() + make_interval(secs => $5::float8))
     on conflict (person_id, date) do update set weight_kg = excluded.weight_kg, theirs = excluded.theirs,
       expires_at = excluded.expires_at`,
    [personId, date, weight_kg, theirs, KEPT_SECONDS],
  );
}
