import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { datesBetween, monthsBetween } from "./calendar_day.ts";
import { getDiaryMonth } from "./diary_calls.ts";
import { DiaryDays } from "./diary_days.ts";
import { countQueue, queueEntries } from "./entry_queue.ts";
import { daysWithItems } from "./item_store.ts";
import { accountFields, type PersonAccount, withPersonAccount } from "./person_account.ts";
import { type PartCounts, runParts, type SyncPart, type SyncReport } from "./sync_run.ts";
import { syncMonthWeights } from "./sync_weights.ts";
import { takeDay } from "./take_day.ts";
import { dayRange, daysMeant, sendQueue, type UploadAs } from "./upload_diary.ts";

const direction = z.enum(["both", "from_fatsecret", "to_fatsecret"]);

export const syncDiaryInput = z.strictObject({
  ...accountFields,
  ...dayRange,
  direction: direction.default("both").describe("Both ways, or one only."),
  weight: z.boolean().default(true).describe("Whether weights are synchronised too."),
  only_planned: z
    .boolean()
    .default(false)
    .describe("Sends only meals of a plan, not what was logged by hand."),
  upload_as: z.enum(["foods", "saved_meals"]).default("foods").describe("How a recipe is sent."),
});

/** `waiting` entries are sent by a later run; `dead` ones were given up. */
export type DiarySyncReport = SyncReport & { from: string; to: string; waiting: number; dead: number };

/** Which days and how; the terms of the parts below. */
export type DiaryTerms = {
  from: string;
  to: string;
  direction: z.output<typeof direction>;
  weight: boolean;
  only_planned: boolean;
  upload_as: UploadAs;
};

/**
 * Makes a person's diary and FatSecret's say the same of some days: entries, changes and deletions both ways, and weights.
 * What both sides have changed stands as it is here. A run that was cut off is gone on with; a second one writes nothing.
 */
export async function syncDiary(
  database: Database,
  input: z.output<typeof syncDiaryInput>,
): Promise<DiarySyncReport> {
  return withPersonAccount(database, input, async (account) => {
    const { direction: ways, weight, only_planned, upload_as } = input;
    const days = daysMeant(input, account.today);
    const terms = { ...days, direction: ways, weight, only_planned, upload_as };
    const scope = ["diary", ...(weight ? ["weight"] : [])];
    const report = await runParts(account, { scope, ...terms }, diaryParts(account, terms));
    return { ...report, ...days, ...(await countQueue(database, account.person.person_id)) };
  });
}

/** The parts of a diary's synchronisation: what is to be sent, then each month's days, then its weights. */
export function diaryParts(account: PersonAccount, terms: DiaryTerms): SyncPart[] {
  const { from, to, direction: ways, weight } = terms;
  const sends: SyncPart[] = [{ name: "send entries", work: () => sendEntries(account, terms) }];
  const months = monthsBetween(from, to).map((first, index, all) => {
    const next = all[index + 1];
    const last = next === undefined ? to : (datesBetween(first, next).at(-2) ?? first);
    return { first, last };
  });
  const takes = months.map(({ first, last }): SyncPart => {
    return { name: `days ${first} to ${last}`, work: () => takeDays(account, first, last) };
  });
  const weights = months.map(({ first, last }): SyncPart => {
    return { name: `weights ${first} to ${last}`, work: () => syncMonthWeights(account, first, last) };
  });
  return [
    ...(ways === "from_fatsecret" ? [] : sends),
    ...(ways === "to_fatsecret" ? [] : takes),
    ...(weight ? weights : []),
  ];
}

async function sendEntries(account: PersonAccount, terms: DiaryTerms): Promise<PartCounts> {
  const { database, person } = account;
  await queueEntries(database, { ...terms, person_id: person.person_id, entry_ids: null });
  const sent = await sendQueue(account, terms.upload_as);
  const updated = sent.edited + sent.deleted;
  return {
    ...{ created: sent.created, updated, unchanged: sent.unchanged + sent.found },
    ...{ failed: sent.problems.length, problems: sent.problems },
  };
}

/** With fewer days than this the month's overview saves nothing. */
const WORTH_A_LOOK = 10;

/** Takes a month's days over. Of many days only those are read on which either side has anything. */
async function takeDays(account: PersonAccount, from: string, to: string): Promise<PartCounts> {
  const { database, client, person, lease } = account;
  const all = datesBetween(from, to).filter((date) => date <= account.today);
  const days = new DiaryDays(client);
  let wanted = new Set(all);
  if (all.length > WORTH_A_LOOK) {
    const there = (await getDiaryMonth(client, from)).map(({ date_int }) => date_int);
    const here = await daysWithItems(database, person.person_id, from, to);
    wanted = new Set([...there, ...here]);
  }
  const sum: Required<PartCounts> = { created: 0, updated: 0, unchanged: 0, failed: 0, problems: [] };
  for (const date of all.filter((one) => wanted.has(one))) {
    await lease.renew();
    const counts = await takeDay(account, days, date);
    sum.created += counts.created;
    sum.updated += counts.updated;
    sum.unchanged += counts.unchanged;
    sum.failed += counts.failed;
    sum.problems.push(...(counts.problems ?? []));
    days.forget(date);
  }
  return sum;
}
