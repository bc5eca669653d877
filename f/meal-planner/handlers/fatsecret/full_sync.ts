import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { type ErrorReport, NotFound, reportError } from "../../database/errors.ts";
import { plainText } from "../../database/plain_text.ts";
import { resolveHousehold } from "../../households/household.ts";
import { findPerson } from "../../households/person.ts";
import { countQueue } from "./entry_queue.ts";
import { accountFields, type PersonAccount, withPersonAccount } from "./person_account.ts";
import { type DiarySyncReport, diaryParts } from "./sync_diary.ts";
import { favoriteParts } from "./sync_favorites.ts";
import { foodParts } from "./sync_foods.ts";
import { recipeParts } from "./sync_recipes.ts";
import { runParts, type SyncPart } from "./sync_run.ts";
import { dayRange, daysMeant } from "./upload_diary.ts";

// The diary first: what is sent is among the foods eaten lately then, and a second run finds nothing new.
const SCOPES = ["diary", "weight", "foods", "favorites", "recipes"] as const;

export const fullSyncInput = z.strictObject({
  person: plainText(80)
    .optional()
    .describe("Left out, everybody of the household who has an account connected."),
  ...dayRange,
  scope: z
    .array(z.enum(SCOPES))
    .min(1)
    .default([...SCOPES])
    .describe("What to synchronise; left out, all."),
  household_id: accountFields.household_id,
  fatsecret: accountFields.fatsecret,
});

/** What is done by default: a month. What is older changes rarely, and every day is a call. */
const DAYS = 30;

/** Each with their report, or why it stopped; a run that stopped is gone on with by the next call. */
export type FullSyncReport = {
  people: ({ person_id: string; name: string } & ({ report: DiarySyncReport } | { error: ErrorReport }))[];
  failed: number;
};

/**
 * Synchronises all that a person has at FatSecret: foods, favourites, recipes, the diary both ways, weights. It notes each
 * part when it is done; killed or refused anywhere, the next call goes on from there, and nothing is there twice. One
 * person's trouble doesn't stop the others.
 *
 * @throws What stopped it, where one person is named; NotFound where nobody has an account connected.
 */
export async function fullSync(
  database: Database,
  input: z.output<typeof fullSyncInput>,
): Promise<FullSyncReport> {
  const people: FullSyncReport["people"] = [];
  for (const { person_id, name } of await peopleMeant(database, input)) {
    const outcome = await syncPerson(database, { ...input, person: person_id }).then(
      (report) => ({ report }),
      (error: unknown) => {
        if (input.person !== undefined) throw error;
        return { error: reportError(error) };
      },
    );
    people.push({ person_id, name, ...outcome });
  }
  return { people, failed: people.filter((one) => "error" in one).length };
}

async function peopleMeant(
  database: Database,
  { person, household_id }: z.output<typeof fullSyncInput>,
): Promise<{ person_id: string; name: string }[]> {
  return database.transaction(async (tx) => {
    const household = await resolveHousehold(tx, household_id);
    if (person !== undefined) return [await findPerson(tx, household, person)];
    const { rows } = await tx.query<{ person_id: string; name: string }>(
      `select person_id, p.name from meal_planner.fatsecret_connections join meal_planner.people p using (person_id)
       where p.household_id = $1::uuid order by p.created_at, person_id`,
      [household.household_id],
    );
    if (rows.length > 0) return rows;
    const remedy = "Connect one with f/meal-planner/handlers/fatsecret/connect_start/script.";
    throw new NotFound("FatSecret account of", household.name, remedy);
  });
}

async function syncPerson(
  database: Database,
  input: z.output<typeof fullSyncInput> & { person: string },
): Promise<DiarySyncReport> {
  return withPersonAccount(database, input, async (account) => {
    const days = daysMeant(input, account.today, DAYS);
    const scope = SCOPES.filter((one) => input.scope.includes(one));
    const report = await runParts(account, { scope, ...days }, partsOf(account, scope, days));
    return { ...report, ...days, ...(await countQueue(database, account.person.person_id)) };
  });
}

type Scope = (typeof SCOPES)[number];

function partsOf(
  account: PersonAccount,
  scope: readonly Scope[],
  days: { from: string; to: string },
): SyncPart[] {
  const how = { direction: "both", only_planned: false, upload_as: "foods" } as const;
  const diary = diaryParts(account, { ...days, ...how, weight: scope.includes("weight") });
  const isWeight = ({ name }: SyncPart) => name.startsWith("weights ");
  const parts: Record<Scope, SyncPart[]> = {
    foods: foodParts(account),
    favorites: favoriteParts(account),
    recipes: recipeParts(account, false),
    diary: diary.filter((part) => !isWeight(part)),
    weight: diary.filter(isWeight),
  };
  const wanted = scope.flatMap((one) => parts[one]);
  // A list that is a favourite and a food is taken once.
  return [...new Map(wanted.map((part) => [part.name, part])).values()];
}
