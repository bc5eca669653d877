import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  batchesOf,
  type Edit,
  type SharedList,
  withEdits,
} from "../../f/meal-planner/apps/planner.raw_app/pages/shopping/edits.ts";

const line = (item_id: string, ticked = false) => ({
  ...{ item_id, name: item_id, display: `1 ${item_id}`, ticked },
  ...{ check: null, change: null, substitute: null, note: null },
});
const list = (...names: string[]): SharedList => ({
  ...{ name: "Shopping", state: "open", version: 1, items: names.length, ticked: 0 },
  aisles: [{ aisle: "other", title: "Other", items: names.map((name) => line(name)) }],
  check: [],
});
let made = 0;
const edit = (item_id: string, fields: Edit["fields"], version = 1, list_id = "list"): Edit => ({
  ...{ kind: "edit", id: `${made++}`, target: { list_id }, item_id, name: item_id, fields, version },
});

describe("edits that wait on a device", () => {
  test("are on the list at once, the last one of a line counting", () => {
    const edits = [
      edit("milk", { ticked: true }),
      edit("eggs", { ticked: true }),
      edit("milk", { ticked: false }),
    ];
    const shown = withEdits(list("milk", "eggs", "rice"), edits);
    const ticked = shown.aisles[0]!.items.filter((item) => item.ticked).map((item) => item.name);
    expect({ ticked, count: shown.ticked }).toEqual({ ticked: ["eggs"], count: 1 });
  });

  test("that take a line off take its empty aisle away too", () => {
    const shown = withEdits(list("milk"), [edit("milk", { removed: true })]);
    expect(shown).toMatchObject({ aisles: [], items: 0 });
  });

  test("are sent by list and by the version they were made on, the oldest first, each line once", () => {
    const batches = batchesOf([
      edit("milk", { ticked: true }, 3),
      edit("eggs", { note: "large" }, 2),
      edit("milk", { note: "oat" }, 3),
      edit("milk", { ticked: false }, 3),
      edit("milk", { ticked: true }, 3, "another"),
    ]);
    expect(batches.map(({ target, version, items }) => ({ target, version, items }))).toEqual([
      { target: { list_id: "list" }, version: 2, items: [{ item_id: "eggs", note: "large" }] },
      {
        target: { list_id: "list" },
        version: 3,
        items: [{ item_id: "milk", ticked: false, note: "oat" }],
      },
      { target: { list_id: "another" }, version: 3, items: [{ item_id: "milk", ticked: true }] },
    ]);
  });

  test("leave in batches that together show what they show one by one", () => {
    const names = ["milk", "eggs", "rice"];
    const anyEdit = fc
      .record({ name: fc.constantFrom(...names), ticked: fc.boolean() })
      .map(({ name, ticked }) => edit(name, { ticked }));
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 12 }), (edits) => {
        const sent = batchesOf(edits).flatMap(({ items }) =>
          items.map(({ item_id, ...fields }) => edit(item_id, fields)),
        );
        expect(withEdits(list(...names), sent)).toEqual(withEdits(list(...names), edits));
      }),
    );
  });
});
