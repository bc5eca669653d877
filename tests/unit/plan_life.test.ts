import { describe, expect, test } from "vitest";
import {
  decide,
  type PlanCommand,
  type PlanLife,
} from "../../f/meal-planner/handlers/meal_planning/plan_life.ts";

const lives: PlanLife[] = [
  { state: "draft" },
  { state: "generated" },
  { state: "approved", note: "fine" },
  { state: "active" },
  { state: "done" },
  { state: "cancelled", reason: "away" },
];
const commands: PlanCommand[] = [
  { kind: "edit" },
  { kind: "mark" },
  { kind: "unmark" },
  { kind: "approve", note: null },
  { kind: "activate" },
  { kind: "complete" },
  { kind: "cancel", reason: "away" },
];

const outcome = (life: PlanLife, command: PlanCommand) => {
  const decision = decide(life, command);
  return decision.kind === "allowed" ? decision.life.state : decision.kind;
};

describe("what a command does to a plan", () => {
  const table: Record<PlanLife["state"], Record<PlanCommand["kind"], string>> = {
    draft: row("draft", "refused", "draft", "approved", "active", "refused", "cancelled"),
    generated: row("generated", "refused", "generated", "approved", "active", "refused", "cancelled"),
    approved: row("approved", "refused", "approved", "nothing_to_do", "active", "refused", "cancelled"),
    active: row("active", "active", "active", "nothing_to_do", "nothing_to_do", "done", "cancelled"),
    done: row("refused", "done", "done", "refused", "refused", "nothing_to_do", "refused"),
    cancelled: row("refused", "refused", "refused", "refused", "refused", "refused", "nothing_to_do"),
  };
  test.each(lives)("in state $state", (life) => {
    const row = Object.fromEntries(commands.map((command) => [command.kind, outcome(life, command)]));
    expect(row).toEqual(table[life.state]);
  });
});

test("an edit or a mark leaves what the state carries", () => {
  const life: PlanLife = { state: "approved", note: "fine" };
  expect(decide(life, { kind: "edit" })).toEqual({ kind: "allowed", life });
});

test("every refusal says what to do instead", () => {
  const refusals = lives.flatMap((life) => commands.map((command) => decide(life, command)));
  for (const decision of refusals) {
    if (decision.kind === "refused") expect(decision.why).toMatch(/first\.|instead\.|generate a new one\.$/i);
  }
});

function row(
  edit: string,
  mark: string,
  unmark: string,
  approve: string,
  activate: string,
  complete: string,
  cancel: string,
) {
  return { edit, mark, unmark, approve, activate, complete, cancel };
}
