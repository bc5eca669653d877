import { z } from "zod";

const share = z.number().gt(0).max(1);
const seconds = z.number().positive().max(86_400);

/** How one circuit judges its dependency. Every field may be left out. Stored as JSON, hence the snake case. */
export const circuitSettingsSchema = z.strictObject({
  window: z
    .discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("time"),
        seconds: z.int().min(1).max(3600).describe("Calls of the last so many seconds count."),
      }),
      z.strictObject({
        kind: z.literal("count"),
        calls: z.int().min(1).max(1000).describe("The last so many calls count."),
      }),
    ])
    .optional()
    .describe("Which calls are judged. Default: those of the last 60 s."),
  minimum_calls: z
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .describe("With fewer calls in the window it never opens. Default 10."),
  failure_rate: share.optional().describe("It opens at this share of failures. Default 0.5."),
  slow_call_seconds: seconds.optional().describe("A longer call is slow. Default 60."),
  slow_call_rate: share.optional().describe("It opens at this share of slow calls. Default 1."),
  open_seconds: seconds.optional().describe("How long it stays open the first time. Default 30."),
  open_multiplier: z
    .number()
    .min(1)
    .max(10)
    .optional()
    .describe("Each failed probe makes the next open time so many times longer. Default 2."),
  maximum_open_seconds: seconds
    .optional()
    .describe("The open time grows to this. Default 300. A server's Retry-After may be longer."),
  half_open_permits: z
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe("How many probes may be under way at once. Default 1."),
  probes_to_close: z
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe("So many successful probes close it. Default 1."),
  permit_lease_seconds: seconds
    .optional()
    .describe("A probe that says nothing for so long is given up, and its permit is free again. Default 60."),
  failure_codes: z
    .array(z.string().max(100))
    .max(100)
    .optional()
    .describe("Codes that count as failures beside the usual ones."),
  ignored_codes: z.array(z.string().max(100)).max(100).optional().describe("Codes that count neither way."),
});

export type CircuitSettings = z.infer<typeof circuitSettingsSchema>;

export const DEFAULT_CIRCUIT_SETTINGS = {
  window: { kind: "time", seconds: 60 } as
    | { kind: "time"; seconds: number }
    | { kind: "count"; calls: number },
  minimum_calls: 10,
  failure_rate: 0.5,
  slow_call_seconds: 60,
  slow_call_rate: 1,
  open_seconds: 30,
  open_multiplier: 2,
  maximum_open_seconds: 300,
  half_open_permits: 1,
  probes_to_close: 1,
  permit_lease_seconds: 60,
  failure_codes: [] as string[],
  ignored_codes: [] as string[],
};

export type FullCircuitSettings = typeof DEFAULT_CIRCUIT_SETTINGS;

export function withDefaults(settings: CircuitSettings): FullCircuitSettings {
  return { ...DEFAULT_CIRCUIT_SETTINGS, ...settings };
}
