/** draft → generated → approved → active → done, or cancelled on the way; each with what only it has. */
export type PlanLife =
  | { state: "draft" }
  | { state: "generated" }
  | { state: "approved"; note: string | null }
  | { state: "active" }
  | { state: "done" }
  | { state: "cancelled"; reason: string };

export type PlanState = PlanLife["state"];

export type PlanCommand =
  /** Meals are added, swapped, removed, locked or planned again. */
  | { kind: "edit" }
  /** A meal was eaten or skipped. */
  | { kind: "mark" }
  /** A mark is taken off again. */
  | { kind: "unmark" }
  | { kind: "approve"; note: string | null }
  | { kind: "activate" }
  | { kind: "complete" }
  | { kind: "cancel"; reason: string };

export type Decision =
  | { kind: "allowed"; life: PlanLife }
  /** It is so already. */
  | { kind: "nothing_to_do" }
  | { kind: "refused"; why: string };

/**
 * What a command does to a plan in a state. An edit or a mark leaves the state as it is: who changes an approved plan by
 * hand has seen it.
 */
export function decide(life: PlanLife, command: PlanCommand): Decision {
  switch (life.state) {
    case "draft":
    case "generated":
      return decideBefore(life, command);
    case "approved":
      return command.kind === "approve" ? { kind: "nothing_to_do" } : decideBefore(life, command);
    case "active":
      return decideActive(life, command);
    case "done":
      return decideDone(life, command);
    case "cancelled":
      if (command.kind === "cancel") return { kind: "nothing_to_do" };
      return refuse("This plan is cancelled. Copy it with copy_plan, or generate a new one.");
  }
}

function decideBefore(life: PlanLife, command: PlanCommand): Decision {
  switch (command.kind) {
    case "edit":
    case "unmark":
      return { kind: "allowed", life };
    case "mark":
      return refuse(
        "Nobody follows this plan yet, so no meal of it was eaten or skipped. Activate it first.",
      );
    case "approve":
      return { kind: "allowed", life: { state: "approved", note: command.note } };
    case "activate":
      return { kind: "allowed", life: { state: "active" } };
    case "complete":
      return refuse("Nobody follows this plan, so it can't be done. Cancel it instead.");
    case "cancel":
      return { kind: "allowed", life: { state: "cancelled", reason: command.reason } };
  }
}

function decideActive(life: PlanLife, command: PlanCommand): Decision {
  switch (command.kind) {
    case "edit":
    case "mark":
    case "unmark":
      return { kind: "allowed", life };
    case "approve":
    case "activate":
      return { kind: "nothing_to_do" };
    case "complete":
      return { kind: "allowed", life: { state: "done" } };
    case "cancel":
      return { kind: "allowed", life: { state: "cancelled", reason: command.reason } };
  }
}

function decideDone(life: PlanLife, command: PlanCommand): Decision {
  switch (command.kind) {
    case "mark":
    case "unmark":
      return { kind: "allowed", life };
    case "complete":
      return { kind: "nothing_to_do" };
    case "edit":
    case "approve":
    case "activate":
    case "cancel":
      return refuse("This plan is done. Copy it with copy_plan, or generate a new one.");
  }
}

function refuse(why: string): Decision {
  return { kind: "refused", why };
}
