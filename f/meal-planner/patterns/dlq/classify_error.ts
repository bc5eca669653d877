import { z } from "zod";

/** What kind of trouble a dead letter is in, and so who can mend it. */
export const classificationSchema = z.enum([
  "transient",
  "invalid",
  "missing",
  "conflict",
  "unauthorized",
  "rejected",
  "declined",
  "defect",
]);
export type Classification = z.infer<typeof classificationSchema>;

const BY_CODE: Readonly<Record<string, Classification>> = {
  UPSTREAM_UNAVAILABLE: "transient",
  TIMEOUT: "transient",
  RATE_LIMITED: "transient",
  CIRCUIT_OPEN: "transient",
  IN_PROGRESS: "transient",
  INVALID_INPUT: "invalid",
  INVALID_EVENT_PATTERN: "invalid",
  PAYLOAD_MISMATCH: "invalid",
  INFEASIBLE: "invalid",
  NOT_FOUND: "missing",
  CONFLICT: "conflict",
  CANCELLED: "conflict",
  UNAUTHORIZED: "unauthorized",
  UPSTREAM_REJECTED: "rejected",
  DISAPPROVED: "declined",
  UNANSWERED: "declined",
  INTERNAL: "defect",
  INCONSISTENT: "defect",
};

const ADVICE: Readonly<Record<Classification, string>> = {
  transient: "Redrive it once the system it needs answers again.",
  invalid: "Mend the payload and redrive with the mended one, or discard it.",
  missing: "What it refers to is gone, or the target is. Restore that and redrive, or discard it.",
  conflict:
    "Something else changed the same thing first. Look at the present state, then redrive or discard.",
  unauthorized: "Renew the credentials of the target, then redrive.",
  rejected: "The other system refused it. Mend what was sent and redrive, or discard it.",
  declined: "Somebody said no, or nobody answered in time. Redrive it to ask anew, or discard it.",
  defect: "The program failed. Deploy the fix, then redrive.",
};

/** What a flow's end is called that no code of ours threw, by the name that Windmill gives the error. */
const CODE_BY_NAME: Readonly<Record<string, string>> = {
  SuspendedDisapproved: "DISAPPROVED",
  SuspendedTimedOut: "UNANSWERED",
};

/** The code of an error that came without one: an approval that was refused or that nobody gave, otherwise `INTERNAL`. */
export function codeByName(name: string | undefined): string {
  return name !== undefined && Object.hasOwn(CODE_BY_NAME, name)
    ? (CODE_BY_NAME[name] ?? "INTERNAL")
    : "INTERNAL";
}

/** By the taxonomy's code only. A code from outside of it is a defect: nobody has said what it means. */
export function classifyError(code: string): Classification {
  return Object.hasOwn(BY_CODE, code) ? (BY_CODE[code] ?? "defect") : "defect";
}

/** What an operator does next about a dead letter of this kind. */
export function adviseOn(classification: Classification): string {
  return ADVICE[classification];
}
