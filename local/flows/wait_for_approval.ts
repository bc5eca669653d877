import { setTimeout as sleep } from "node:timers/promises";
import type { FlowModule } from "./flow_definition.ts";
import { Interrupted, NO_RESUMES, once, type Resumes, type Scope } from "./flow_scope.ts";
import type { Decision } from "./flow_store.ts";

const DEFAULT_TIMEOUT_SECONDS = 30 * 60;
const POLL_MS = 300;

type Ended = { resumes: Resumes } | { error: { name: string; message: string } };

/**
 * Waits until a step's approvals are there: its `required_events` approvals, one refusal, or its time-out (30 min
 * unless given). A refusal or time-out is the flow's failure, or, with `continue_on_disapprove_timeout`, the last of
 * the resume messages.
 */
export async function awaitDecisions(
  module: FlowModule,
  scope: Scope,
  shown: unknown,
): Promise<Resumes | { error: { name: string; message: string } }> {
  const suspend = module.suspend;
  const requiredEvents = suspend?.required_events ?? 0;
  if (!suspend || requiredEvents === 0) return NO_RESUMES;
  const { store, runId } = scope.execution;
  const step = scope.place + module.id;
  const ended = await once<Ended>(scope, `${module.id}:decided`, async () => {
    await store.beginWait(runId, {
      step,
      requiredEvents,
      timeoutSeconds: suspend.timeout ?? DEFAULT_TIMEOUT_SECONDS,
      resumeForm: suspend.resume_form,
      shown,
    });
    const outcome = await poll(step, scope, requiredEvents, suspend.continue_on_disapprove_timeout ?? false);
    await store.endWait(runId, step);
    return outcome;
  });
  return "error" in ended ? ended : ended.resumes;
}

async function poll(step: string, scope: Scope, required: number, goesOnAnyway: boolean): Promise<Ended> {
  const { store, runId, signal, onEvent } = scope.execution;
  let told = false;
  for (;;) {
    const decisions = await store.decisions(runId, step);
    const wait = (await store.waits(runId)).find((candidate) => candidate.step === step);
    const refused = decisions.find((decision) => !decision.approved);
    if (!refused && decisions.length >= required) return { resumes: resumesOf(decisions) };
    if (refused || wait?.timed_out) return refusal(decisions, refused, goesOnAnyway);
    if (!told && wait) onEvent({ kind: "waiting", step, until: wait.until, shown: wait.shown });
    told = true;
    await sleep(POLL_MS, undefined, { signal }).catch(() => {
      throw new Interrupted(signal.reason === "cancelled" ? "cancelled" : "stopped");
    });
  }
}

function refusal(decisions: Decision[], refused: Decision | undefined, goesOnAnyway: boolean): Ended {
  const error = refused
    ? { name: "SuspendedDisapproved", message: `Disapproved by ${refused.approver}` }
    : { name: "SuspendedTimedOut", message: "Timed out waiting to be resumed" };
  if (!goesOnAnyway) return { error };
  const { messages, approvers } = resumesOf(decisions);
  return { resumes: { messages: [...messages, { error }], approvers } };
}

function resumesOf(decisions: Decision[]): Resumes {
  return {
    messages: decisions.map((decision) => decision.payload),
    approvers: decisions.map((decision) => decision.approver),
  };
}
