/** How the server writes what it answers; FatSecret does all of these somewhere. */
export type Style = {
  /** A list of one: as an array, or as its element. */
  single: "array" | "object";
  empty: "null" | "text" | "object" | "missing";
  values: "text" | "native";
  ids: "wrapped" | "bare";
  codes: "text" | "number";
};

export const PLAIN: Style = { single: "array", empty: "null", values: "text", ids: "wrapped", codes: "text" };

const MISSING = Symbol("missing");
const EMPTY: Record<Style["empty"], unknown> = { null: null, text: "", object: {}, missing: MISSING };

/** An answer in a style. A container whose list is empty is empty itself. */
export function write(answer: unknown, style: Style): unknown {
  const written = writeValue(answer, style);
  return written === MISSING ? {} : written;
}

function writeValue(value: unknown, style: Style): unknown {
  if (value === null || value === undefined || value === "") return EMPTY[style.empty];
  if (Array.isArray(value)) {
    const items = value.map((item) => writeValue(item, style));
    if (items.length === 0) return EMPTY[style.empty];
    return items.length === 1 && style.single === "object" ? items[0] : items;
  }
  if (typeof value !== "object") return style.values === "text" ? String(value) : value;
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0]?.[0] === "value" && style.ids === "bare")
    return writeValue(entries[0][1], style);
  // A container that only counts an empty list is written as empty as a whole, where that is the style.
  if (entries.some(([, inner]) => Array.isArray(inner) && inner.length === 0) && style.empty !== "object") {
    return EMPTY[style.empty];
  }
  return Object.fromEntries(
    entries
      .map(([name, inner]) => [name, writeValue(inner, style)] as const)
      .filter(([, inner]) => inner !== MISSING),
  );
}
