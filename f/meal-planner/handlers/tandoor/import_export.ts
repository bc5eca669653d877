import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { plainText } from "../../database/plain_text.ts";
import { emit } from "../../events/producers/emit.ts";
import { resolveHousehold } from "../../households/household.ts";
import type { HttpSystem } from "../../http/http_system.ts";
import { connectionFor } from "./connection_store.ts";
import { MODES, POLICIES } from "./decide.ts";
import { NUTRITION_CHOICES } from "./nutrition_back.ts";
import { Run, type RunFilter } from "./run.ts";
import { jobProgress } from "./run_progress.ts";
import type { Action, Counts, Failure, ReportedConflict } from "./run_report.ts";
import { sweep } from "./sweep.ts";
import { tandoorAccount, tandoorResource } from "./tandoor_account.ts";
import { type TandoorApi, withTandoor } from "./tandoor_api.ts";
import { checkServer } from "./tandoor_server.ts";

const instant = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: "Must be a day (2026-11-23) or a time with its zone (2026-11-23T08:00:00Z).",
});

export const importExportInput = z.strictObject({
  mode: z.enum(MODES).describe("Tandoor's recipes to here, ours to Tandoor, or both ways."),
  dry_run: z.boolean().default(false).describe("Tell what would be done, and write nothing."),
  conflicts: z.enum(POLICIES).default("ask").describe("Whose change counts where both sides changed."),
  keyword: plainText(64).optional().describe("Only recipes with this keyword (our tag)."),
  changed_since: instant.optional().describe("Only recipes that changed since."),
  ids: z.array(z.string().trim().min(1).max(36)).min(1).max(1000).optional().describe("Only these recipes."),
  write_nutrition: z.enum(NUTRITION_CHOICES).default("missing").describe("Our figures in Tandoor's recipes."),
  deletions: z
    .enum(["guarded", "follow", "ignore"])
    .default("guarded")
    .describe("Deletions on the other side."),
  check: z.enum(["all", "changed"]).default("all").describe("Read every recipe, or those marked as changed."),
  tandoor: tandoorResource.optional().describe("The server and token; left out, the workspace's own."),
  household_id: z.uuid().optional().describe("Whose recipes; left out, the default household's."),
});

export type ImportExportResult = {
  run_id: string;
  mode: string;
  dry_run: boolean;
  space: string;
  /** What was written here, and to Tandoor; in a dry run, what would be. */
  imported: Counts;
  exported: Counts;
  /** The first 200 of each; `…_total` counts them all. */
  conflicts: ReportedConflict[];
  conflicts_total: number;
  conflicts_open: number;
  failures: Failure[];
  actions: Action[];
  actions_total: number;
  /** Deletions that weren't followed because they were most of all recipes; `deletions: "follow"` follows them. */
  held_deletions: { here: number; tandoor: number };
};

/**
 * Brings the household's recipes and Tandoor's together, one way or both. It can be stopped anywhere: the next run
 * finishes it, and makes nothing twice. Where nothing has changed, nothing is written on either side. What is wrong with
 * one recipe is told in `failures` and the others go on.
 *
 * @throws Unauthorized, NotFound, Upstream, TimedOut, CircuitOpen or RateLimited where Tandoor can't be used, InProgress
 *   where another run is under way.
 * @param system How long to try and to wait. Default: as for every call of Tandoor.
 */
export async function importExport(
  database: Database,
  input: z.output<typeof importExportInput>,
  system?: HttpSystem,
): Promise<ImportExportResult> {
  const household = await database.transaction((tx) => resolveHousehold(tx, input.household_id));
  const filter = filterOf(input);
  const account = await tandoorAccount(input.tandoor);
  const work = async (api: TandoorApi) => {
    const { space } = await checkServer(api, account);
    const connection = await database.transaction((tx) =>
      connectionFor(tx, household.household_id, account.address, space),
    );
    const options = {
      mode: input.mode,
      dryRun: input.dry_run,
      policy: input.conflicts,
      writeNutrition: input.write_nutrition,
      deletions: input.deletions,
      check: input.check,
      filter,
    };
    const run = new Run(database, api, household, connection, options, jobProgress());
    await run.alone(async () => {
      await announce(run, "began");
      await sweep(run);
      await announce(run, "ended");
    });
    return resultOf(run);
  };
  return withTandoor(database, account, work, system);
}

function filterOf(input: z.output<typeof importExportInput>): RunFilter | null {
  const { keyword, changed_since, ids } = input;
  if (keyword === undefined && changed_since === undefined && ids === undefined) return null;
  const tandoorIds = ids?.filter((id) => /^\d{1,9}$/.test(id)).map(Number);
  const recipeIds = ids?.filter((id) => z.guid().safeParse(id).success);
  if (ids && (tandoorIds?.length ?? 0) + (recipeIds?.length ?? 0) < ids.length) {
    const message = "An id is one of ours (a UUID) or the number of one of Tandoor's recipes.";
    throw new InvalidInput([{ path: "ids", message }]);
  }
  return {
    keyword: keyword ?? null,
    changedSince: changed_since === undefined ? null : new Date(changed_since),
    recipeIds: recipeIds?.length ? recipeIds : null,
    tandoorIds: tandoorIds?.length ? tandoorIds : null,
  };
}

/** In the catalogue's counts, what was deleted was updated. */
function outcome({ created, updated, unchanged, deleted, failed }: Counts) {
  return { created, updated: updated + deleted, unchanged, failed };
}

async function announce(run: Run, when: "began" | "ended"): Promise<void> {
  const { mode, dryRun } = run.options;
  if (dryRun) return;
  const detail = { household_id: run.household.household_id, run_id: run.runId };
  const { imported, exported } = run.report;
  await run.transaction(async (tx) => {
    if (mode !== "export" && when === "began") await emit(tx, [{ type: "TandoorImportStarted", detail }]);
    if (mode !== "export" && when === "ended")
      await emit(tx, [{ type: "TandoorImportCompleted", detail: { ...detail, ...outcome(imported) } }]);
    if (mode !== "import" && when === "ended")
      await emit(tx, [{ type: "TandoorExportCompleted", detail: { ...detail, ...outcome(exported) } }]);
  });
}

function resultOf(run: Run): ImportExportResult {
  const { report, options } = run;
  return {
    run_id: run.runId,
    mode: options.mode,
    dry_run: options.dryRun,
    space: run.connection.space_name,
    imported: report.imported,
    exported: report.exported,
    conflicts: report.conflicts,
    conflicts_total: report.conflictCount,
    conflicts_open: report.openConflicts,
    failures: report.failures,
    actions: report.actions,
    actions_total: report.actionCount,
    held_deletions: report.heldDeletions,
  };
}
