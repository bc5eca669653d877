import { FIELDS, type Field } from "./recipe_fields.ts";

export const MODES = ["import", "export", "sync"] as const;
export type Mode = (typeof MODES)[number];
export const POLICIES = ["ask", "ours", "theirs", "newest"] as const;
export type Policy = (typeof POLICIES)[number];

/** What is known of one field: whether each side changed it since both were last brought together. */
export type FieldState = {
  oursChanged: boolean;
  theirsChanged: boolean;
  same: boolean;
  oursEmpty: boolean;
  theirsEmpty: boolean;
};

export type Situation = {
  mode: Mode;
  policy: Policy;
  /** Whether theirs was changed after ours; what `newest` goes by. */
  theirsIsNewer: boolean;
  /** `known`: brought together before. `met`: found to be one recipe just now. `made`: we made theirs and lost the answer. */
  link: "known" | "met" | "made";
  fields: Record<Field, FieldState>;
};

export type Decision = {
  /** Fields that move. */
  toOurs: Field[];
  toTheirs: Field[];
  /** Fields in which both are known to agree now. */
  agreed: Field[];
  /** Changes of theirs, or of ours, that lost while nothing may be written to that side: they aren't told of again. */
  dropTheirs: Field[];
  dropOurs: Field[];
  conflict?: {
    /** What is kept in each contested field; null where someone is to be asked. */
    contested: { field: Field; kept: "ours" | "theirs" | null }[];
    kept: "ours" | "theirs" | "both" | null;
  };
};

/**
 * What to do with two sides of a recipe, field by field: what one side changed goes to the other; what both changed is
 * decided by the policy and told. With `ask`, nothing moves as long as both have changed. Pure.
 */
export function decide(situation: Situation): Decision {
  const { mode, link, fields } = situation;
  const decision: Decision = { toOurs: [], toTheirs: [], agreed: [], dropTheirs: [], dropOurs: [] };
  const contested: Field[] = [];
  const ours: Field[] = [];
  const theirs: Field[] = [];
  for (const field of FIELDS) {
    const state = fields[field];
    if (!state.oursChanged && !state.theirsChanged) continue;
    if (state.same) decision.agreed.push(field);
    else if (link === "made") ours.push(field);
    else if (!state.theirsChanged || (link === "met" && state.theirsEmpty)) ours.push(field);
    else if (!state.oursChanged || (link === "met" && state.oursEmpty)) theirs.push(field);
    else contested.push(field);
  }
  const bothMove = mode === "sync" && link === "known" && ours.length > 0 && theirs.length > 0;
  if (contested.length > 0 || bothMove) {
    const winner = winnerOf(situation);
    const kept = contested.length === 0 ? winner && "both" : winner;
    decision.conflict = { contested: contested.map((field) => ({ field, kept: winner })), kept };
    if (winner === null) return decision;
    if (winner === "ours") (mode === "import" ? decision.dropTheirs : ours).push(...contested);
    else (mode === "export" ? decision.dropOurs : theirs).push(...contested);
  }
  if (mode !== "import") decision.toTheirs = ours;
  if (mode !== "export") decision.toOurs = theirs;
  return decision;
}

function winnerOf({ policy, theirsIsNewer }: Situation): "ours" | "theirs" | null {
  switch (policy) {
    case "ask":
      return null;
    case "newest":
      return theirsIsNewer ? "theirs" : "ours";
    default:
      return policy;
  }
}
