import { z } from "zod";
import { parseInput } from "../../../database/parse_input.ts";
import { compilePattern } from "../../producers/event_pattern.ts";

const input = z.strictObject({
  event: z.record(z.string(), z.unknown()).describe("Any JSON object."),
  event_pattern: z.unknown().describe("An EventBridge event pattern."),
});

/** Whether an event matches a pattern. Fails with INVALID_EVENT_PATTERN where the pattern is none. */
export async function main(event: object, event_pattern: object) {
  const given = parseInput(input, { event, event_pattern });
  return { result: compilePattern(given.event_pattern, "event_pattern").matches(given.event) };
}
