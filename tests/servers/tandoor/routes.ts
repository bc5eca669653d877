import { type Answer, ApiError, type Asked, notFound } from "./answers.ts";
import { mealPlanList, mealTypeList, oneMealPlan, oneMealType } from "./plan_endpoints.ts";
import {
  type Breaking,
  isNamedKind,
  namedList,
  oneIngredient,
  oneNamed,
  oneRecipe,
  oneStep,
  recipeImage,
  recipeList,
} from "./recipe_endpoints.ts";
import { bulkEntries, entryList, listList, oneEntry, oneList, tickEntries } from "./shopping_endpoints.ts";
import type { Store, Token } from "./store.ts";

export type Settings = {
  /** How long every answer takes at least, in milliseconds. */
  latency_ms: number;
  /** As the server tells it; a build from source tells none. */
  version: string;
  /** Of the server's time zone, east of Greenwich. */
  timezone_offset_minutes: number;
  tokens: Token[];
};

/** What Tandoor answers to a call that got through. Writes need the scope and a role that may edit. */
export function answerCall(store: Store, asked: Asked, settings: Settings, breaking: Breaking): Answer {
  const writes = asked.method !== "GET";
  const { scope, group } = asked.token;
  const may = scope.split(" ").includes(writes ? "write" : "read");
  if (!may) throw new ApiError(403, { detail: "You do not have permission to perform this action." });
  if (writes && group === "guest") {
    const detail = "You do not have the required permissions to view this page!";
    throw new ApiError(403, { detail });
  }
  const [, kind = "", id, action] =
    /^\/api\/([a-z-]+)\/(?:(\d+|[a-z_]+)\/)?(?:([a-z_]+)\/)?$/.exec(asked.path) ?? [];
  const number = id && /^\d+$/.test(id) ? Number(id) : undefined;
  if (kind === "space" && id === "current") return { status: 200, body: space(asked.token) };
  if (kind === "access-token" && !id) return { status: 200, body: tokens(settings, asked.token) };
  if (kind === "shopping-list-entry" && id === "bulk") return tickEntries(store, asked);
  if (number === undefined) {
    if (id !== undefined) throw notFound("Not found.");
    return listOf(store, asked, settings, kind, breaking);
  }
  if (action === "image" && kind === "recipe") return recipeImage(store, asked, number);
  if (action === "bulk_create_entries" && kind === "shopping-list-recipe")
    return bulkEntries(store, asked, number);
  if (action !== undefined) throw notFound("Not found.");
  return oneOf(store, asked, settings, kind, number);
}

function listOf(store: Store, asked: Asked, settings: Settings, kind: string, breaking: Breaking): Answer {
  if (kind === "recipe") return recipeList(store, asked, breaking);
  if (kind === "meal-plan") return mealPlanList(store, asked, settings.timezone_offset_minutes);
  if (kind === "meal-type") return mealTypeList(store, asked);
  if (kind === "shopping-list-entry") return entryList(store, asked);
  if (kind === "shopping-list-recipe") return listList(store, asked);
  if (isNamedKind(kind)) return namedList(store, asked, kind);
  throw notFound("Not found.");
}

function oneOf(store: Store, asked: Asked, settings: Settings, kind: string, id: number): Answer {
  if (kind === "recipe") return oneRecipe(store, asked, id);
  if (kind === "step") return oneStep(store, asked, id);
  if (kind === "ingredient") return oneIngredient(store, asked, id);
  if (kind === "meal-plan") return oneMealPlan(store, asked, id, settings.timezone_offset_minutes);
  if (kind === "meal-type") return oneMealType(store, asked, id);
  if (kind === "shopping-list-entry") return oneEntry(store, asked, id);
  if (kind === "shopping-list-recipe") return oneList(store, asked, id);
  if (isNamedKind(kind)) return oneNamed(store, asked, kind, id);
  throw notFound("Not found.");
}

const space = (token: Token) => ({ id: token.space, name: `Space ${token.space}`, created_by: token.user });

/** A user's tokens, of which only the ends are shown. */
const tokens = (settings: Settings, own: Token) =>
  settings.tokens
    .filter((token) => token.user.id === own.user.id)
    .map((token, index) => ({
      id: index + 1,
      token: `tda_************_******_***********${token.token.slice(-4)}`,
      expires: token.expires,
      scope: token.scope,
      created: "2026-01-01T00:00:00Z",
      updated: "2026-01-01T00:00:00Z",
    }));
