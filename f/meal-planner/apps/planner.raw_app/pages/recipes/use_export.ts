import { useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Args } from "../../runnables/runnables.ts";
import { useNotice } from "../../shell/notices.tsx";
import { EXPORT } from "../../texts/recipes.ts";

const FILES = {
  json: { type: "application/json", end: "json" },
  markdown: { type: "text/markdown", end: "md" },
} as const;

/** Recipes as a file on this device: ours, which comes back without loss, or Markdown to read. */
export function useExport(name: string): (format: keyof typeof FILES, ids?: string[]) => void {
  const format = useFormat();
  const notice = useNotice();
  const { mutate } = useChange("export_recipes", {
    onDone: ({ content, recipes }, { format: chosen }) => {
      const { type, end } = FILES[chosen === "markdown" ? "markdown" : "json"];
      save(new Blob([content], { type }), `${fileName(name)}.${end}`);
      notice({ text: EXPORT.done(recipes, format.number(recipes)) });
    },
    onFailed: (error) => notice({ text: error.message, kind: "failed" }),
  });
  return (chosen, ids) => {
    const args: Args<"export_recipes"> = { format: chosen, ...(ids ? { recipe_ids: ids } : {}) };
    mutate(args);
  };
}

/** Without what file systems don't take. */
const fileName = (name: string) => name.replace(/[^\p{L}\p{N} ._-]+/gu, "").trim() || "recipes";

const KEPT_MS = 10_000;

function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  // Some browsers begin to read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
