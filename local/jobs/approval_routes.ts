import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { InvalidInput, NotFound, Unauthorized } from "../../f/meal-planner/database/errors.ts";
import { parseInput } from "../../f/meal-planner/database/parse_input.ts";
import { approvalPage } from "./approval_page.ts";
import type { ApiAnswer, ApiCall, ApiRoute } from "./job_api.ts";

const Payload = z.record(z.string(), z.unknown()).default({});

/** The step that a link is for; carried in the link itself, because the link outlives the job that made it. */
type Step = { run: string; step: string };

/** `getResumeUrls` from within a flow's step: links that approve or refuse that step, as long as this process lives. */
async function resumeUrls(call: ApiCall): Promise<ApiAnswer> {
  const [jobId = "", resumeId = ""] = call.params;
  const flow = call.jobs.get(jobId)?.request.flow;
  if (!flow) throw new NotFound("flow step with the job", jobId, "Only a step of a flow can be resumed.");
  const approver = call.query.get("approver");
  const step = { run: flow.jobId, step: flow.place };
  const suffix = `${Buffer.from(JSON.stringify(step)).toString("base64url")}/${resumeId}/${sign(call, step, resumeId)}`;
  const query = approver ? `?approver=${encodeURIComponent(approver)}` : "";
  const base = `${call.address.url}/api/w/local/jobs_u`;
  return {
    json: {
      approvalPage: `${base}/approval/${suffix}${query}`,
      resume: `${base}/resume/${suffix}${query}`,
      cancel: `${base}/cancel/${suffix}${query}`,
    },
  };
}

/** A page to look at first: who only opens the link, or a chat that shows what is behind it, decides nothing. */
async function askOnPage(call: ApiCall): Promise<ApiAnswer> {
  const step = stepOf(call);
  const question = await call.shownByFlow?.(step.run, step.step);
  const approver = call.query.get("approver");
  const query = approver ? `?approver=${encodeURIComponent(approver)}` : "";
  const link = (what: string) =>
    `${call.address.url}/api/w/local/jobs_u/${what}/${call.params.join("/")}${query}`;
  return { html: approvalPage(question, { approve: link("resume"), refuse: link("cancel") }) };
}

function stepOf(call: ApiCall): Step {
  const [token = "", resumeId = "", signature = ""] = call.params;
  const step = readStep(token);
  const given = Buffer.from(signature);
  const wanted = Buffer.from(sign(call, step, resumeId));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw new Unauthorized("This link is not one of this runner's; it may be from before its last start.");
  }
  return step;
}

async function follow(call: ApiCall, approved: boolean): Promise<ApiAnswer> {
  const step = stepOf(call);
  if (!call.decideFlow)
    throw new NotFound("flow runner", "in this process", "Use: npm run flow -- approve RUN");
  const approver = call.query.get("approver") ?? "anonymous";
  const payload = parseInput(Payload, call.body ?? undefined);
  await call.decideFlow(step.run, { approved, approver, payload }, step.step);
  return { text: approved ? "approved" : "refused" };
}

function readStep(token: string): Step {
  try {
    return z
      .object({ run: z.string(), step: z.string() })
      .parse(JSON.parse(Buffer.from(token, "base64url").toString("utf8")));
  } catch {
    throw new InvalidInput([{ path: "link", message: "is cut short or changed; copy it whole" }]);
  }
}

function sign(call: ApiCall, step: Step, resumeId: string): string {
  return createHmac("sha256", call.address.token)
    .update(JSON.stringify([step.run, step.step, resumeId]))
    .digest("hex");
}

/** Windmill's routes for approvals. Those that follow a link need no token: the signature is in the link. */
export const APPROVAL_ROUTES: readonly ApiRoute[] = [
  { method: "GET", pattern: /^jobs\/resume_urls\/([^/]+)\/(\d+)$/, answer: resumeUrls },
  { method: "GET", open: true, pattern: /^jobs_u\/approval\/([^/]+)\/(\d+)\/([^/]+)$/, answer: askOnPage },
  ...(["GET", "POST"] as const).flatMap((method): ApiRoute[] => [
    {
      method,
      open: true,
      pattern: /^jobs_u\/resume\/([^/]+)\/(\d+)\/([^/]+)$/,
      answer: (call) => follow(call, true),
    },
    {
      method,
      open: true,
      pattern: /^jobs_u\/cancel\/([^/]+)\/(\d+)\/([^/]+)$/,
      answer: (call) => follow(call, false),
    },
  ]),
];
