import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { stringify } from "yaml";
import { closeFlows, FLOWS } from "../../local/flows/flow_runner.ts";
import { type JobContext, openJobContext } from "../../local/jobs/job_context.ts";
import { localValues } from "../../local/jobs/workspace_values.ts";
import { useTestDatabase } from "./test_database.ts";

type Step = Record<string, unknown>;

/** A workspace of its own in a temporary folder, with the means to write scripts and flows into it and run them. */
export function useFlowWorkspace() {
  const test = useTestDatabase();
  const root = mkdtempSync(join(tmpdir(), "flows-"));
  const contexts: JobContext[] = [];
  symlinkSync(join(process.cwd(), "node_modules"), join(root, "node_modules"));
  afterAll(async () => {
    for (const context of contexts) {
      await context.close();
      await closeFlows(context);
    }
    rmSync(root, { recursive: true, force: true });
  });
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  return {
    root,
    test,
    /** A script `f/t/<name>` with this code. */
    script(name: string, code: string): string {
      write(`f/t/${name}.ts`, code);
      return `f/t/${name}`;
    },
    /** A flow `f/t/<name>` of these steps; `more` goes beside the modules. */
    flow(name: string, modules: Step[], more: Step = {}): string {
      write(`f/t/${name}.flow/flow.yaml`, stringify({ summary: name, value: { modules, ...more } }));
      return `f/t/${name}`;
    },
    open(): JobContext {
      const database = async () => test.resource;
      const context = openJobContext({
        database,
        root,
        values: localValues({ database, root, folder: join(root, "values") }),
        ...FLOWS,
        log: () => undefined,
        onOutput: () => undefined,
      });
      contexts.push(context);
      return context;
    },
  };
}

/** A step of inline code whose inputs are expressions by parameter. */
export function code(id: string, main: string, inputs: Record<string, string> = {}, more: Step = {}): Step {
  return {
    id,
    value: {
      type: "rawscript",
      language: "bun",
      content: main,
      input_transforms: Object.fromEntries(
        Object.entries(inputs).map(([name, expr]) => [name, { type: "javascript", expr }]),
      ),
    },
    ...more,
  };
}

/** A step that gives back what an expression yields. */
export function value(id: string, expr: string, more: Step = {}): Step {
  return code(id, "export async function main(x: any) { return x; }", { x: expr }, more);
}

/** A step that throws. */
export function failing(id: string, message = "no", more: Step = {}): Step {
  return code(id, `export async function main() { throw new Error(${JSON.stringify(message)}); }`, {}, more);
}
