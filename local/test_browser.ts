// npm run test:browser [-- vitest's options]: the page in a real browser
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { findChromium, HOW_TO_GET_CHROMIUM } from "./chromium.ts";
import { REPOSITORY } from "./repository.ts";

if (!findChromium()) {
  process.stderr.write(`${HOW_TO_GET_CHROMIUM}\n`);
  process.exit(1);
}
const vitest = join(REPOSITORY, "node_modules", "vitest", "vitest.mjs");
const config = join("tests", "browser", "vitest.config.ts");
const { status } = spawnSync("node", [vitest, "run", "--config", config, ...process.argv.slice(2)], {
  cwd: REPOSITORY,
  stdio: "inherit",
});
process.exit(status ?? 1);
