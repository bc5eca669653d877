import type { Database, Tx } from "../../database/connection.ts";
import { MealPlannerError, NotFound, reportError, Unauthorized } from "../../database/errors.ts";
import { newId } from "../../database/new_id.ts";
import type { Household } from "../../households/household.ts";
import type { Recipe } from "../recipes/recipe.ts";
import { findRecipe } from "../recipes/recipe_store.ts";
import {
  holdConnection,
  isLeaseLost,
  LEASE_SECONDS,
  releaseConnection,
  renewLease,
  type TandoorConnection,
  takeConnection,
} from "./connection_store.ts";
import type { Mode, Policy } from "./decide.ts";
import { type NutrientType, type NutritionChoice, nutrientTypes, PROPERTY_TYPES } from "./nutrition_back.ts";
import { createPropertyType, propertyTypes } from "./recipe_api.ts";
import { Progress, type ProgressSink } from "./run_progress.ts";
import { type Failure, RunReport } from "./run_report.ts";
import type { TandoorApi } from "./tandoor_api.ts";
import { isTokenRefused } from "./tandoor_system.ts";
import { Vocabulary } from "./vocabulary.ts";

export type RunOptions = {
  mode: Mode;
  dryRun: boolean;
  policy: Policy;
  writeNutrition: NutritionChoice;
  deletions: "guarded" | "follow" | "ignore";
  check: "all" | "changed";
  filter: RunFilter | null;
};

/** Which recipes; where it is null, all, and only then is it known what is gone. */
export type RunFilter = {
  keyword: string | null;
  changedSince: Date | null;
  recipeIds: string[] | null;
  tandoorIds: number[] | null;
};

/** One run of import, export or sync: what all its parts share. */
export class Run {
  readonly runId = newId();
  readonly report = new RunReport();
  readonly progress: Progress;
  readonly vocabulary: Vocabulary;
  /** In a dry run, recipes that would be linked: they aren't to be made a second time. */
  readonly wouldLink = new Set<string>();
  private lastWrite: Promise<unknown> = Promise.resolve();
  private heartbeat: ReturnType<typeof setInterval> | undefined;
  private types: Promise<NutrientType[]> | undefined;
  private refused: Unauthorized | undefined;

  constructor(
    readonly database: Database,
    readonly api: TandoorApi,
    readonly household: Household,
    readonly connection: TandoorConnection,
    readonly options: RunOptions,
    sink: ProgressSink,
  ) {
    this.progress = new Progress(sink);
    this.vocabulary = new Vocabulary(api);
  }

  /** Does the work while no other run has the connection. @throws InProgress where another one is alive. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const { connection_id } = this.connection;
    await takeConnection(this.database, connection_id, this.runId);
    this.heartbeat = setInterval(
      // Where the lease is lost, the next transaction finds out by itself.
      () => void renewLease(this.database, connection_id, this.runId).catch(() => undefined),
      (LEASE_SECONDS * 1000) / 4,
    );
    try {
      return await work();
    } finally {
      clearInterval(this.heartbeat);
      await releaseConnection(this.database, connection_id, this.runId);
    }
  }

  /** A transaction that holds only while the connection is this run's. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      await holdConnection(tx, this.connection.connection_id, this.runId);
      return work(tx);
    });
  }

  /**
   * Writes to Tandoor one after the other: of two creates at once that bring the same new food, the real one makes two
   * foods or breaks.
   */
  async write<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.lastWrite.then(async () => {
      try {
        await this.vocabulary.load();
        return await work();
      } catch (error) {
        // Who may not write one recipe may write none.
        if (error instanceof Unauthorized) this.refused = error;
        throw error;
      }
    });
    this.lastWrite = mine.catch(() => undefined);
    return mine;
  }

  /** Our recipe; undefined where it is gone or archived. */
  async findOurs(recipeId: string): Promise<Recipe | undefined> {
    try {
      const recipe = await this.database.transaction((tx) => findRecipe(tx, this.household, recipeId));
      return recipe.archived ? undefined : recipe;
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  /**
   * One recipe's part of the run. What is wrong with it alone is told in the report and the run goes on; what would be
   * wrong with every recipe ends the run.
   */
  async attempt(
    direction: "imported" | "exported",
    what: Omit<Failure, "code" | "reason">,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      const endsRun =
        !(error instanceof MealPlannerError) ||
        isTokenRefused(error) ||
        error === this.refused ||
        isLeaseLost(error) ||
        ["CIRCUIT_OPEN", "RATE_LIMITED", "INCONSISTENT"].includes(error.code);
      if (endsRun) throw error;
      this.report.failed(direction, what, reportError(error));
    }
    await this.progress.finish();
  }

  /** The space's property types that are nutrients, the usual ones made where they are missing. */
  nutrientTypes(): Promise<NutrientType[]> {
    this.types ??= this.readTypes().catch((error: unknown) => {
      this.types = undefined;
      if (error instanceof Unauthorized) this.refused = error;
      throw error;
    });
    return this.types;
  }

  private async readTypes(): Promise<NutrientType[]> {
    const types = [];
    for await (const type of propertyTypes(this.api)) types.push(type);
    const known = nutrientTypes(types);
    if (this.options.dryRun) return known;
    for (const { nutrient, name, unit, fdcIds, isUsual } of PROPERTY_TYPES) {
      if (!isUsual || known.some((one) => one.nutrient === nutrient)) continue;
      // One of the name in a unit of its own stays as it is, and is left alone.
      if (types.some((type) => type.name.trim().toLowerCase() === name.toLowerCase())) continue;
      types.push(await createPropertyType(this.api, { name, unit, fdc_id: fdcIds[0] }));
    }
    return nutrientTypes(types);
  }
}
