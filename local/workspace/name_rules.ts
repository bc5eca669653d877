const PART = /^[\w-]+$/;
const RUNTIME_SUFFIX = /(fetch|bun|deno)\.ts$/;
const ITEM = /\.(script\.yaml|schedule\.yaml|resource\.yaml|variable\.yaml|\w+_trigger\.yaml|ts)$/;
const ITEM_FOLDER = /^(.*?)(\.flow|\.app|\.raw_app|__flow|__app|__raw_app)\//;

/** What is wrong with the name of a file under f/: Windmill refuses it, ignores it, or takes it for something else. */
export function nameProblems(file: string): string[] {
  const folder = ITEM_FOLDER.exec(file)?.[1];
  if (folder) return partProblems(file, folder);
  if (file === "f/meal-planner/folder.meta.yaml") return [];
  if (file.endsWith(".flow.yaml")) {
    return [`${file}: wmill ignores a single flow file; make it the folder ….flow/flow.yaml`];
  }
  const item = ITEM.exec(file);
  if (!item) return [`${file}: is nothing that wmill deploys; it belongs elsewhere`];
  const runtime = RUNTIME_SUFFIX.exec(file)?.[1];
  if (runtime) return [`${file}: a name that ends in ${runtime}.ts changes the runtime`];
  return partProblems(file, file.slice(0, item.index));
}

function partProblems(file: string, path: string): string[] {
  const wrong = path.split("/").filter((part) => !PART.test(part));
  return wrong.map((part) => `${file}: "${part}" has other characters than letters, digits, _ and -`);
}
