// npm run check:workspace: everything about the workspace that can be known without a Windmill.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { listFlows } from "../flows/load_flow.ts";
import { scriptSignature } from "../jobs/script_signature.ts";
import { REPOSITORY } from "../repository.ts";
import { bundleProblems, closureProblems } from "./bundle_rules.ts";
import { agreementProblems, doorProblems } from "./door_rules.ts";
import { flowProblems } from "./flow_rules.ts";
import { backendProblems, resourceProblems, scheduleProblems, variableProblems } from "./item_rules.ts";
import { importProblems } from "./layers.ts";
import { metadataProblems } from "./metadata.ts";
import { nameProblems } from "./name_rules.ts";
import { templateProblems } from "./template_rules.ts";
import { scriptFiles, workspaceFiles } from "./workspace_files.ts";

/** Every problem found in the workspace at `root`, each with the file that it is in. */
export async function workspaceProblems(root: string = REPOSITORY): Promise<string[]> {
  const files = workspaceFiles(root);
  const scripts = scriptFiles(root);
  const code = (await Promise.all(scripts.map((file) => codeProblems(file, root)))).flat();
  const doors = scripts.filter((file) => basename(file) === "script.ts");
  return [
    ...files.flatMap(nameProblems),
    ...code,
    // An import of what isn't there is told of above.
    ...(code.length === 0 ? closureProblems(doors, root) : []),
    ...listFlows(root).flatMap((path) => flowProblems(path, root)),
    ...files
      .filter((file) => file.endsWith(".schedule.yaml"))
      .flatMap((file) => scheduleProblems(file, root)),
    ...files
      .filter((file) => file.endsWith(".resource.yaml"))
      .flatMap((file) => resourceProblems(file, root)),
    ...files
      .filter((file) => file.endsWith(".variable.yaml"))
      .flatMap((file) => variableProblems(file, root)),
    ...files
      .filter((file) => /\.raw_app\/backend\/[^/]+\.yaml$/.test(file))
      .flatMap((file) => backendProblems(file, root)),
    ...templateProblems(root),
    ...(await metadataProblems(root)),
  ];
}

async function codeProblems(file: string, root: string): Promise<string[]> {
  const code = readFileSync(join(root, file), "utf8");
  const problems = [
    ...importProblems(file, code, (target) => existsSync(join(root, target))),
    ...(await bundleProblems(file, code)),
  ];
  const signature = scriptSignature(code);
  if (signature.kind === "invalid") return [...problems, `${file}: ${signature.reason}`];
  if (basename(file) === "script.ts") {
    const absolute = join(root, file);
    return [...problems, ...doorProblems(file, code), ...(await agreementProblems(absolute, file, code))];
  }
  const runnable = signature.kind === "script" && dirname(file) !== "f";
  return runnable
    ? [...problems, `${file}: has a main, so it is a script; put it in <action>/script.ts`]
    : problems;
}

/** What `wmill lint` says; it needs no server. */
export function lintProblems(root: string = REPOSITORY): string[] {
  const wmill = join(root, "node_modules", "windmill-cli", "esm", "main.js");
  const done = spawnSync(process.execPath, [wmill, "lint", "--locks-required", "--fail-on-warn"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return done.status === 0 ? [] : [`wmill lint: ${done.stdout}${done.stderr}`];
}

if (process.argv[1] === import.meta.filename) {
  const problems = [...(await workspaceProblems()), ...lintProblems()];
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.stderr.write(problems.length > 0 ? `${problems.length} problems\n` : "The workspace is sound.\n");
  process.exit(problems.length > 0 ? 1 : 0);
}
