import { useInfiniteQuery } from "@tanstack/react-query";
import { type ApiError, useApi } from "../../api.ts";
import type { Answer, Args } from "../../runnables/runnables.ts";

export type RecipeSummary = Answer<"list_recipes">["recipes"][number];
export type Wanted = Omit<Args<"list_recipes">, "limit" | "cursor" | "household_id">;

const PAGE_SIZE = 48;

/** The recipes that fit, a page at a time. Those of the former search stay until the new ones are there. */
export function useRecipePages(wanted: Wanted) {
  const api = useApi();
  return useInfiniteQuery<Answer<"list_recipes">, ApiError, RecipeSummary[], unknown[], string | undefined>({
    queryKey: ["list_recipes", wanted],
    queryFn: ({ pageParam }) =>
      api.call("list_recipes", { ...wanted, limit: PAGE_SIZE, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ recipes }) => recipes),
    placeholderData: (previous) => previous,
  });
}
