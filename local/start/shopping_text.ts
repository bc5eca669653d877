import type { ItemView, ListView } from "../../f/meal-planner/handlers/shopping_list/list_view.ts";

const WIDTH = 100;

/** The list as text: an aisle a block in the shop's order, then what to look for at home first and what the pantry gives. */
export function shoppingText(list: ListView): string {
  const blocks = list.aisles.map(({ title, items }) => [title, ...items.map(itemLine)].join("\n"));
  const check = wrap(list.check.map((item) => item.display).join(", "), WIDTH - 2);
  const checkBlock =
    list.check.length > 0 ? ["Check that you have", ...check.map((line) => `  ${line}`)].join("\n") : "";
  const pantry = wrap(list.from_pantry.map(({ name, amount }) => `${amount} ${name}`).join(", "), WIDTH - 2);
  const pantryBlock =
    list.from_pantry.length > 0 ? ["From your pantry", ...pantry.map((line) => `  ${line}`)].join("\n") : "";
  const count = `${list.items} things to buy${list.ticked > 0 ? `, ${list.ticked} ticked` : ""}`;
  return [`Shopping list (${count})`, ...blocks, checkBlock, pantryBlock]
    .filter((block) => block !== "")
    .join("\n\n");
}

function itemLine(item: ItemView): string {
  const box = item.ticked ? "[x]" : "[ ]";
  const extra = [item.change?.text, item.substitute && `or ${item.substitute}`, item.note].filter(Boolean);
  return `  ${box} ${item.display}${extra.length > 0 ? ` (${extra.join("; ")})` : ""}`;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
