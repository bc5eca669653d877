import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

const APP = /(\.raw_app|__raw_app)$/;
const PACKAGES = "node_modules";

/** The folders of the workspace's apps. */
export function appFolders(root: string): string[] {
  return readdirSync(join(root, "f"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && APP.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Does something for which wmill bundles the apps. It would install each app's packages anew beside it, from the
 * registry and by no lock; meanwhile they are this repository's, which are locked and there already.
 */
export async function withAppPackages<T>(root: string, work: () => Promise<T>): Promise<T> {
  const folders = appFolders(root)
    .map((folder) => join(folder, PACKAGES))
    .filter((folder) => !existsSync(folder));
  try {
    for (const folder of folders) linkPackages(root, folder);
    return await work();
  } finally {
    // What the links lead to stays.
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder of links rather than one link: wmill passes over a folder of this name, and would read a link as a file. */
function linkPackages(root: string, folder: string): void {
  mkdirSync(folder);
  for (const name of readdirSync(join(root, PACKAGES))) {
    if (!name.startsWith(".")) symlinkSync(join(root, PACKAGES, name), join(folder, name), "junction");
  }
}
