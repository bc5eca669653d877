import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { importsOf } from "./imports.ts";

/** Windmill's worker finds a script's cached bundle by the versions of so many imported scripts, and passes over the rest. */
export const MOST_IMPORTS = 256;

// Where an expression begins with an angle bracket, TypeScript takes a type parameter or a cast, and TSX an element.
const ANGLE = /(?:[=(,:?[{}!&|]|=>|\breturn|\bawait)\s*<[A-Za-z]/;

/** What keeps Windmill's worker from bundling a script: it reads every imported file as TSX, of whatever name. */
export async function bundleProblems(file: string, code: string): Promise<string[]> {
  if (!ANGLE.test(code)) return [];
  const { transform } = await import("esbuild");
  try {
    await transform(code, { loader: "tsx", logLevel: "silent" });
    return [];
  } catch (error) {
    const [first] =
      (error as { errors?: { text: string; location?: { line: number } | null }[] }).errors ?? [];
    if (!first) throw error;
    return [
      `${file}:${first.location?.line ?? 1}: Windmill reads it as TSX and can't (${first.text}); write a function with a name, and a cast with as`,
    ];
  }
}

/** Doors that import so many files, directly or not, that Windmill would go on running a stale bundle of some change. */
export function closureProblems(doors: readonly string[], root: string): string[] {
  const known = new Map<string, string[]>();
  const importsOfFile = (file: string): string[] => {
    const found = known.get(file) ?? readImports(file, root);
    known.set(file, found);
    return found;
  };
  return doors.flatMap((door) => {
    const seen = new Set<string>();
    const waiting = [...importsOfFile(door)];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      waiting.push(...importsOfFile(file));
    }
    return seen.size > MOST_IMPORTS
      ? [
          `${door}: imports ${seen.size} files; Windmill looks at ${MOST_IMPORTS} to see whether its cached bundle is current`,
        ]
      : [];
  });
}

function readImports(file: string, root: string): string[] {
  return importsOf(readFileSync(join(root, file), "utf8"))
    .filter(({ specifier, typeOnly }) => specifier.startsWith(".") && !typeOnly)
    .map(({ specifier }) => posix.join(dirname(file), specifier));
}
