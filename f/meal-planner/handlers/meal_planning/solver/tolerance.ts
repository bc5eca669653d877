/** How near to the best possible a plan is to be before the search stops. */
export type Tolerance = {
  /** Share of the objective. */
  gapTarget: number;
  /** Points, for an objective near zero: there a share of it says nothing, 0.01 of 0.02 points is a gap of 50 %. */
  gapPoints: number;
};

/** Objectives up to this are near zero: a day that is 1 percent off one of its goals. */
export const NEAR_ZERO_POINTS = 1;

/** 0.02 points for a target of 0.5 %; nothing for a target of 0, which asks for the very best. */
export const POINTS_OF_TARGET = 4;

/** What may lie between an objective and its bound, in points, for the plan to be within the gap. */
export function toleratedPoints(objective: number, { gapTarget, gapPoints }: Tolerance): number {
  const share = gapTarget * Math.max(objective, 1e-9);
  return objective <= NEAR_ZERO_POINTS ? Math.max(share, gapPoints) : share;
}
