import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/browser/**/*.test.ts"],
    globalSetup: ["tests/browser/world_for_tests.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Files share nothing but modules, and loading those again for each would take as long as half of the tests.
    isolate: false,
    // A browser, a server and Postgres keep two cores busy as it is.
    maxWorkers: 1,
  },
});
