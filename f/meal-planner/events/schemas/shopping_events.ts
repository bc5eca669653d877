import { z } from "zod";
import {
  count,
  EXAMPLE_HOUSEHOLD,
  EXAMPLE_LIST,
  EXAMPLE_PLAN,
  householdId,
  listId,
  planId,
  version,
} from "./detail_fields.ts";
import { defineEvent } from "./event_definition.ts";

const source = "meal-planner.shopping";

const list = { household_id: householdId, list_id: listId, version };
const exampleList = { household_id: EXAMPLE_HOUSEHOLD, list_id: EXAMPLE_LIST, version: 1 };

export const shoppingEvents = [
  defineEvent({
    type: "ShoppingListCreated",
    source,
    version: 1,
    description: "A shopping list was made, from a plan or empty.",
    usedBy: ["apps/planner"],
    detail: () => z.strictObject({ ...list, plan_id: planId.nullable(), items: count }),
    example: { ...exampleList, plan_id: EXAMPLE_PLAN, items: 42 },
  }),
  defineEvent({
    type: "ShoppingListUpdated",
    source,
    version: 1,
    description: "Lines of a list were added, changed or removed.",
    usedBy: ["apps/planner", "request_publishing"],
    detail: () => z.strictObject({ ...list, added: count, changed: count, removed: count }),
    example: { ...exampleList, version: 2, added: 1, changed: 3, removed: 0 },
  }),
  defineEvent({
    type: "ShoppingListCompleted",
    source,
    version: 1,
    description: "The shopping is done; `left` lines weren't bought.",
    usedBy: ["handlers/shopping_list/get_pantry", "request_publishing"],
    detail: () => z.strictObject({ ...list, bought: count, left: count }),
    example: { ...exampleList, version: 3, bought: 40, left: 2 },
  }),
] as const;
