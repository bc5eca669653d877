import { expect, test } from "vitest";
import { runCorrelation } from "../../f/meal-planner/events/producers/run_correlation.ts";

const [outer, inner, job] = [
  "0199d0c6-0000-4000-8000-000000000001",
  "0199d0c6-0000-4000-8000-000000000002",
  "0199d0c6-0000-4000-8000-000000000003",
];

test.each([
  ["outside of Windmill", {}, undefined],
  [
    "of a script by itself",
    { WM_JOB_ID: job, WM_ROOT_JOB_ID: job, WM_ROOT_FLOW_JOB_ID: job, WM_FLOW_JOB_ID: "" },
    undefined,
  ],
  ["of a flow's step", { WM_JOB_ID: job, WM_ROOT_FLOW_JOB_ID: outer, WM_FLOW_JOB_ID: outer }, outer],
  ["of a step in a loop", { WM_JOB_ID: job, WM_ROOT_FLOW_JOB_ID: outer, WM_FLOW_JOB_ID: inner }, outer],
  ["of a flow within a flow", { WM_JOB_ID: job, WM_ROOT_JOB_ID: outer, WM_ROOT_FLOW_JOB_ID: inner }, outer],
  ["of a script that a step started", { WM_JOB_ID: job, WM_ROOT_JOB_ID: outer, WM_FLOW_JOB_ID: "" }, outer],
  ["of what is no id", { WM_JOB_ID: job, WM_ROOT_JOB_ID: "root" }, undefined],
])("the chain %s", (_, environment, expected) => {
  expect(runCorrelation(environment)).toBe(expected);
});
