import { formatPath } from "../../database/parse_input.ts";
import { findDefinition } from "../schemas/catalogue.ts";
import { eventIdSchema, formatEventTime, isOwnSource, OWN_SOURCE_PREFIX } from "../schemas/envelope.ts";
import type { Detail, EventDefinition } from "../schemas/event_definition.ts";
import { upcastDetail } from "../schemas/upcast.ts";
import { type Chain, currentChain } from "./chain_scope.ts";
import { isObject } from "./pattern_parser.ts";
import type { PendingEvent } from "./write_statements.ts";

/** EventBridge's codes for one entry that it doesn't take. */
export type EntryError = {
  ErrorCode:
    | "InvalidArgument"
    | "MalformedDetail"
    | "NotAuthorizedForSourceException"
    | "NotAuthorizedForDetailTypeException";
  ErrorMessage: string;
};

type Entry = Readonly<Record<string, unknown>>;

const ENTRY_FIELDS = ["Source", "DetailType", "Detail", "Resources", "Time", "TraceHeader", "EventBusName"];
const BUS_NAMES = new Set(["default", "meal-planner"]);
const MAX_DETAIL_TYPE = 128;
const MAX_SOURCE = 256;
const MAX_TRACE_HEADER = 500;
const MAX_BUS_NAME = 1600;
const MAX_DEPTH = 1000;
const INT64_MAX = 2n ** 63n - 1n;

/** Whether an entry has all three fields that EventBridge requires; a call without a single such entry fails whole. */
export function hasRequiredFields(entry: unknown): boolean {
  return isObject(entry) && ["Source", "DetailType", "Detail"].every((name) => isGiven(entry[name]));
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** Checks one entry of PutEvents by itself: the event to write, or EventBridge's code with what is wrong. */
export function readEntry(entry: unknown): PendingEvent | EntryError {
  if (!isObject(entry)) return invalid("The entry must be an object.");
  const problem = checkEntry(entry);
  if (problem) return problem;
  const detail = readDetail(entry.Detail);
  if ("ErrorCode" in detail) return detail;
  const common = {
    detailType: entry.DetailType as string,
    source: entry.Source as string,
    resources: (entry.Resources ?? []) as string[],
    time: isGiven(entry.Time) ? formatEventTime(readTime(entry.Time)!) : undefined,
    traceHeader: (entry.TraceHeader ?? undefined) as string | undefined,
  };
  const chain = chainOf(detail.value);
  if (!isOwnSource(common.source)) return { ...common, ...chain, detail: detail.value };
  const own = ownDetail(common.source, common.detailType, detail.value, chain);
  return "ErrorCode" in own ? own : { ...common, ...chain, detail: own.value };
}

function checkEntry(entry: Entry): EntryError | undefined {
  const unknown = Object.keys(entry).find((name) => !ENTRY_FIELDS.includes(name));
  if (unknown !== undefined)
    return invalid(`${unknown} is not a field of an entry; there are ${ENTRY_FIELDS.join(", ")}.`);
  for (const name of ["Source", "DetailType", "Detail"]) {
    if (!isGiven(entry[name])) return invalidParameter(name, `${name} is a required argument.`);
  }
  return (
    checkText("Source", entry.Source, MAX_SOURCE) ??
    (String(entry.Source).startsWith("aws.")
      ? error(
          "NotAuthorizedForSourceException",
          "Not authorized for the source: the prefix aws. is reserved.",
        )
      : undefined) ??
    checkText("DetailType", entry.DetailType, MAX_DETAIL_TYPE) ??
    checkResources(entry.Resources) ??
    (isGiven(entry.Time) && !readTime(entry.Time)
      ? invalidParameter("Time", "It must be RFC 3339, or seconds since 1970.")
      : undefined) ??
    checkText("TraceHeader", entry.TraceHeader, MAX_TRACE_HEADER) ??
    checkBusName(entry.EventBusName)
  );
}

function checkText(name: string, value: unknown, maximum: number): EntryError | undefined {
  if (value === undefined || value === null) return undefined;
  const fits = typeof value === "string" && value.length >= 1 && value.length <= maximum;
  return fits ? undefined : invalidParameter(name, `It must be a string of 1 to ${maximum} characters.`);
}

function checkResources(value: unknown): EntryError | undefined {
  const fits =
    value === undefined ||
    value === null ||
    (Array.isArray(value) && value.every((one) => typeof one === "string"));
  return fits ? undefined : invalidParameter("Resources", "It must be a list of strings.");
}

function checkBusName(value: unknown): EntryError | undefined {
  if (value === undefined || value === null) return undefined;
  const format = checkText("EventBusName", value, MAX_BUS_NAME);
  if (format) return format;
  const name = (value as string).replace(/^arn:[^:]+:events:[^:]*:[^:]*:event-bus\//, "");
  if (!/^[.\-_A-Za-z0-9]+$/.test(name)) {
    return invalidParameter("EventBusName", "It may have letters, digits, dots, dashes and underscores.");
  }
  if (BUS_NAMES.has(name)) return undefined;
  return invalidParameter("EventBusName", `Event bus ${name} does not exist; there is one, called default.`);
}

const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

function readTime(value: unknown): Date | undefined {
  const isText = typeof value === "string" && RFC_3339.test(value);
  if (!isText && typeof value !== "number") return undefined;
  const date = new Date(
    typeof value === "number" ? value * 1000 : String(value).replace(" ", "T").toUpperCase(),
  );
  const year = date.getUTCFullYear();
  return Number.isNaN(date.getTime()) || year < 0 || year > 9999 ? undefined : date;
}

type Read = { value: Detail } | EntryError;

function readDetail(given: unknown): Read {
  const text = typeof given === "string" ? given : JSON.stringify(given);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return error("MalformedDetail", "Detail is malformed: it is not valid JSON.");
  }
  if (!isObject(value)) return error("MalformedDetail", "Detail is malformed: it must be a JSON object.");
  if (isDeeperThan(value, MAX_DEPTH)) {
    return error("MalformedDetail", `Detail is malformed: it is nested deeper than ${MAX_DEPTH} levels.`);
  }
  const large = firstBeyondInt64(text);
  if (large !== undefined)
    return error("MalformedDetail", `Detail is malformed: ${large} is beyond a 64-bit integer.`);
  return { value };
}

function isDeeperThan(value: unknown, levels: number): boolean {
  let layer: unknown[] = [value];
  for (let depth = 0; depth < levels; depth++) {
    layer = layer
      .filter((one) => typeof one === "object" && one !== null)
      .flatMap((one) => Object.values(one as object));
    if (layer.length === 0) return false;
  }
  return layer.some((one) => typeof one === "object" && one !== null);
}

// Strings are stepped over, so that digits in a text aren't taken for a number.
const TOKEN = /"(?:[^"\\]|\\.)*"|(-?\d+)(?![\d.eE])|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function firstBeyondInt64(json: string): string | undefined {
  if (!/\d{19}/.test(json)) return undefined;
  for (const [, integer] of json.matchAll(TOKEN)) {
    if (integer === undefined || integer.length < 19) continue;
    const value = BigInt(integer);
    if (value > INT64_MAX || value < -INT64_MAX - 1n) return integer;
  }
  return undefined;
}

/** An entry carries on the chain that its own metadata names; without any, that of `currentChain`. */
function chainOf(detail: Detail): Chain {
  const given = isObject(detail.metadata) ? detail.metadata : {};
  const id = (value: unknown) => (eventIdSchema.safeParse(value).success ? (value as string) : undefined);
  return {
    correlationId: id(given.correlation_id) ?? currentChain().correlationId,
    causationId: id(given.causation_id) ?? null,
  };
}

/** The detail of an event of ours: of a registered type, fitting its schema, with complete metadata. */
function ownDetail(source: string, type: string, given: Detail, chain: Chain): Read {
  const definition = findDefinition(type);
  if (!definition) {
    return error(
      "NotAuthorizedForDetailTypeException",
      `${type} is not registered in the catalogue; only its types are taken from ${OWN_SOURCE_PREFIX} sources.`,
    );
  }
  if (definition.source !== source) {
    return error(
      "NotAuthorizedForSourceException",
      `${type} comes from ${definition.source}, not from ${source}.`,
    );
  }
  const { metadata, ...detail } = given;
  const version = readVersion(metadata, definition);
  if (typeof version !== "number") return version;
  const parsed = definition.detail.safeParse(upcastDetail(definition, detail, version));
  if (!parsed.success) {
    const reasons = parsed.error.issues.map(
      ({ path, message }) => `${formatPath(["Detail", ...path])}: ${message}`,
    );
    return error("MalformedDetail", `Detail does not fit ${type}: ${reasons.join("; ")}.`);
  }
  return {
    value: {
      ...parsed.data,
      metadata: {
        correlation_id: chain.correlationId,
        causation_id: chain.causationId,
        schema_version: definition.version,
      },
    },
  };
}

function readVersion(metadata: unknown, definition: EventDefinition): number | EntryError {
  const version = isObject(metadata) ? metadata.schema_version : undefined;
  if (version === undefined) return definition.version;
  if (Number.isInteger(version) && Number(version) >= 1 && Number(version) <= definition.version)
    return Number(version);
  return error(
    "MalformedDetail",
    `Detail.metadata.schema_version of ${definition.type} must be 1 to ${definition.version}.`,
  );
}

function error(ErrorCode: EntryError["ErrorCode"], ErrorMessage: string): EntryError {
  return { ErrorCode, ErrorMessage };
}

function invalid(message: string): EntryError {
  return error("InvalidArgument", message);
}

function invalidParameter(name: string, reason: string): EntryError {
  return invalid(`Parameter ${name} is not valid. Reason: ${reason}`);
}
