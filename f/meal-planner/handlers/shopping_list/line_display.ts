import { amountText, cookAmountText, countedText, countText, massText, volumeText } from "./amount_text.ts";
import { nameByWeight, plural } from "./plural_name.ts";
import type { Share } from "./shares.ts";
import type { SoldUnit } from "./shop_food.ts";

/** What a shopper reads: "6 eggs", "500 g spaghetti", "2 cans chickpeas (400 g each)", "1 bulb garlic (5 cloves)". */
export function displayOf(line: {
  name: string;
  sold: SoldUnit;
  amount: number | null;
  /** `cookCount` of its shares, where they have one. */
  note: string | null;
}): string {
  const { name, sold, amount } = line;
  if (amount === null) return nameByWeight(name);
  if (sold.unit === "gram" || sold.unit === "millilitre") {
    const text = sold.unit === "gram" ? massText : volumeText;
    const packs = sold.pack ? Math.round(amount / sold.pack) : 1;
    const split = packs > 1 && sold.pack ? ` (${packs} × ${text(sold.pack)})` : "";
    return `${text(amount)} ${nameByWeight(name)}${split}`;
  }
  const note = line.note ? ` (${line.note})` : "";
  if (sold.noun === null) return `${amount} ${amount > 1 ? plural(name) : name}${note}`;
  const label = sold.label ? ` (${sold.label}${amount > 1 ? " each" : ""})` : "";
  return `${countedText(amount, sold.noun)} ${nameByWeight(insideOf(name, sold.unit))}${label || note}`;
}

/** The exact need in the unit that is bought: "430 g", "1½", "1¼ bunches". */
export function needText(amount: number, sold: SoldUnit): string {
  if (sold.unit === "gram") return massText(amount);
  if (sold.unit === "millilitre") return volumeText(amount);
  return sold.noun === null ? countText(amount) : countedText(amount, sold.noun);
}

/** What a can holds, or a bunch is of: the name without what the container says already. */
function insideOf(name: string, unit: SoldUnit["unit"]): string {
  return unit === "bunch"
    ? name.replace(/^coriander leaf$/, "coriander")
    : name.replace(/^(?:canned|tinned) /, "");
}

// Less than this of a staple is there, if any is.
const TELLING_AMOUNT = 100;

/** What to look for in the cupboard: "salt", and "olive oil (350 ml)" where much of it is needed. */
export function displayCheck(name: string, amount: number | null, sold: SoldUnit): string {
  const weighed = sold.unit === "gram" || sold.unit === "millilitre";
  const telling = amount !== null && amount > (weighed ? TELLING_AMOUNT : 1);
  return telling ? `${nameByWeight(name)} (${needText(amount, sold)})` : nameByWeight(name);
}

/** An amount and a name, with nothing known of how it is sold: "2 sheets nori", "30 ml tamarind paste", "12 eggs". */
export function displayPlain(name: string, unit: string | null, amount: number | null): string {
  if (amount === null) return name;
  if (unit === null || unit === "piece") {
    return `${countText(amount)} ${amount > 1 && isShort(name) ? plural(name) : name}`;
  }
  return `${amountText(amount, unit)} ${name}`;
}

/** A longer name is words of the cook's that nobody should inflect: "cup of water". */
const isShort = (name: string) => name.split(" ").length <= 3 && !/ of |^(?:cups?|pounds?) /.test(name);

const PARTS_COUNTED = new Set([
  "clove",
  "stalk",
  "sprig",
  "slice",
  "leaf",
  "floret",
  "rasher",
  "strip",
  "spear",
]);

/** "5 cloves", where every meal counts the same part of what is bought; otherwise null. */
export function cookCount(shares: readonly Share[]): string | null {
  const counted = shares.filter((share) => share.amount !== null);
  const unit = counted[0]?.need.unit;
  if (!unit || !PARTS_COUNTED.has(unit) || counted.some((share) => share.need.unit !== unit)) return null;
  const count = counted.reduce((sum, share) => sum + (share.need.quantity ?? 0), 0);
  return count > 0 ? cookAmountText(Math.ceil(count - 1e-6), unit) : null;
}
