import type { ErrorReport } from "../../database/errors.ts";
import type { Field } from "./recipe_fields.ts";

export type Counts = { created: number; updated: number; unchanged: number; deleted: number; failed: number };

export type Action = {
  /** Where it is written. */
  side: "here" | "tandoor";
  action: "create" | "update" | "delete";
  name: string;
  recipe_id: string | null;
  tandoor_id: number | null;
  /** Of an update, also `nutrition`. */
  fields?: (Field | "nutrition")[];
};

export type ReportedConflict = {
  kind: "both_changed" | "deleted_here" | "deleted_there";
  name: string;
  recipe_id: string;
  tandoor_id: number | null;
  fields: { field: Field; ours: unknown; theirs: unknown; kept: "ours" | "theirs" | null }[];
  /** null where someone is to decide, with resolve_conflict. */
  kept: "ours" | "theirs" | "both" | null;
};

export type Failure = {
  name: string;
  recipe_id: string | null;
  tandoor_id: number | null;
  code: string;
  reason: string;
};

const NO_COUNTS: Counts = { created: 0, updated: 0, unchanged: 0, deleted: 0, failed: 0 };
/** Of each list so many are told; the counts are whole. */
const TOLD = 200;

/** What a run has done, or would do. */
export class RunReport {
  /** Written here, and to Tandoor. */
  readonly imported: Counts = { ...NO_COUNTS };
  readonly exported: Counts = { ...NO_COUNTS };
  readonly conflicts: ReportedConflict[] = [];
  readonly failures: Failure[] = [];
  readonly actions: Action[] = [];
  conflictCount = 0;
  openConflicts = 0;
  actionCount = 0;
  /** Deletions that weren't followed because they were most of all recipes. */
  heldDeletions = { here: 0, tandoor: 0 };

  did(action: Action): void {
    const counts = action.side === "here" ? this.imported : this.exported;
    const kind = action.action === "create" ? "created" : action.action === "update" ? "updated" : "deleted";
    counts[kind]++;
    this.actionCount++;
    if (this.actions.length < TOLD) this.actions.push(action);
  }

  found(conflict: ReportedConflict): void {
    this.conflictCount++;
    if (conflict.kept === null) this.openConflicts++;
    if (this.conflicts.length < TOLD) this.conflicts.push(conflict);
  }

  failed(
    direction: "imported" | "exported",
    what: Omit<Failure, "code" | "reason">,
    error: ErrorReport,
  ): void {
    this[direction].failed++;
    if (this.failures.length < TOLD) this.failures.push({ ...what, code: error.code, reason: error.message });
  }
}
