import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { redrive, redriveSchema } from "../redrive.ts";

/** Sends dead letters off again: start with a filter (or a dry run), look at the progress, cancel, resume. */
export async function main(
  action: "start" | "resume" | "cancel" | "progress" = "start",
  filter?: {
    ids?: string[];
    kind?: "event" | "job";
    rule?: string;
    target?: string;
    code?: string;
    classification?:
      | "transient"
      | "invalid"
      | "missing"
      | "conflict"
      | "unauthorized"
      | "rejected"
      | "declined"
      | "defect";
    detail_type?: string;
    source?: string;
    from?: string;
    to?: string;
    event_pattern?: object;
  },
  dry_run?: boolean,
  rate_per_second?: number,
  patch?: object,
  maximum_redrives?: number,
  redrive_id?: string,
  max_seconds?: number,
  db?: Postgresql,
) {
  const terms = { filter, dry_run, rate_per_second, patch, maximum_redrives };
  const request = parseInput(redriveSchema, { action, ...terms, redrive_id, max_seconds });
  return withDatabase(db, (database) => redrive(database, request));
}
