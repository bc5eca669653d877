// npm run bench [-- NAME …]: every benchmark, or those named, one after the other: they'd disturb each other.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "./repository.ts";

const END = "_bench.ts";
const known = readdirSync(join(REPOSITORY, "bench"))
  .filter((file) => file.endsWith(END))
  .map((file) => file.slice(0, -END.length))
  .sort();
const wanted = process.argv.slice(2);
const strange = wanted.filter((name) => !known.includes(name));
if (strange.length > 0) {
  process.stderr.write(`There is no benchmark ${strange.join(", ")}. There are: ${known.join(", ")}.\n`);
  process.exit(1);
}
const failed = (wanted.length > 0 ? wanted : known).filter((name) => {
  process.stderr.write(`── ${name}\n`);
  const file = join("bench", `${name}${END}`);
  return spawnSync(process.execPath, [file], { cwd: REPOSITORY, stdio: "inherit" }).status !== 0;
});
if (failed.length > 0) process.stderr.write(`Failed: ${failed.join(", ")}.\n`);
process.exit(failed.length > 0 ? 1 : 0);
