import { PUBLISHING_TARGETS, type PublishingTarget } from "../households/publishing_settings.ts";
import type { SagaAnswer } from "../patterns/saga/saga_calls.ts";
import { type PlaceOutput, placeOutput } from "./publish_plan_saga.ts";

/** What became of a publication, without what was published. */
export type Publication = {
  saga_id: string;
  state: SagaAnswer["state"];
  /** Why it turned back, or what it is stuck at. */
  error?: SagaAnswer["error"];
  /** Where it has completed: what was written in each place, and what could not be published there. */
  places?: Partial<Record<PublishingTarget, PublishedPlace>>;
};

type Put = Extract<PlaceOutput, { counts: unknown }>;
export type PublishedPlace = Put["counts"] & { left_out?: string[] };

/** Pure. Places that the household hasn't chosen aren't named. */
export function describePublication({ saga_id, state, result, error }: SagaAnswer): Publication {
  const outputs = (result ?? {}) as Record<string, unknown>;
  const places = PUBLISHING_TARGETS.flatMap((target) => {
    const output = placeOutput.safeParse(outputs[target]).data;
    if (!output || "left_alone" in output) return [];
    const { counts, left_out = [] } = output;
    return [[target, left_out.length > 0 ? { ...counts, left_out } : counts]];
  });
  return {
    saga_id,
    state,
    ...(error ? { error } : {}),
    ...(state === "completed" ? { places: Object.fromEntries(places) } : {}),
  };
}
