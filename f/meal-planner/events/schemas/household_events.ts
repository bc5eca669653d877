import { z } from "zod";
import { EXAMPLE_HOUSEHOLD, EXAMPLE_PERSON, householdId, name, personId, version } from "./detail_fields.ts";
import { defineEvent } from "./event_definition.ts";

const source = "meal-planner.households";

const kind = z.enum(["added", "changed"]);
const changed = z
  .array(z.string().min(1))
  .describe("Names of the changed fields, such as allergens; all that are given where it is new.");

export const householdEvents = [
  defineEvent({
    type: "HouseholdChanged",
    source,
    version: 1,
    description: "A household was made, or its name or time zone changed.",
    usedBy: ["reevaluate_plans"],
    detail: () => z.strictObject({ household_id: householdId, name, kind, changed }),
    example: { household_id: EXAMPLE_HOUSEHOLD, name: "Home", kind: "changed", changed: ["time_zone"] },
  }),
  defineEvent({
    type: "PersonChanged",
    source,
    version: 1,
    description: "A person came to the table, or what they eat changed: diet, allergies, tastes, portions.",
    usedBy: ["reevaluate_plans"],
    detail: () =>
      z.strictObject({ household_id: householdId, person_id: personId, name, version, kind, changed }),
    example: {
      household_id: EXAMPLE_HOUSEHOLD,
      person_id: EXAMPLE_PERSON,
      name: "Ada",
      version: 2,
      kind: "changed",
      changed: ["allergens"],
    },
  }),
] as const;
