import { z } from "zod";
import { InvalidInput } from "../../database/errors.ts";
import { retryPolicySchema } from "../../patterns/retry/retry_policy.ts";
import { compilePattern } from "../producers/event_pattern.ts";
import { parseJsonPath } from "../producers/json_path.ts";

const jsonPath = z
  .string()
  .refine((text) => parseJsonPath(text) !== undefined, "must be a path such as $.detail.recipe_id");

const windmillPath = z
  .string()
  .regex(
    /^[ufg](\/[\w-]+){2,}$/,
    "must be a path in the workspace, such as f/meal-planner/handlers/recipes/get_recipe/script",
  );

// EventBridge's limits of an input transformer.
const inputTransformer = z.strictObject({
  input_paths_map: z
    .record(z.string().regex(/^[A-Za-z0-9_-]+$/, "must be a name of letters, digits, - and _"), jsonPath)
    .refine((map) => Object.keys(map).length <= 100, "must have at most 100 paths")
    .refine(
      (map) => Object.keys(map).every((name) => !name.startsWith("AWS")),
      "must not name a variable AWS…",
    )
    .default({}),
  input_template: z.string().min(1).max(8192),
});

const common = {
  id: z
    .string()
    .regex(/^[.\-_A-Za-z0-9]{1,64}$/, "must have 1 to 64 letters, digits, dots, dashes and underscores"),
  input: z.unknown().optional().describe("A constant sent in place of the event."),
  input_path: jsonPath.optional().describe("The part of the event that is sent, such as $.detail."),
  input_transformer: inputTransformer.optional(),
  retry_policy: retryPolicySchema.optional(),
  ordering_key: jsonPath.optional().describe("Events of one value here are delivered strictly in order."),
  max_concurrency: z
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe(
      "At most so many deliveries of this target at once; of an inline consumer, so many transactions.",
    ),
  timeout_seconds: z
    .number()
    .min(0.1)
    .max(86_400)
    .optional()
    .describe(
      "A try that takes longer has failed with TIMEOUT and is retried. Default for http 30, else none.",
    ),
};

// A form sends null for what was left empty.
const withoutUnset = (target: unknown) =>
  typeof target === "object" && target !== null && !Array.isArray(target)
    ? Object.fromEntries(Object.entries(target).filter(([, value]) => value !== undefined && value !== null))
    : target;

const oneTarget = z
  .discriminatedUnion("type", [
    z.strictObject({ ...common, type: z.literal("inline"), consumer: z.string().min(1).max(200) }),
    z.strictObject({ ...common, type: z.literal("script"), path: windmillPath }),
    z.strictObject({ ...common, type: z.literal("flow"), path: windmillPath }),
    z.strictObject({
      ...common,
      type: z.literal("http"),
      url: z.url({ protocol: /^https?$/, message: "must be an address beginning with http:// or https://" }),
      headers: z.record(z.string(), z.string()).optional(),
    }),
  ])
  .refine(
    (target) => countInputs(target) <= 1,
    "must have at most one of input, input_path and input_transformer",
  );

export const targetSchema = z.preprocess(withoutUnset, oneTarget);

export type RuleTarget = z.infer<typeof targetSchema>;

function countInputs(target: { input?: unknown; input_path?: unknown; input_transformer?: unknown }): number {
  return [target.input, target.input_path, target.input_transformer].filter((one) => one !== undefined)
    .length;
}

const MAX_PATTERN = 4096;
const MAX_TARGETS = 5;

export const putRuleInput = z.strictObject({
  name: z
    .string()
    .regex(/^[.\-_A-Za-z0-9]{1,64}$/, "must have 1 to 64 letters, digits, dots, dashes and underscores")
    .describe("The rule's name; a rule of that name is replaced."),
  event_pattern: z
    .record(z.string(), z.unknown())
    .refine(
      (pattern) => JSON.stringify(pattern).length <= MAX_PATTERN,
      `must be at most ${MAX_PATTERN} characters`,
    )
    .describe("An EventBridge event pattern."),
  targets: z
    .array(targetSchema)
    .min(1)
    .max(MAX_TARGETS)
    .refine(
      (targets) => new Set(targets.map((one) => one.id)).size === targets.length,
      "must have different ids",
    )
    .describe("1 to 5 targets: inline consumers, Windmill scripts or flows, HTTP endpoints."),
  enabled: z.boolean().default(true).describe("A disabled rule matches nothing. Default true."),
  description: z.string().max(512).default("").describe("What the rule is for."),
});

export type RuleInput = z.output<typeof putRuleInput>;

/** @throws InvalidInput with code INVALID_EVENT_PATTERN where the pattern is none. */
export function checkPattern(pattern: unknown): void {
  compilePattern(pattern, "event_pattern");
}

export function refuseUnknownConsumers(rule: RuleInput, known: readonly string[]): void {
  const problems = rule.targets.flatMap((target, at) =>
    target.type === "inline" && !known.includes(target.consumer)
      ? [
          {
            path: `targets[${at}].consumer`,
            message: `is no inline consumer; there are ${known.join(", ") || "none"}`,
          },
        ]
      : [],
  );
  if (problems.length > 0) throw new InvalidInput(problems);
}
