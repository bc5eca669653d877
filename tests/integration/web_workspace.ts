import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { REPOSITORY } from "../../local/repository.ts";

const ROOMS = "f/meal-planner";

/** A workspace with the project's scripts and a small page of its own, whose list names the given runnables. */
export function useWebWorkspace(
  runnables: Record<string, string>,
  scripts: Record<string, string>,
): { root: string; cache: string; write(file: string, text: string): void } {
  const root = mkdtempSync(join(tmpdir(), "meal-planner-web-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const page = `${ROOMS}/apps/planner.raw_app`;
  write(`${page}/index.local.tsx`, `import "./page.css";\ndocument.title = "A small page";\n`);
  write(`${page}/page.css`, "body { margin: 0 }\n");
  for (const [id, path] of Object.entries(runnables)) {
    write(`${page}/backend/${id}.yaml`, `type: script\npath: ${path}\n`);
  }
  for (const [path, code] of Object.entries(scripts)) write(`${path}.ts`, code);
  for (const room of readdirSync(join(REPOSITORY, ROOMS))) {
    if (room !== "apps") symlinkSync(join(REPOSITORY, ROOMS, room), join(root, ROOMS, room));
  }
  symlinkSync(join(REPOSITORY, "node_modules"), join(root, "node_modules"));
  return { root, cache: join(root, "builds"), write: (file, text) => write(`${page}/${file}`, text) };
}
