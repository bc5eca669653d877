import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { Inconsistent, NotFound } from "../../f/meal-planner/database/errors.ts";
import { REPOSITORY } from "../repository.ts";

/** Where the page lies, relative to the workspace's root. */
export const APP_FOLDER = join("f", "meal-planner", "apps", "planner.raw_app");

const Entry = z.object({
  type: z.enum(["script", "flow"]),
  path: z.string().regex(/^f\/meal-planner\/[\w/-]+$/),
});

/** A runnable that the page may call, by the name that it calls it. */
export type PageRunnable = { id: string; kind: "script" | "flow"; path: string };

/** The list that Windmill, too, makes of the page's folder: what isn't in it can't be called. */
export class PageRunnables {
  private readonly byId: ReadonlyMap<string, PageRunnable>;

  constructor(runnables: readonly PageRunnable[]) {
    this.byId = new Map(runnables.map((runnable) => [runnable.id, runnable]));
  }

  static read(root: string = REPOSITORY): PageRunnables {
    const folder = join(root, APP_FOLDER, "backend");
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".yaml")) : [];
    return new PageRunnables(files.sort().map((file) => readEntry(folder, file)));
  }

  /** @throws NotFound for a name that isn't in the list. */
  find(id: string): PageRunnable {
    const runnable = this.byId.get(id);
    if (runnable) return runnable;
    throw new NotFound("runnable of the page", id, "Its list is in apps/planner.raw_app/backend.");
  }

  /** Only those of the given names. */
  only(ids: readonly string[]): PageRunnables {
    return new PageRunnables([...this.byId.values()].filter(({ id }) => ids.includes(id)));
  }

  /** The paths of those that are scripts. */
  get scripts(): string[] {
    return [...this.byId.values()].filter(({ kind }) => kind === "script").map(({ path }) => path);
  }
}

function readEntry(folder: string, file: string): PageRunnable {
  const entry = Entry.safeParse(parse(readFileSync(join(folder, file), "utf8")));
  if (!entry.success) {
    throw new Inconsistent(`backend/${file} must name a script or flow of the workspace by type and path.`);
  }
  return { id: file.slice(0, -".yaml".length), kind: entry.data.type, path: entry.data.path };
}
