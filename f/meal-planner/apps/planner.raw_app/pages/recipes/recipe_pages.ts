import { useInfiniteQuery } from "@tanstack/react-query";
import { type ApiError, useApi } from "../../api.ts";
import type { Answer, Args } from "../../runnables/runnables.ts";

export type RecipeSummary = Answer<"list_recipes">["recipes"][number];
export type Wanted = Omit<Args<"list_recipes">, "limit" | "cursor" | "household_id">;

const PAGE_SIZE = 48;

type Found = {
  recipes: RecipeSummary[];
  /** What was searched for, where it isn't what was typed. */
  searchedFor: string | null;
};

/** The recipes that fit, a page at a time. Those of the former search stay until the new ones are there. */
export function useRecipePages(wanted: Wanted) {
  const api = useApi();
  return useInfiniteQuery<Answer<"list_recipes">, ApiError, Found, unknown[], string | undefined>({
    queryKey: ["list_recipes", wanted],
    queryFn: ({ pageParam }) =>
      api.call("list_recipes", { ...wanted, limit: PAGE_SIZE, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    select: ({ pages }) => ({
      recipes: pages.flatMap(({ recipes }) => recipes),
      searchedFor: pages[0]?.searched_for ?? null,
    }),
    placeholderData: (previous) => previous,
  });
}
