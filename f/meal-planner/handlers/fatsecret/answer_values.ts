import { z } from "zod";

/*
 * The one place that knows how FatSecret writes an answer: every value is a text; a list of one is its element, a list of
 * none is null, "", {} or missing; a new id is bare or wrapped in {"value": …}. The second version of a method is said
 * to be steady where the first isn't; both are read alike.
 */

type Fields = Record<string, unknown>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is one of the four that stand for nothing. */
export function isNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  return isObject(value) && Object.keys(value).length === 0;
}

/** A value without the object that it may be wrapped in. */
function bare(value: unknown): unknown {
  return isObject(value) && Object.hasOwn(value, "value") ? value.value : value;
}

function field(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** An id: digits, as a text. */
export const id = z.preprocess(
  (value) => (typeof bare(value) === "number" ? String(bare(value)) : bare(value)),
  z
    .string()
    .trim()
    .regex(/^\d{1,19}$/, { message: "no id" }),
);

/** A text; nothing is the empty text. Control characters are spaces: Postgres keeps no NUL. */
export const text = z.preprocess(
  (value) => {
    const plain = bare(value);
    if (isNothing(plain)) return "";
    return typeof plain === "number" ? String(plain) : plain;
  },
  z.string().transform((plain) => plain.replace(/\p{Cc}+/gu, " ")),
);

/** A number, written as one or as a text. */
export const number = z.preprocess(asNumber, z.number());

/** A number, or null for nothing. */
export const numberOrNull = z.preprocess(
  (value) => (isNothing(bare(value)) ? null : asNumber(value)),
  z.number().nullable(),
);

function asNumber(value: unknown): unknown {
  const plain = bare(value);
  return typeof plain === "string" && plain.trim() !== "" ? Number(plain) : plain;
}

/** An id, or null for nothing: 0 is what stands for none here and there. */
export const idOrNull = z.preprocess((value) => {
  const plain = bare(value);
  return isNothing(plain) || String(plain).trim() === "0" ? null : value;
}, id.nullable());

/** A list, however many it has: an array, its only element, or nothing. */
export function listOf<S extends z.ZodType>(element: S) {
  return z.preprocess(asList, z.array(element));
}

function asList(value: unknown): unknown {
  if (isNothing(value)) return [];
  return Array.isArray(value) ? value : [value];
}

/** The list within an answer such as `{"foods": {"food": […]}}`, whichever part of it is missing or empty. */
export function listIn<S extends z.ZodType>(outer: string, inner: string, element: S) {
  return z.preprocess((answer) => {
    const container = field(answer, outer);
    return asList(Array.isArray(container) ? container : field(container, inner));
  }, z.array(element));
}

/** The number at `outer.name`, or null. */
export function numberIn(outer: string, name: string) {
  return z.preprocess((answer) => field(field(answer, outer), name), numberOrNull);
}

/** The object within an answer such as `{"food": {…}}`. */
export function objectIn<S extends z.ZodType>(outer: string, element: S) {
  return z.preprocess((answer) => field(answer, outer), element);
}

/** The id of what was created: `{"food_entry_id": {"value": "1"}}`, or with the id itself. */
export function createdId(name: string) {
  return z.preprocess((answer) => field(answer, name), id);
}

/** `{"success": {"value": "1"}}`, or with the 1 itself, or true in its place; anything else wasn't done. */
export const done = z.preprocess(
  (answer) => /^(1|true)$/i.test(String(bare(field(answer, "success")) ?? "")),
  z.literal(true, { message: "success isn't 1" }),
);
