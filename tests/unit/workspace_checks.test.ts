import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { bundleProblems, closureProblems, MOST_IMPORTS } from "../../local/workspace/bundle_rules.ts";
import { agreementProblems, doorProblems } from "../../local/workspace/door_rules.ts";
import { flowProblems } from "../../local/workspace/flow_rules.ts";
import {
  backendProblems,
  resourceProblems,
  scheduleProblems,
  variableProblems,
} from "../../local/workspace/item_rules.ts";
import { metadataProblems, writeMetadata } from "../../local/workspace/metadata.ts";
import { nameProblems } from "../../local/workspace/name_rules.ts";
import { templateProblems } from "../../local/workspace/template_rules.ts";

let root = "";
const roots: string[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "checks-"));
  roots.push(root);
  symlinkSync(join(process.cwd(), "node_modules"), join(root, "node_modules"));
  write("package.json", JSON.stringify({ dependencies: { zod: "4.6.7" } }));
  write("f/meal-planner/a/do/script.ts", DOOR);
});

afterAll(() => {
  for (const one of roots) rmSync(one, { recursive: true, force: true });
});

function write(file: string, text: string): string {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  return file;
}

const DOOR = `import { act } from "../act.ts";

/** Acts once. It is safe to repeat. @param name Whose turn it is. */
export async function main(name: string, times: number = 1) {
  return act(name, times);
}
`;

const door = (code: string) => doorProblems("x/script.ts", code).join("\n");

describe("names", () => {
  test("that Windmill refuses, ignores or misreads are found", () => {
    const wrong = [
      "f/meal-planner/a/x.test.ts",
      "f/meal-planner/a/prefetch.ts",
      "f/meal-planner/a b/c.ts",
      "f/meal-planner/workflows/weekly.flow.yaml",
      "f/meal-planner/a/notes.md",
      "f/meal-planner/workflows/we.ekly.flow/flow.yaml",
    ];
    for (const file of wrong) expect(nameProblems(file), file).toHaveLength(1);
    const right = [
      "f/meal-planner/folder.meta.yaml",
      "f/meal-planner/a/b_c-d.ts",
      "f/meal-planner/a/b.script.yaml",
      "f/meal-planner/workflows/weekly.flow/flow.yaml",
      "f/meal-planner/workflows/weekly.schedule.yaml",
      "f/meal-planner/apps/planner.raw_app/index.local.tsx",
    ];
    for (const file of right) expect(nameProblems(file), file).toEqual([]);
  });
});

describe("a door", () => {
  test("that keeps the rules passes", () => {
    expect(door(DOOR)).toBe("");
  });

  test("with something before main, a loop, a try, SQL, too many lines, or no main is found", () => {
    const main = (body: string) => `export async function main(a: string) {\n${body}\n}\n`;
    expect(door(`const LIMIT = 3;\n${main("return a;")}`)).toContain("before main: const LIMIT");
    expect(door(main("for (const x of a) await x;"))).toContain("loop");
    expect(door(main("try { return a; } catch { return 1; }"))).toContain("try");
    expect(door(main("return db.query(`select a from meal_planner.b where c = $1`);"))).toContain("SQL");
    expect(door(main("await a;\n".repeat(45)))).toContain("under 40");
    expect(door("export const main = async () => 1;")).toContain("no main");
  });

  test("with a type that Windmill reads as a resource, a secret in the open, or db not last is found", () => {
    expect(
      door("import type { Recipe } from './r.ts';\nexport async function main(recipe: Recipe) {}"),
    ).toContain("resource-recipe");
    expect(door("export async function main(api_key: string) {}")).toContain("api_key as plain text");
    expect(door("export async function main(fatsecret_food_id: string) {}")).not.toContain("as plain text");
    expect(door("export async function main(db: RT.Postgresql, a: string) {}")).toContain("db before other");
  });

  test("that disagrees with the zod schema that parses it is found", async () => {
    write(
      "f/meal-planner/a/act.ts",
      `import { z } from "zod";
export const input = z.strictObject({ name: z.string(), kind: z.enum(["x", "y"]), extra: z.string().optional(), times: z.int().default(3) });`,
    );
    const code = `import { input } from "../act.ts";
export async function main(name?: string, kind?: "x" | "z", other?: string, times: number = 2) { return parseInput(input, { name, kind, other, times }); }`;
    const file = join(root, write("f/meal-planner/a/odd/script.ts", code));
    expect(await agreementProblems(file, "odd", code)).toEqual([
      "odd: other is not in the zod schema",
      "odd: main doesn't take extra",
      "odd: name is optional in main but required in the zod schema",
      "odd: kind is optional in main but required in the zod schema",
      "odd: kind offers x, z, but the zod schema takes x, y",
      "odd: times's default is 2 in main, but 3 in the zod schema",
    ]);
  });
});

describe("a flow", () => {
  const step = (path: string, inputs: Record<string, string>, id = "a") => ({
    id,
    value: {
      type: "script",
      path,
      input_transforms: Object.fromEntries(
        Object.entries(inputs).map(([name, expr]) => [name, { type: "javascript", expr }]),
      ),
    },
  });

  function problems(modules: object[], more: object = {}): string {
    const flow = {
      summary: "s",
      description: "d",
      schema: {
        type: "object",
        order: ["who"],
        properties: { who: { type: "string", description: "Who." } },
        required: [],
      },
      value: { modules },
      ...more,
    };
    write("f/meal-planner/workflows/w.flow/flow.yaml", stringify(flow));
    return flowProblems("f/meal-planner/workflows/w", root).join("\n");
  }

  test("that names what exists passes", () => {
    const modules = [
      step("f/meal-planner/a/do/script", { name: "flow_input.who" }),
      step("f/meal-planner/a/do/script", { name: "results.a.name", times: "flow_input.iter.index" }, "b"),
    ];
    expect(problems(modules)).toBe("");
  });

  test("that names a script, parameter, step or input that doesn't exist, or leaves one out, is found", () => {
    expect(problems([step("f/meal-planner/a/gone/script", {})])).toContain("no script f/meal-planner/a/gone");
    expect(problems([step("f/meal-planner/a/do/script", { name: "1", nmae: "1" })])).toContain(
      "no parameter nmae",
    );
    expect(problems([step("f/meal-planner/a/do/script", {})])).toContain("name is required but missing");
    expect(problems([step("f/meal-planner/a/do/script", { name: "results.z" })])).toContain(
      "names no step: z",
    );
    expect(problems([step("f/meal-planner/a/do/script", { name: "flow_input.x" })])).toContain(
      "no input of the flow: x",
    );
  });

  test("with an expression that doesn't parse, an unknown key or a missing file is found", () => {
    expect(problems([step("f/meal-planner/a/do/script", { name: "1 +" })])).toContain("is no expression");
    expect(problems([{ ...step("f/meal-planner/a/do/script", { name: "1" }), retri: {} }])).toContain(
      "retri",
    );
    const inline = {
      id: "i",
      value: { type: "rawscript", language: "bun", content: "!inline gone.ts", input_transforms: {} },
    };
    expect(problems([inline])).toContain("gone.ts");
  });

  test("whose expression Windmill reads otherwise than it looks is found", () => {
    const door = (expr: string, more: object = {}) =>
      problems([{ ...step("f/meal-planner/a/do/script", { name: expr }), ...more }]);
    expect(door("flow_input.who;")).toContain("gives null");
    expect(door("results['a'].name")).toContain("gives a promise");
    expect(door("flow_input.who", { skip_if: { expr: "flow_input.who; true" } })).toContain(
      "is one expression",
    );
    expect(door("flow_input.who", { sleep: { type: "javascript", expr: "results.a" } })).toContain(
      "no results",
    );
  });

  test("that leaves unsaid what a failure in a loop or branch means, or takes a name that is kept, is found", () => {
    const modules = [step("f/meal-planner/a/do/script", { name: "flow_input.who" }, "ctx")];
    const iterator = { type: "static", value: [1] };
    const loop = { id: "l", value: { type: "forloopflow", iterator, modules } };
    expect(problems([loop])).toMatch(/l: says nothing of skip_failures[\s\S]*ctx: is a name/);
    const branches = { id: "b", value: { type: "branchall", branches: [{ modules: [] }] } };
    expect(problems([branches])).toContain("says nothing of skip_failure");
    const choice = (spoken: object) => ({
      id: "c",
      value: { type: "branchone", branches: [{ expr: "true", modules: [], ...spoken }], default: [] },
    });
    expect(problems([choice({ skip_failure: true })])).toContain("c: a branch says nothing of parallel");
    expect(problems([choice({ skip_failure: true, parallel: true })])).not.toContain("says nothing");
  });

  test("whose form leaves out an order or a description, or asks for what no step uses, is found", () => {
    const properties = {
      who: { type: "string" },
      token: { type: "string", description: "x", enum: ["a"], default: "b" },
    };
    const found = problems([], { schema: { type: "object", properties, required: ["gone"] } });
    for (const problem of [
      "order",
      "who has no description",
      "takes token as plain",
      "none of its choices",
    ]) {
      expect(found).toContain(problem);
    }
    expect(found).toMatch(/requires gone[\s\S]*who is used by no step/);
  });

  test("is held to the parameters of inline code as well", () => {
    write("f/meal-planner/workflows/w.flow/i.ts", "export async function main(a: string) {}");
    const inline = (inputs: object) => ({
      id: "i",
      value: { type: "rawscript", language: "bun", content: "!inline i.ts", input_transforms: inputs },
    });
    const used = step("f/meal-planner/a/do/script", { name: "flow_input.who" });
    expect(problems([used, inline({ a: { type: "static", value: 1 } })])).toBe("");
    expect(problems([inline({ b: { type: "static", value: 1 } })])).toContain("no parameter b");
  });
});

describe("what Windmill's worker makes of a script", () => {
  test("a generic arrow function or a cast in angle brackets is found, which TSX can't read", async () => {
    const found = (code: string) => bundleProblems("f/meal-planner/a.ts", code);
    expect(await found("export const one = 1;\nexport const same = <T>(x: T) => x;\n")).toEqual([
      expect.stringMatching(/^f\/meal-planner\/a\.ts:\d: Windmill reads it as TSX/),
    ]);
    expect(await found("export const x = <string>y;\n")).toHaveLength(1);
    expect(await found("export const same = <T,>(x: T) => x;\n")).toEqual([]);
    expect(await found("export function same<T>(x: T, y: Map<string, Set<T>>) { return x; }\n")).toEqual([]);
  });

  test("a door that imports more files than a cached bundle is known by is found, type imports apart", () => {
    const names = Array.from({ length: MOST_IMPORTS + 1 }, (_, index) => `n${index}`);
    for (const [index, name] of names.entries()) {
      const next = index < names.length - 1 ? `import "./${names[index + 1]}.ts";\n` : "";
      write(`f/meal-planner/many/${name}.ts`, `${next}export const x = 1;\n`);
    }
    const door = (code: string) =>
      closureProblems([write("f/meal-planner/many/do/script.ts", `${code}\n`)], root);
    expect(door('import "../n1.ts";')).toEqual([]);
    expect(door('import "../n0.ts";')).toEqual([expect.stringContaining("imports 257 files")]);
    expect(door('import type { X } from "../n0.ts";')).toEqual([]);
  });
});

describe("a schedule, resource, variable or app backend", () => {
  const schedule = {
    summary: "s",
    schedule: "0 0 6 * * 1",
    timezone: "Europe/Berlin",
    cron_version: "v2",
    enabled: false,
    script_path: "f/meal-planner/a/do/script",
    is_flow: false,
    args: { name: "x" },
    no_flow_overlap: true,
    ws_error_handler_muted: false,
  };
  const check = (change: object) =>
    scheduleProblems(
      write("f/meal-planner/s.schedule.yaml", stringify({ ...schedule, ...change })),
      root,
    ).join("\n");

  test("schedule: path, arguments, cron, zone, switched off, no overlap, no unknown key", () => {
    expect(check({})).toBe("");
    expect(check({ script_path: "f/meal-planner/a/gone/script" })).toContain("no script");
    expect(check({ args: { nmae: 1 } })).toContain("takes no nmae");
    expect(check({ args: {} })).toContain("requires name");
    expect(check({ schedule: "0 6 * * 1" })).toContain("six cron fields");
    expect(check({ timezone: "Mars/Base" })).toContain("time zone");
    expect(check({ enabled: true })).toContain("must be false");
    expect(check({ no_flow_overlap: false })).toContain("must be true");
    expect(check({ ws_error_handler_muted: undefined })).toContain("Windmill would write it so");
    expect(check({ on_failure: "x" })).toContain("on_failure");
  });

  test("resource and variable: form, and no secret in the open", () => {
    const resource = (content: object) =>
      resourceProblems(write("f/meal-planner/r.resource.yaml", stringify(content)), root).join("\n");
    expect(resource({ value: { host: "h", password: "$var:f/x/p" }, resource_type: "postgresql" })).toBe("");
    expect(resource({ value: { password: "p" }, resource_type: "postgresql" })).toContain("secret variable");
    expect(resource({ value: {}, resource_type: "postgresql", type: "x" })).toContain("type");
    const variable = write(
      "f/meal-planner/v.variable.yaml",
      stringify({ value: "x", is_secret: true, description: "" }),
    );
    expect(variableProblems(variable, root)).toHaveLength(1);
  });

  test("templates: the type's fields, no secret in the open, and the same set in every environment", () => {
    const type = {
      description: "d",
      schema: {
        type: "object",
        properties: { token: { type: "string", description: "t" } },
        required: ["token"],
      },
    };
    write("resources/types/thing.resource-type.yaml", stringify(type));
    const template = (value: object) => ({ description: "d", resource_type: "thing", value });
    for (const environment of ["dev", "staging", "prod"]) {
      write(`resources/${environment}/f/x/a.resource.yaml`, stringify(template({ token: "$var:f/x/t" })));
      write(
        `resources/${environment}/f/x/t.variable.yaml`,
        stringify({ value: "", is_secret: true, description: "" }),
      );
    }
    expect(templateProblems(root)).toEqual([]);
    write("resources/dev/f/x/a.resource.yaml", stringify(template({ token: "abc" })));
    write("resources/staging/f/x/a.resource.yaml", stringify(template({ tokn: "$var:f/x/gone" })));
    write("resources/prod/f/x/b.resource.yaml", stringify({ ...template({}), resource_type: "other" }));
    expect(templateProblems(root)).toEqual([
      "resources/prod has other files than resources/dev",
      "resources/dev/f/x/a.resource.yaml: token must refer to a secret variable ($var:…)",
      "resources/staging/f/x/a.resource.yaml: the type has no tokn",
      "resources/staging/f/x/a.resource.yaml: lacks token",
      "resources/staging/f/x/a.resource.yaml: refers to f/x/gone.variable.yaml, which isn't there",
      "resources/prod/f/x/b.resource.yaml: there is no resource type other under resources/types",
    ]);
  });

  test("backend: the script or flow that it names exists", () => {
    const file = "f/meal-planner/apps/p.raw_app/backend/b.yaml";
    const backend = (path: string) => backendProblems(write(file, stringify({ type: "script", path })), root);
    expect(backend("f/meal-planner/a/do/script")).toEqual([]);
    expect(backend("f/meal-planner/a/gone/script")).toHaveLength(1);
  });
});

describe("metadata", () => {
  test("is written from main, its comment and zod, and found stale when one of them changes", async () => {
    write(
      "f/meal-planner/a/act.ts",
      `import { z } from "zod";
/** Acting, as a library. */
export const input = z.object({
  name: z.string(),
  times: z.number().default(2).describe("How often."),
  list: z.array(z.object({ a: z.string().describe("An a.") })).optional(),
});`,
    );
    write(
      "f/meal-planner/a/do/script.ts",
      `import { input } from "../act.ts";
/**
 * Acts once. It is safe to repeat, e.g. after a failure.
 *
 * @param name Whose turn it is.
 */
export async function main(name: string, times?: number, kind: "x" | "y" = "x", list?: { a: string }[]) {
  return parseInput(input, { name, times, kind, list });
}
`,
    );
    // As the lock would be, so that the test needs no registry.
    const packages = JSON.stringify({ dependencies: { zod: "4.6.7" } }, null, 2);
    const lock = `{ "lockfileVersion": 1, "packages": { "zod": ["zod@4.6.7", "", {}, ""] } }`;
    write("dependencies/package.json", packages);
    write("locks/package.json.lock", `${packages}\n//bun.lock\n${lock}`);
    expect(await metadataProblems(root)).not.toEqual([]);
    const changed = await writeMetadata(root);
    expect(changed.sort()).toEqual([
      "f/meal-planner/a/act.script.yaml",
      "f/meal-planner/a/do/script.script.yaml",
    ]);
    expect(await metadataProblems(root)).toEqual([]);
    const { parse } = await import("yaml");
    const { readFileSync } = await import("node:fs");
    const read = (name: string) => parse(readFileSync(join(root, name), "utf8"));
    expect(read("f/meal-planner/a/do/script.script.yaml")).toEqual({
      summary: "Acts once",
      description: "It is safe to repeat, e.g. after a failure.",
      lock: "!inline locks/package.json.lock",
      kind: "script",
      schema: {
        $schema: "https://json-schema.org/draft/2020-12/schema",
        type: "object",
        order: ["name", "times", "kind", "list"],
        properties: {
          name: { description: "Whose turn it is.", type: "string", originalType: "string", default: null },
          times: { description: "How often.", type: "number", default: 2 },
          kind: { description: "", type: "string", originalType: "enum", enum: ["x", "y"], default: "x" },
          list: {
            description: "",
            type: "array",
            items: {
              type: "object",
              properties: { a: { description: "An a.", type: "string", originalType: "string" } },
            },
            originalType: "record[]",
            default: null,
          },
        },
        required: ["name"],
      },
    });
    expect(read("f/meal-planner/a/act.script.yaml")).toMatchObject({ summary: "Acting, as a library" });
    write("f/meal-planner/a/more.ts", "export const b = 1;");
    write("f/meal-planner/gone.script.yaml", "summary: x");
    write("package.json", JSON.stringify({ dependencies: { zod: "4.0.0" } }));
    expect((await metadataProblems(root)).join("\n")).toMatch(
      /more\.script\.yaml is not current[\s\S]*gone\.script\.yaml has no script[\s\S]*zod@4\.6\.7 instead of zod@4\.0\.0/,
    );
  });
});
