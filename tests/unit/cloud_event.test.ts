import fc from "fast-check";
import { expect, test } from "vitest";
import { fromCloudEvent, toCloudEvent } from "../../f/meal-planner/events/schemas/cloud_event.ts";
import { type EventEnvelope, envelopeSchema } from "../../f/meal-planner/events/schemas/envelope.ts";

const time = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2200-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const name = fc.string({ minLength: 1, maxLength: 20 });
const json = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)));
const object = fc.dictionary(name, json).map((value) => JSON.parse(JSON.stringify(value)));

const envelope: fc.Arbitrary<EventEnvelope> = fc.record(
  {
    version: fc.constant("0" as const),
    id: fc.uuid(),
    "detail-type": name,
    source: name,
    account: name,
    region: name,
    time: time.map((text) => `${text.slice(0, 19)}Z`),
    resources: fc.array(fc.string(), { maxLength: 3 }),
    detail: fc.oneof(
      object,
      fc.record({ metadata: fc.record({ correlation_id: fc.uuid(), causation_id: fc.option(fc.uuid()) }) }),
    ),
    "replay-name": name,
  },
  {
    requiredKeys: [
      "version",
      "id",
      "detail-type",
      "source",
      "account",
      "region",
      "time",
      "resources",
      "detail",
    ],
  },
);

test("an envelope goes through CloudEvents without loss", () => {
  fc.assert(
    fc.property(envelope, (event) => {
      expect(fromCloudEvent(JSON.parse(JSON.stringify(toCloudEvent(event))))).toEqual(event);
    }),
  );
});

const cloudEvent = fc
  .record(
    {
      specversion: fc.constant("1.0"),
      id: fc.oneof(fc.uuid(), name),
      source: name,
      type: name,
      time,
      subject: name,
      datacontenttype: fc.constantFrom("application/json", "text/plain"),
      dataschema: fc.constant("https://example.org/schema"),
      data: json,
    },
    { requiredKeys: ["specversion", "id", "source", "type"] },
  )
  .chain((event) =>
    fc
      .dictionary(fc.stringMatching(/^[a-z]{11,20}$/), fc.oneof(fc.string(), fc.integer(), fc.boolean()), {
        maxKeys: 2,
      })
      .map((extensions) => ({ ...extensions, ...event })),
  );

test("a CloudEvent goes through the envelope without loss", () => {
  fc.assert(
    fc.property(cloudEvent, (event) => {
      const read = fromCloudEvent(event);
      expect(envelopeSchema.safeParse(read).success).toBe(true);
      expect(toCloudEvent(JSON.parse(JSON.stringify(read)))).toEqual(JSON.parse(JSON.stringify(event)));
    }),
  );
});

test("what isn't a CloudEvent is refused with the place", () => {
  expect(() => fromCloudEvent({ specversion: "0.3", id: "1", source: "s", type: "t" })).toThrow(
    /specversion/,
  );
  expect(() => fromCloudEvent({ specversion: "1.0", id: "1", source: "s", type: "t", Not_ok: 1 })).toThrow(
    /Not_ok/,
  );
  expect(() =>
    fromCloudEvent({ specversion: "1.0", id: "1", source: "s", type: "t", data: 1, data_base64: "AA==" }),
  ).toThrow(/not both/);
});
