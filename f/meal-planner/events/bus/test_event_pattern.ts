import { z } from "zod";
import { compilePattern } from "../producers/event_pattern.ts";

export const testEventPatternInput = z.strictObject({
  event: z.record(z.string(), z.unknown()).describe("Any JSON object."),
  event_pattern: z.unknown().describe("An EventBridge event pattern."),
});

/** @throws InvalidInput with INVALID_EVENT_PATTERN where the pattern is none, with the place and the reason. */
export function testEventPattern(input: z.output<typeof testEventPatternInput>): { result: boolean } {
  return { result: compilePattern(input.event_pattern, "event_pattern").matches(input.event) };
}
