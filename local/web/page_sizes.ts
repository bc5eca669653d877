import type { AppBuild } from "./app_build.ts";

/** How much of the page is sent, gzipped, in kB of 1024: all of it, and what its first view waits for. */
export function pageSizes({ first, files }: Pick<AppBuild, "first" | "files">): {
  wholeKb: number;
  firstViewKb: number;
} {
  const kb = (names: Iterable<string>) =>
    Math.round([...names].reduce((sum, name) => sum + (files.get(name)?.gzip.length ?? 0), 0) / 102.4) / 10;
  const { begin, style, script, preload } = first;
  return {
    wholeKb: kb(files.keys()),
    firstViewKb: kb([...(begin ? [begin] : []), style, script, ...preload]),
  };
}
