import { parseInput } from "../../../database/parse_input.ts";
import { testEventPattern, testEventPatternInput } from "../test_event_pattern.ts";

/** Whether an event matches a pattern. Fails with INVALID_EVENT_PATTERN where the pattern is none. */
export async function main(event: object, event_pattern: object) {
  return testEventPattern(parseInput(testEventPatternInput, { event, event_pattern }));
}
