import { plain } from "./bracketed_amount.ts";
import { markAt, type Token, wordAt } from "./line_text.ts";
import { type Amount, readMeasure } from "./measure.ts";
import type { UnitKind } from "./units.ts";

/** Kinds of unit that say how much exactly. */
export const EXACT: ReadonlySet<UnitKind | null> = new Set(["mass", "volume"]);
/** Kinds of unit that a package prints. */
export const PRINTED: ReadonlySet<UnitKind | null> = new Set(["mass", "volume", "length"]);

/** "/7oz", "/1lb 5oz", "| 10 oz", "or 200 g". `keep` records it as an equivalent. */
export function readSlashed(tokens: readonly Token[], amount: Amount, keep: boolean): void {
  for (;;) {
    const joint = markAt(tokens, amount.next);
    const or = wordAt(tokens, amount.next) === "or";
    if (!["/", "|", "="].includes(joint) && !or) return;
    const other = readMeasure(tokens, amount.next + 1);
    if (!other || !(PRINTED.has(other.kind) || (or && other.kind === "container"))) return;
    // "1 cup or 200 g flour" is one amount; "2 tbsp or 1 lemon's juice" is another food.
    if (or && wordAt(tokens, other.next) === "or") return;
    if (keep) amount.equivalents.push(plain(other));
    amount.next = other.next;
    // "/12oz-1lb"
    const wider = ["-", "–"].includes(markAt(tokens, amount.next))
      ? readMeasure(tokens, amount.next + 1)
      : null;
    if (wider?.kind === other.kind) amount.next = wider.next;
    const rest = tokens[amount.next]?.kind === "number" ? readMeasure(tokens, amount.next) : null;
    if (other.unit === "pound" && rest?.unit === "ounce") amount.next = rest.next;
  }
}
