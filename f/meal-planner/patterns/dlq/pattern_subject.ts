/** What an event pattern is tried on: the event, or a job's input as if it were an event's detail. */
export function patternSubject(
  kind: "event" | "job",
  payload: Record<string, unknown>,
): Record<string, unknown> {
  return kind === "event" ? payload : { detail: payload.input };
}
