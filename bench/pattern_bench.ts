import { compilePattern } from "../f/meal-planner/events/producers/event_pattern.ts";
import { RuleIndex } from "../f/meal-planner/events/producers/rule_index.ts";
import { envelopeSchema } from "../f/meal-planner/events/schemas/envelope.ts";

// About 830 bytes of JSON, like an instance's change of state on AWS.
const event = {
  version: "0",
  id: "6a7e8feb-b491-4cf7-a9f1-bf3703467718",
  "detail-type": "RecipeUpdated",
  source: "meal-planner.recipes",
  account: "111122223333",
  time: "2026-01-02T16:24:49Z",
  region: "eu-west-1",
  resources: ["urn:recipe:1", "urn:household:9"],
  detail: {
    household_id: "0192f5a0-0000-7000-8000-000000000001",
    recipe_id: "0192f5a0-0000-7000-8000-000000000003",
    version: 7,
    name: "Lentil soup with lemon",
    changed: ["ingredients", "servings"],
    energy_kcal: 412.5,
    state: "running",
    ip: "10.0.0.33",
    lines: Array.from({ length: 4 }, (_, at) => ({ food: `food-${at}`, grams: at * 50, unit: "gram" })),
    metadata: {
      correlation_id: "0192f5a0-0000-7000-8000-00000000000a",
      causation_id: null,
      schema_version: 1,
    },
  },
};

/** Calls a second, the median of three half-seconds. */
function rate(work: () => unknown): number {
  const runs = [1, 2, 3].map(() => {
    let calls = 0;
    const started = performance.now();
    while (performance.now() - started < 500) {
      for (let at = 0; at < 200; at++) work();
      calls += 200;
    }
    return calls / ((performance.now() - started) / 1000);
  });
  return runs.sort((a, b) => a - b)[1]!;
}

const PATTERNS: Record<string, Record<string, unknown>> = {
  "exact, two fields": { source: ["meal-planner.recipes"], detail: { state: ["running"] } },
  prefix: { time: [{ prefix: "2026-01" }] },
  wildcard: { detail: { name: [{ wildcard: "Lentil*lemon" }] } },
  numeric: { detail: { energy_kcal: [{ numeric: [">", 100, "<", 500] }] } },
  "anything-but": { detail: { state: [{ "anything-but": ["stopped", "failed"] }] } },
  cidr: { detail: { ip: [{ cidr: "10.0.0.0/24" }] } },
  "objects in an array": { detail: { lines: { food: ["food-3"], grams: [150] } } },
  $or: { $or: [{ source: ["x"] }, { detail: { state: ["running"] } }] },
};

// Rules as workspaces have them: a few sources and types, then one more condition of some kind.
function ruleAt(at: number): Record<string, unknown> {
  const conditions: Record<string, unknown>[] = [
    { recipe_id: [`recipe-${at}`] },
    { name: [{ prefix: `dish ${at} ` }] },
    { energy_kcal: [{ numeric: [">=", at, "<", at + 1] }] },
    { name: [{ suffix: ` of ${at}` }] },
    { state: [{ "equals-ignore-case": `STATE-${at}` }] },
    { ip: [{ cidr: `10.${at % 256}.${(at >> 8) % 256}.0/24` }] },
    { changed: [`field-${at}`] },
    { name: [{ wildcard: `*number ${at}` }] },
  ];
  return {
    source: ["meal-planner.recipes"],
    "detail-type": [["RecipeUpdated", "RecipeCreated"][at % 2]],
    detail: conditions[at % conditions.length],
  };
}

function print(name: string, perSecond: number, goal: number): void {
  const figure = { name, per_s: Math.round(perSecond), goal_per_s: goal, met: perSecond >= goal };
  process.stdout.write(`${JSON.stringify({ bench: "events", ...figure })}\n`);
}

for (const [name, pattern] of Object.entries(PATTERNS)) {
  const compiled = compilePattern(pattern);
  if (!compiled.matches(event)) throw new Error(`${name} doesn't match`);
  print(
    `match: ${name}`,
    rate(() => compiled.matches(event)),
    name.startsWith("exact") ? 1_000_000 : 0,
  );
}
const indexes = [100, 1000, 10_000].map((count) => {
  const index = new RuleIndex(Array.from({ length: count }, (_, at) => ({ pattern: ruleAt(at), value: at })));
  return { count, perSecond: rate(() => index.match(event)) };
});
for (const { count, perSecond } of indexes) {
  print(
    `match against ${count} rules`,
    perSecond,
    count === 100 ? 100_000 : count === 10_000 ? indexes[0]!.perSecond / 10 : 0,
  );
}
print(
  "validate an envelope",
  rate(() => envelopeSchema.parse(event)),
  100_000,
);
