import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Every file under f/, by its path from the root, sorted. */
export function workspaceFiles(root: string): string[] {
  if (!existsSync(join(root, "f"))) return [];
  return readdirSync(join(root, "f"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

/** Folders whose files belong to a flow or an app, not to scripts of their own. */
export function isWithinItem(file: string): boolean {
  return /\.(flow|app|raw_app)\/|__(flow|app|raw_app)\//.test(file);
}

/** The TypeScript files that the sync deploys as scripts or libraries. */
export function scriptFiles(root: string): string[] {
  return workspaceFiles(root).filter((file) => file.endsWith(".ts") && !isWithinItem(file));
}

export function metadataFile(file: string): string {
  return file.replace(/\.ts$/, ".script.yaml");
}
