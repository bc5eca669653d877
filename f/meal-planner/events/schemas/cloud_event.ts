import { createHash } from "node:crypto";
import { z } from "zod";
import { formatUuid } from "../../database/new_id.ts";
import { parseInput } from "../../database/parse_input.ts";
import {
  ACCOUNT,
  correlationOf,
  type EventEnvelope,
  eventIdSchema,
  formatEventTime,
  isOwnSource,
  REGION,
} from "./envelope.ts";

const EXTENSION_NAME = /^[a-z0-9]{1,20}$/;
const CORE = [
  "specversion",
  "id",
  "source",
  "type",
  "time",
  "subject",
  "datacontenttype",
  "dataschema",
  "data",
  "data_base64",
];

const attribute = z.union([z.string(), z.int(), z.boolean()]);

/** CloudEvents 1.0, structured JSON mode. Extensions have names of at most 20 small letters and digits. */
export const cloudEventSchema = z
  .object({
    specversion: z.literal("1.0"),
    id: z.string().min(1),
    source: z.string().min(1).max(256),
    type: z.string().min(1).max(128),
    time: z.iso.datetime({ offset: true }).optional(),
    subject: z.string().min(1).optional(),
    datacontenttype: z.string().min(1).optional(),
    dataschema: z.string().min(1).optional(),
    data: z.unknown().optional(),
    data_base64: z.base64().optional(),
  })
  .catchall(z.unknown())
  .superRefine((event, context) => {
    for (const [name, value] of Object.entries(event)) {
      if (CORE.includes(name)) continue;
      const message = !EXTENSION_NAME.test(name)
        ? "must be an extension's name: 1 to 20 of a-z and 0-9"
        : attribute.safeParse(value).success
          ? undefined
          : "must be a string, an integer or a boolean";
      if (message) context.addIssue({ code: "custom", path: [name], message });
    }
  })
  .refine((event) => !("data" in event && "data_base64" in event), "must have data or data_base64, not both");
export type CloudEvent = z.infer<typeof cloudEventSchema>;

type JsonObject = Record<string, unknown>;

// What an envelope has and CloudEvents doesn't know goes into extensions; what a CloudEvent has and an envelope has
// no place for goes into `detail.metadata.cloudevent`.

/** An envelope as a CloudEvent; `fromCloudEvent` gives the same envelope again. */
export function toCloudEvent(event: EventEnvelope): CloudEvent {
  const kept = keptOf(event.detail);
  if (kept) return restore(event, kept);
  const { correlationId, causationId } = correlationOf(event);
  const [first, ...others] = event.resources;
  // An empty subject isn't allowed; the list then travels whole.
  const asSubject = first !== undefined && first !== "" && others.length === 0;
  return {
    specversion: "1.0",
    id: event.id,
    source: event.source,
    type: event["detail-type"],
    time: event.time,
    ...(asSubject ? { subject: first } : {}),
    datacontenttype: "application/json",
    data: event.detail,
    ...(event.account === ACCOUNT ? {} : { account: event.account }),
    ...(event.region === REGION ? {} : { region: event.region }),
    ...(asSubject || event.resources.length === 0 ? {} : { resources: JSON.stringify(event.resources) }),
    ...(event["replay-name"] === undefined ? {} : { replayname: event["replay-name"] }),
    correlationid: correlationId,
    ...(causationId === null ? {} : { causationid: causationId }),
  };
}

/**
 * A CloudEvent as an envelope; `toCloudEvent` gives the same CloudEvent again. An id that isn't a uuid becomes one
 * made from source and id, which name a CloudEvent together.
 *
 * @throws InvalidInput where it isn't one of version 1.0.
 */
export function fromCloudEvent(given: unknown): EventEnvelope {
  const event = parseInput(cloudEventSchema, given);
  const plain = plainEnvelope(event);
  if (plain && sameJson(toCloudEvent(plain), event)) return plain;
  return wrap(event);
}

/** The envelope where nothing of the CloudEvent would be lost in it. */
function plainEnvelope(event: CloudEvent): EventEnvelope | undefined {
  if (!isObject(event.data) || !eventIdSchema.safeParse(event.id).success || event.time === undefined)
    return undefined;
  const resources = parseResources(event);
  if (!resources) return undefined;
  return {
    version: "0",
    id: event.id,
    "detail-type": event.type,
    source: event.source,
    account: String(event.account ?? ACCOUNT),
    time: formatEventTime(new Date(event.time)),
    region: String(event.region ?? REGION),
    resources,
    detail: event.data,
    ...(event.replayname === undefined ? {} : { "replay-name": String(event.replayname) }),
  };
}

function parseResources(event: CloudEvent): string[] | undefined {
  if (event.resources === undefined) return event.subject === undefined ? [] : [event.subject];
  const parsed = z.array(z.string()).safeParse(safeJson(String(event.resources)));
  return parsed.success ? parsed.data : undefined;
}

/** `wrapped`: the data is no object and stands in `detail.data`. `metadata`: what the data itself had there. */
type Kept = { attributes: JsonObject; wrapped: boolean; had_data: boolean; metadata?: unknown };

/** The envelope with all that it has no place for kept beside the data. */
function wrap(event: CloudEvent): EventEnvelope {
  const { data, ...attributes } = event;
  const wrapped = !isObject(data);
  const detail: JsonObject = wrapped ? (data === undefined ? {} : { data }) : data;
  const metadata = isObject(detail.metadata) ? detail.metadata : {};
  const id = (value: unknown) => (eventIdSchema.safeParse(value).success ? value : undefined);
  const correlation = { correlation_id: id(event.correlationid), causation_id: id(event.causationid) };
  return {
    version: "0",
    id: eventIdSchema.safeParse(event.id).success ? event.id : uuidOf(`${event.source}\n${event.id}`),
    "detail-type": event.type,
    source: event.source,
    account: ACCOUNT,
    time: formatEventTime(event.time === undefined ? new Date() : new Date(event.time)),
    region: REGION,
    resources: event.subject === undefined ? [] : [event.subject],
    detail: {
      ...detail,
      metadata: {
        ...definedOf(correlation),
        ...metadata,
        cloudevent: {
          attributes,
          wrapped,
          had_data: data !== undefined,
          ...definedOf({ metadata: detail.metadata }),
        },
      },
    },
  };
}

function keptOf(detail: JsonObject): Kept | undefined {
  const metadata = detail.metadata;
  const kept = isObject(metadata) ? metadata.cloudevent : undefined;
  return isObject(kept) && isObject(kept.attributes) ? (kept as Kept) : undefined;
}

function restore(event: EventEnvelope, kept: Kept): CloudEvent {
  const { metadata: _, ...detail } = event.detail;
  const data = kept.wrapped ? detail.data : { ...detail, ...definedOf({ metadata: kept.metadata }) };
  return { ...(kept.attributes as CloudEvent), ...(kept.had_data ? { data } : {}) };
}

/**
 * A CloudEvent as an entry of PutEvents. The event gets an id of the bus; the CloudEvent's own id and whatever an
 * envelope has no place for stay with it, so that it comes out again as it went in.
 */
export function cloudEventEntry(given: unknown): JsonObject {
  const plain = fromCloudEvent(given);
  const event = isOwnSource(plain.source) || keptOf(plain.detail) ? plain : wrap(given as CloudEvent);
  return {
    Source: event.source,
    DetailType: event["detail-type"],
    Detail: event.detail,
    Resources: event.resources,
    ...((given as CloudEvent).time === undefined ? {} : { Time: (given as CloudEvent).time }),
  };
}

function definedOf(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return formatUuid(`${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17, 32)}`);
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sameJson(one: JsonObject, other: JsonObject): boolean {
  const sorted = (object: JsonObject) =>
    JSON.stringify(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
