import type { ItemView, ListView } from "./list_view.ts";

export const LIST_FORMATS = ["json", "text", "markdown", "csv", "html"] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

export type ExportedList = { format: ListFormat; content_type: string; content: string };

/** A list to take along: plain text, Markdown with tick boxes, CSV, or a page to print. */
export function exportList(list: ListView, format: Exclude<ListFormat, "json">): ExportedList {
  switch (format) {
    case "text":
      return { format, content_type: "text/plain; charset=utf-8", content: asText(list) };
    case "markdown":
      return { format, content_type: "text/markdown; charset=utf-8", content: asMarkdown(list) };
    case "csv":
      return { format, content_type: "text/csv; charset=utf-8", content: asCsv(list) };
    case "html":
      return { format, content_type: "text/html; charset=utf-8", content: asPage(list) };
  }
}

type Section = { title: string; items: readonly ItemView[] };

function sectionsOf(list: ListView): Section[] {
  const check = { title: "Check you have", items: list.check };
  return [...list.aisles, ...(list.check.length > 0 ? [check] : [])];
}

/** What one reads of a line: the change and the note belong to it, a substitute takes its place. */
function lineText(item: ItemView): string {
  const what = item.substitute === null ? item.display : `${item.substitute} (instead of ${item.display})`;
  const asides = [item.change?.text, item.note].filter(Boolean);
  return asides.length > 0 ? `${what} – ${asides.join("; ")}` : what;
}

function asText(list: ListView): string {
  const sections = sectionsOf(list).map(({ title, items }) =>
    [title.toUpperCase(), ...items.map((item) => `${item.ticked ? "[x]" : "[ ]"} ${lineText(item)}`)].join(
      "\n",
    ),
  );
  return `${[list.name, ...sections].join("\n\n")}\n`;
}

function asMarkdown(list: ListView): string {
  const sections = sectionsOf(list).map(({ title, items }) =>
    [
      `## ${escapeMarkdown(title)}`,
      "",
      ...items.map((item) => `- [${item.ticked ? "x" : " "}] ${escapeMarkdown(lineText(item))}`),
    ].join("\n"),
  );
  return `${[`# ${escapeMarkdown(list.name)}`, ...sections].join("\n\n")}\n`;
}

const CSV_HEAD = ["aisle", "item", "buy", "amount", "unit", "needed", "ticked", "price", "note", "meals"];

function asCsv(list: ListView): string {
  const rows = sectionsOf(list).flatMap(({ title, items }) =>
    items.map((item) => [
      title,
      item.substitute ?? item.name,
      item.display,
      item.amount ?? "",
      item.unit ?? "",
      item.need,
      item.ticked ? "yes" : "no",
      item.price ?? "",
      item.note ?? "",
      item.sources.map((source) => `${source.date} ${source.recipe}: ${source.amount}`).join("; "),
    ]),
  );
  return [CSV_HEAD, ...rows]
    .map((row) => row.map(csvCell).join(","))
    .join("\r\n")
    .concat("\r\n");
}

/** RFC 4180. Text that a spreadsheet would run as a formula is kept text by an apostrophe. */
function csvCell(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function asPage(list: ListView): string {
  const sections = sectionsOf(list).map(
    ({ title, items }) => `<section><h2>${escapeHtml(title)}</h2><ul>
${items.map((item) => `<li class="${item.ticked ? "ticked" : ""}">${escapeHtml(lineText(item))}</li>`).join("\n")}
</ul></section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(list.name)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 48rem; margin: 1rem auto; padding: 0 1rem }
main { columns: 20rem } section { break-inside: avoid } h2 { font-size: 1rem; margin: 0.8rem 0 0.2rem }
ul { list-style: none; margin: 0; padding: 0 } li::before { content: "☐ " }
li.ticked { color: #666; text-decoration: line-through } li.ticked::before { content: "☑ " }
</style></head>
<body><h1>${escapeHtml(list.name)}</h1><main>
${sections.join("\n")}
</main></body></html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, (character) => `\\${character}`);
}
