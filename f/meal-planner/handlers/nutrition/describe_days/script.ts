import { parseInput } from "../../../database/parse_input.ts";
import { describeDays, describeDaysInput } from "../describe_days.ts";

/**
 * The news of a check of compliance as a message: a line a day, with what would repair it. Days told before are left out.
 *
 * @param days The days that check_compliance gave.
 */
export async function main(days: object[]) {
  return describeDays(parseInput(describeDaysInput, { days }));
}
