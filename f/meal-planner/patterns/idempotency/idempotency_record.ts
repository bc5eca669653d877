import { type ErrorReport, MealPlannerError, PayloadMismatch } from "../../database/errors.ts";

/** A record that counts: one whose time to live or in-progress time is over is no record (the database's clock decides). */
export type LiveRecord =
  | { status: "in_progress"; payload_hash: string | null; retry_after_seconds: number }
  | { status: "completed"; payload_hash: string | null; result: unknown; expires_in_seconds: number }
  | { status: "failed"; payload_hash: string | null; error: ErrorReport; expires_in_seconds: number };

/** The answer to a claim. Only `acquired` may go on and do the work. */
export type ClaimAnswer =
  | { status: "acquired"; owner_token: string }
  | { status: "completed"; result: unknown; expires_in_seconds: number }
  | { status: "failed"; error: ErrorReport }
  | { status: "in_progress"; retry_after_seconds: number };

/**
 * What a live record means for a call with this payload.
 *
 * @throws PayloadMismatch where the record was made for another payload.
 */
export function answerFrom(record: LiveRecord, identity: Identity, payloadHash: string | null): ClaimAnswer {
  if (record.payload_hash !== null && payloadHash !== null && record.payload_hash !== payloadHash) {
    throw new PayloadMismatch(
      `Key "${identity.key}" of ${identity.consumer} was used with a different payload. Use a new key for a new request.`,
    );
  }
  switch (record.status) {
    case "in_progress":
      return { status: "in_progress", retry_after_seconds: Math.max(0, record.retry_after_seconds) };
    case "completed":
      return {
        status: "completed",
        result: record.result,
        expires_in_seconds: record.expires_in_seconds,
      };
    case "failed":
      return { status: "failed", error: record.error };
  }
}

/** Whose key it is: the same key under two consumers is two operations. */
export type Identity = { consumer: string; key: string };

/** The failure of the first run, given again to a repeat. */
export class StoredFailure extends MealPlannerError {
  constructor(report: ErrorReport) {
    super(report.code as MealPlannerError["code"], report.retryable, report.message, {
      details: report.details,
      retryAfterSeconds: report.retry_after_seconds,
    });
  }
}
