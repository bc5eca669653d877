import { dirname, posix } from "node:path";
import { importsOf } from "./imports.ts";

const ROOT = "f/meal-planner/";

/** The house, from the ground up: a room may import from itself and from those before it. */
const LAYERS = [
  "database",
  "events/schemas",
  "events/producers",
  "patterns",
  "http",
  "foods",
  "households",
  "handlers",
  "sagas",
  "events/consumers",
  "events/bus",
  "workflows",
  "apps",
] as const;

/**
 * Doors that stand higher than their room: the saga's scripts put the pattern together with all the definitions that there
 * are, and those use the handlers. Nobody imports a door, so nothing of the pattern itself comes to depend on them.
 */
const HIGHER_DOORS: Record<string, (typeof LAYERS)[number]> = Object.fromEntries(
  ["start", "resume", "resolve"].map((door) => [`${ROOT}patterns/saga/${door}/script.ts`, "sagas"]),
);

/** Between the rooms of handlers/, only these. */
const DOORS_BETWEEN_HANDLERS: Record<string, readonly string[]> = {
  meal_planning: ["recipes", "nutrition"],
  shopping_list: ["recipes", "meal_planning"],
  fatsecret: ["recipes", "nutrition", "meal_planning", "shopping_list"],
  tandoor: ["recipes", "nutrition", "meal_planning", "shopping_list"],
};

/** What is wrong with the imports of a file under f/, given by its path from the root. */
export function importProblems(file: string, code: string, exists: (file: string) => boolean): string[] {
  return importsOf(code).flatMap(({ specifier }) => {
    if (specifier.startsWith("/") || specifier.startsWith("@/")) {
      return [`${file}: import ${specifier} relatively; only that works here and in Windmill alike`];
    }
    if (!specifier.startsWith(".")) return [];
    if (!specifier.endsWith(".ts")) return [`${file}: the import of ${specifier} must end in .ts`];
    const target = posix.join(dirname(file), specifier);
    if (!exists(target)) return [`${file}: imports ${specifier}, which doesn't exist`];
    return layerProblem(file, target);
  });
}

function layerProblem(file: string, target: string): string[] {
  if (!target.startsWith(ROOT)) return [`${file}: imports ${target} from outside ${ROOT}`];
  const [from, to] = [layerOf(file), layerOf(target)];
  if (from < 0 || to < 0) return [`${from < 0 ? file : target}: lies in no room of the house`];
  if (to > from) return [`${file}: ${LAYERS[from]} may not import from ${LAYERS[to]} (${target})`];
  if (LAYERS[from] !== "handlers" || LAYERS[to] !== "handlers") return [];
  const [here, there] = [handlerOf(file), handlerOf(target)];
  const allowed = here === there || DOORS_BETWEEN_HANDLERS[here]?.includes(there);
  return allowed ? [] : [`${file}: handlers/${here} may not import from handlers/${there} (${target})`];
}

function layerOf(file: string): number {
  const higher = HIGHER_DOORS[file];
  if (higher) return LAYERS.indexOf(higher);
  return LAYERS.findIndex((layer) => file.startsWith(`${ROOT}${layer}/`));
}

function handlerOf(file: string): string {
  return file.slice(`${ROOT}handlers/`.length).split("/")[0] ?? "";
}
