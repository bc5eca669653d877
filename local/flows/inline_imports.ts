// Preloaded into the process of a flow's inline step: its imports mean what they mean in Windmill, where `/f/…` is
// the workspace and `./x.ts` is relative to the flow's path, wherever the code lies on this machine.
import { dirname, join } from "node:path";
import { plugin } from "bun";

const path = process.env.MEAL_PLANNER_INLINE_PATH ?? "";
const root = process.env.MEAL_PLANNER_ROOT ?? "";

plugin({
  name: "inline-imports",
  setup(build) {
    build.onResolve({ filter: /^\/[fu]\// }, ({ path: wanted }) => ({
      path: withSuffix(join(root, wanted)),
    }));
    build.onResolve({ filter: /^\.{1,2}\// }, ({ path: wanted, importer }) =>
      dirname(importer) === join(root, ".local", "inline")
        ? { path: withSuffix(join(root, dirname(path), wanted)) }
        : undefined,
    );
  },
});

function withSuffix(file: string): string {
  return file.endsWith(".ts") ? file : `${file}.ts`;
}
