import { z } from "zod";
import type { Queryable } from "../../database/connection.ts";
import type { EventEnvelope } from "../schemas/envelope.ts";
import { type ListedRule, listRules } from "./rule_store.ts";

const FOLDER = "f/meal-planner/";

export const exportRulesInput = z.strictObject({
  account: z
    .string()
    .regex(/^\d{12}$/, "must be 12 digits")
    .default("123456789012")
    .describe("The AWS account that the ARNs name. Default 123456789012."),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "must be a region such as eu-central-1")
    .default("eu-central-1")
    .describe("The AWS region that the ARNs name. Default eu-central-1."),
  event_bus_name: z
    .string()
    .regex(/^[.\-_A-Za-z0-9]{1,256}$/, "must have 1 to 256 letters, digits, dots, dashes and underscores")
    .default("meal-planner")
    .describe("The event bus. Default meal-planner."),
});

type Place = z.output<typeof exportRulesInput>;

type Target = {
  Id: string;
  Arn: string;
  RoleArn?: string;
  Input?: string;
  InputPath?: string;
  InputTransformer?: { InputPathsMap: Record<string, string>; InputTemplate: string };
  RetryPolicy: { MaximumRetryAttempts: number; MaximumEventAgeInSeconds: number };
  DeadLetterConfig: { Arn: string };
};

export type ExportedRule = {
  put_rule: {
    Name: string;
    EventBusName: string;
    Description?: string;
    State: "ENABLED" | "DISABLED";
    EventPattern: string;
  };
  put_targets: { Rule: string; EventBusName: string; Targets: Target[] };
  /** What EventBridge has no word for, and where it goes. */
  left_out: string[];
};

/** The rules as requests of EventBridge's PutRule and PutTargets, for `--cli-input-json` or any SDK. */
export async function exportRules(db: Queryable, place: Place): Promise<{ rules: ExportedRule[] }> {
  const { rules } = await listRules(db);
  return { rules: rules.map((rule) => exportRule(rule, place)) };
}

export function exportRule(rule: ListedRule, place: Place): ExportedRule {
  const { event_bus_name: EventBusName } = place;
  return {
    put_rule: {
      Name: rule.name,
      EventBusName,
      ...(rule.description === "" ? {} : { Description: rule.description }),
      State: rule.enabled ? "ENABLED" : "DISABLED",
      EventPattern: JSON.stringify(rule.event_pattern),
    },
    put_targets: {
      Rule: rule.name,
      EventBusName,
      Targets: rule.targets.map((target) => exportTarget(rule.name, target as Spec, place)),
    },
    left_out: rule.targets.flatMap((target) => leftOut(target as Spec)),
  };
}

/** A target as put_rule stores it. */
type Spec = {
  id: string;
  type: "inline" | "script" | "flow" | "http";
  consumer?: string;
  path?: string;
  url?: string;
  headers?: Record<string, string>;
  input?: unknown;
  input_path?: string;
  input_transformer?: { input_paths_map?: Record<string, string>; input_template: string };
  retry_policy?: { maximum_retry_attempts?: number; maximum_event_age_seconds?: number };
  ordering_key?: string;
  max_concurrency?: number;
  timeout_seconds?: number;
};

function exportTarget(rule: string, spec: Spec, place: Place): Target {
  const { maximum_retry_attempts = 5, maximum_event_age_seconds = 86_400 } = spec.retry_policy ?? {};
  const arn = (service: string, resource: string) =>
    `arn:aws:${service}:${place.region}:${place.account}:${resource}`;
  return {
    Id: spec.id,
    ...invoked(spec, arn, place.account, rule),
    ...inputOf(spec),
    RetryPolicy: {
      MaximumRetryAttempts: Math.min(maximum_retry_attempts, 185),
      MaximumEventAgeInSeconds: Math.min(Math.max(maximum_event_age_seconds, 60), 86_400),
    },
    DeadLetterConfig: { Arn: arn("sqs", "meal-planner-dead-letters") },
  };
}

type Invoked = Pick<Target, "Arn" | "RoleArn">;

function invoked(
  spec: Spec,
  arn: (service: string, resource: string) => string,
  account: string,
  rule: string,
): Invoked {
  // Lambda lets EventBridge in by a policy of the function, the others by a role that EventBridge takes on.
  const RoleArn = `arn:aws:iam::${account}:role/meal-planner-events`;
  switch (spec.type) {
    case "inline":
      return { Arn: arn("lambda", `function:${nameOf(spec.consumer ?? spec.id)}`) };
    case "script":
      return { Arn: arn("lambda", `function:${nameOf(spec.path ?? "")}`) };
    case "flow":
      return { Arn: arn("states", `stateMachine:${nameOf(spec.path ?? "")}`), RoleArn };
    case "http":
      return { Arn: arn("events", `api-destination/${nameOf(`${rule}-${spec.id}`)}`), RoleArn };
  }
}

const PREFIX = "meal-planner-";
const LONGEST_NAME = 64;

/** `f/meal-planner/handlers/recipes/get_recipe/script` → `meal-planner-handlers-recipes-get_recipe` */
function nameOf(path: string): string {
  const own = path.startsWith(FOLDER) ? path.slice(FOLDER.length) : path;
  const name = own.replace(/\/script$/, "").replace(/[^A-Za-z0-9_-]/g, "-");
  // Of a long path the end says more.
  return PREFIX + name.slice(PREFIX.length - LONGEST_NAME);
}

function inputOf(spec: Spec): Pick<Target, "Input" | "InputPath" | "InputTransformer"> {
  if (spec.input !== undefined) return { Input: JSON.stringify(spec.input) };
  if (spec.input_path !== undefined) return { InputPath: spec.input_path };
  if (!spec.input_transformer) return {};
  const { input_paths_map = {}, input_template } = spec.input_transformer;
  return { InputTransformer: { InputPathsMap: input_paths_map, InputTemplate: input_template } };
}

function leftOut(spec: Spec): string[] {
  const of = (setting: string, instead: string) => `${spec.id}: ${setting} (${instead})`;
  const { maximum_retry_attempts = 0, maximum_event_age_seconds = 60 } = spec.retry_policy ?? {};
  const isCut =
    maximum_retry_attempts > 185 || maximum_event_age_seconds > 86_400 || maximum_event_age_seconds < 60;
  return [
    ...(spec.ordering_key
      ? [of("ordering_key", "an SQS FIFO queue before the function, grouped by it")]
      : []),
    ...(spec.max_concurrency ? [of("max_concurrency", "the function's reserved concurrency")] : []),
    ...(spec.timeout_seconds ? [of("timeout_seconds", "the function's time-out")] : []),
    ...(spec.type === "http" ? [of(`url ${spec.url}`, "an API destination of the name in the ARN")] : []),
    // A header may hold a token, which belongs to nobody who reads rules.
    ...(spec.headers ? [of("headers", "the connection of the API destination")] : []),
    ...(isCut ? [of("retry_policy", "cut to 185 retries and an age of 60 to 86400 seconds")] : []),
  ];
}

export type ExportedEntry = {
  Source: string;
  DetailType: string;
  Detail: string;
  Time: string;
  Resources: string[];
  EventBusName: string;
};

/**
 * An event as an entry of PutEvents. EventBridge gives it another id; its own goes along as
 * `detail.metadata.event_id`, for consumers that must know an event again.
 */
export function exportEvent(event: EventEnvelope, eventBusName: string): ExportedEntry {
  const metadata = { ...(event.detail.metadata as object | undefined), event_id: event.id };
  return {
    Source: event.source,
    DetailType: event["detail-type"],
    Detail: JSON.stringify({ ...event.detail, metadata }),
    Time: event.time,
    Resources: event.resources,
    EventBusName: eventBusName,
  };
}
