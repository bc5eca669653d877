import { parseMinutes } from "../duration.ts";
import { MOST_MINUTES } from "../recipe.ts";
import type { KeptFields } from "./kept_fields.ts";

const LONGEST = { name: 200, description: 5_000, step: 5_000, tag: 60, cuisine: 60 };
const MOST_TAGS = 50;
const MOST_STEPS = 100;

/**
 * Fits another program's recipe into our limits where nothing that matters is lost: a tag that is a sentence is left
 * out, a step of pages is cut into several. What does matter (a title, ingredients) is left for the check to refuse.
 */
export function tolerantFields(fields: KeptFields): KeptFields {
  const tags = (fields.tags ?? []).filter((tag) => tag !== "" && tag.length <= LONGEST.tag);
  return {
    ...fields,
    name: fields.name.slice(0, LONGEST.name),
    description: fields.description?.slice(0, LONGEST.description),
    steps: joinedSteps((fields.steps ?? []).flatMap(pieces)),
    tags: [...new Set(tags)].slice(0, MOST_TAGS),
    prep_time: possibleMinutes(fields.prep_time),
    cook_time: possibleMinutes(fields.cook_time),
    cuisine: fields.cuisine && fields.cuisine.length <= LONGEST.cuisine ? fields.cuisine : undefined,
  };
}

/** A month in brine isn't a time that a day's plan can reckon with; the steps say it. */
function possibleMinutes(time: string | number | null | undefined): number | null {
  const minutes = parseMinutes(time);
  return minutes !== null && minutes <= MOST_MINUTES ? minutes : null;
}

function pieces(step: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < step.length; at += LONGEST.step) found.push(step.slice(at, at + LONGEST.step));
  return found;
}

/** More steps than fit are told in the last one. */
function joinedSteps(steps: readonly string[]): string[] {
  if (steps.length <= MOST_STEPS) return [...steps];
  const rest = steps.slice(MOST_STEPS - 1).join("\n");
  return [...steps.slice(0, MOST_STEPS - 1), rest.slice(0, LONGEST.step)];
}
