import type { DataNode } from "../web/linked_data.ts";

/** A text as it is; anything that isn't one as none. */
export function textOf(value: unknown): string {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.trim() : "";
}

/** The things of a list; what is none, such as null, is passed over. */
export function nodesIn(value: unknown): DataNode[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is DataNode => typeof item === "object" && item !== null);
}

/** The names in a list of texts or of `{name}`. */
export function namesOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const names = value.map((item) => nameOf(item));
  return names.filter((name) => name !== "");
}

function nameOf(item: unknown): string {
  if (item === null || typeof item !== "object") return textOf(item);
  return textOf((item as { name?: unknown }).name);
}

/** `200`, `{name: "g"}`, `{name: "onion"}`, `diced` → `200 g onion, diced`. An amount of 0 is one that nobody gave. */
export function amountText(quantity: unknown, unit: unknown, food: unknown, note: unknown): string {
  const amount = Number(quantity);
  const parts = amount > 0 ? [String(Math.round(amount * 1000) / 1000), nameOf(unit)] : [];
  const named = [...parts, nameOf(food)].filter((part) => part !== "").join(" ");
  const aside = textOf(note);
  return aside === "" || named === "" ? named || aside : `${named}, ${aside}`;
}
