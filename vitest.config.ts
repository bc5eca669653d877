import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      // Unit tests share no state, so they share a process: its imports are a third of their time.
      { test: { name: "unit", include: ["tests/unit/**/*.test.ts"], testTimeout: 30_000, isolate: false } },
      {
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/integration/postgres_for_tests.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
    maxWorkers: 2,
  },
});
