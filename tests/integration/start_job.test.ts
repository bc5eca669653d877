import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { jobIdOf, startWindmillJob } from "../../f/meal-planner/patterns/dlq/start_job.ts";

/** Answers as Windmill's API does: an id can be used once. */
async function windmill(jobs: Map<string, unknown>, losesAnswers: boolean) {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      const id = url.searchParams.get("job_id") ?? url.pathname.split("/").at(-1) ?? "";
      if (url.pathname.includes("/jobs/run/")) {
        const isNew = !jobs.has(id);
        if (isNew && !url.pathname.includes("missing"))
          jobs.set(id, { path: url.pathname, input: JSON.parse(body) });
        response.writeHead(isNew && !losesAnswers && !url.pathname.includes("missing") ? 201 : 400).end(id);
      } else {
        response
          .writeHead(jobs.has(id) ? 200 : 404, { "content-type": "application/json" })
          .end('{"completed": false}');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.BASE_INTERNAL_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.WM_TOKEN = "token";
  process.env.WM_WORKSPACE = "test";
  return server;
}

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

test("a job is started once under its id, also where Windmill's first answer was lost", async () => {
  const jobs = new Map<string, unknown>();
  const id = jobIdOf({ id: "0192f5a0-0000-7000-8000-000000000009", redrive_count: 1 });
  const server = await windmill(jobs, true);
  await startWindmillJob({ path: "f/x/script", kind: "script", input: { week: 7 } }, id);
  await startWindmillJob({ path: "f/x/script", kind: "script", input: { week: 7 } }, id);
  expect([...jobs]).toEqual([[id, { path: "/api/w/test/jobs/run/p/f/x/script", input: { week: 7 } }]]);
  await expect(
    startWindmillJob({ path: "f/missing", kind: "flow", input: {} }, jobIdOf({ id, redrive_count: 2 })),
  ).rejects.toMatchObject({
    code: "UPSTREAM_UNAVAILABLE",
  });
  server.close();
});
