import { defineConfig } from "vitest/config";

const integration = {
  globalSetup: ["tests/integration/postgres_for_tests.ts"],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

// Windmill's client reads its environment once, when it is first loaded: these set it up for themselves.
const WINDMILLS_CLIENT = [
  "fatsecret_client",
  "fatsecret_connect",
  "publish_by_events",
  "publish_saved_meals",
  "usda_key",
  "wake_dispatcher",
].map((name) => `tests/integration/${name}.test.ts`);

export default defineConfig({
  test: {
    projects: [
      // Files share a process, as they share no state: their imports are a third of their time.
      { test: { name: "unit", include: ["tests/unit/**/*.test.ts"], testTimeout: 30_000, isolate: false } },
      {
        test: {
          ...integration,
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude: WINDMILLS_CLIENT,
          isolate: false,
        },
      },
      { test: { ...integration, name: "integration alone", include: WINDMILLS_CLIENT } },
    ],
    // One more than the cores that it must do with: tests of retries and leases mostly wait.
    maxWorkers: 3,
  },
});
