import { parseJsonPath, readJsonPath } from "../producers/json_path.ts";
import type { StoredTarget } from "../producers/rule_set.ts";
import { ACCOUNT, type EventEnvelope, REGION } from "../schemas/envelope.ts";
import { fillTemplate } from "./input_template.ts";

export type InputContext = { rule: string; ingestionTime: string };

type InputTransformer = { input_paths_map: Record<string, string>; input_template: string };

/**
 * What a target is sent: the event, the constant `input`, the part at `input_path`, or the filled template with
 * EventBridge's reserved variables.
 */
export function targetInput(target: StoredTarget, event: EventEnvelope, context: InputContext): unknown {
  if (target.input !== undefined) return target.input;
  if (typeof target.input_path === "string") return readPath(target.input_path, event) ?? null;
  if (target.input_transformer === undefined) return event;
  const { input_paths_map, input_template } = target.input_transformer as InputTransformer;
  return fillTemplate(input_template, (name) => {
    if (Object.hasOwn(RESERVED, name)) return RESERVED[name]!(event, context);
    return Object.hasOwn(input_paths_map, name) ? readPath(input_paths_map[name]!, event) : undefined;
  });
}

const RESERVED: Readonly<Record<string, (event: EventEnvelope, context: InputContext) => unknown>> = {
  "aws.events.rule-arn": (_, { rule }) => `arn:meal-planner:events:${REGION}:${ACCOUNT}:rule/${rule}`,
  "aws.events.rule-name": (_, { rule }) => rule,
  "aws.events.event.ingestion-time": (_, { ingestionTime }) => ingestionTime,
  "aws.events.event": ({ detail: _, ...event }) => event,
  "aws.events.event.json": (event) => event,
};

export function isReservedVariable(name: string): boolean {
  return Object.hasOwn(RESERVED, name);
}

/**
 * A job's arguments: an object that was made for it as it is, anything else as `event`; and the key that is the
 * same on every try.
 */
export function jobArguments(
  target: StoredTarget,
  input: unknown,
  idempotencyKey: string,
): Record<string, unknown> {
  const isMade =
    target.input !== undefined || target.input_path !== undefined || target.input_transformer !== undefined;
  const isObject = typeof input === "object" && input !== null && !Array.isArray(input);
  return { idempotency_key: idempotencyKey, ...(isMade && isObject ? input : { event: input }) };
}

function readPath(path: string, event: EventEnvelope): unknown {
  const steps = parseJsonPath(path);
  return steps && readJsonPath(steps, event);
}
