import {
  type QueryKey,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";
import { type ApiError, useApi } from "../api.ts";
import type { Answer, Args, RunnableId } from "../runnables/runnables.ts";

/** What a runnable's answer is kept by. */
export function answerKey<Id extends RunnableId>(id: Id, args: Args<Id>): QueryKey {
  return [id, args];
}

type AnswerOptions = {
  enabled?: boolean;
  /** Read again after this many milliseconds, as long as the page is looked at. */
  refetchInterval?: number | false;
  staleTime?: number;
  /** Keep showing the answer to the former arguments until the new one is there. */
  keepPrevious?: boolean;
};

/** A runnable's answer: kept, shown at once where it is known, and read anew. */
export function useAnswer<Id extends RunnableId>(
  id: Id,
  args: Args<Id>,
  { keepPrevious = false, ...options }: AnswerOptions = {},
): UseQueryResult<Answer<Id>, ApiError> {
  const api = useApi();
  return useQuery<Answer<Id>, ApiError>({
    queryKey: answerKey(id, args),
    queryFn: () => api.call(id, args),
    ...options,
    ...(keepPrevious ? { placeholderData: (previous: Answer<Id> | undefined) => previous as never } : {}),
  });
}

const READ_AHEAD_AFTER_MS = 2_000;

/** Reads an answer before anybody looks at it, so that it is kept on this device for when there is no network. */
export function useReadAhead<Id extends RunnableId>(id: Id, args: Args<Id>): void {
  const api = useApi();
  const client = useQueryClient();
  useEffect(() => {
    const read = () =>
      void client.prefetchQuery({ queryKey: answerKey(id, args), queryFn: () => api.call(id, args) });
    const timer = setTimeout(read, READ_AHEAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [api, client, id, args]);
}

type ChangeOptions<Id extends RunnableId> = {
  /** The answers that aren't true any more after it. */
  refreshes?: readonly RunnableId[];
  /** Shows the change before it is answered; what it gives back undoes that where the call fails. */
  show?: (args: Args<Id>) => (() => void) | undefined;
  onDone?: (answer: Answer<Id>, args: Args<Id>) => void;
  onFailed?: (error: ApiError, args: Args<Id>) => void;
};

/** A runnable that changes something. */
export function useChange<Id extends RunnableId>(
  id: Id,
  { refreshes = [], show, onDone, onFailed }: ChangeOptions<Id> = {},
): UseMutationResult<Answer<Id>, ApiError, Args<Id>, (() => void) | undefined> {
  const api = useApi();
  const client = useQueryClient();
  return useMutation<Answer<Id>, ApiError, Args<Id>, (() => void) | undefined>({
    mutationFn: (args) => api.call(id, args),
    onMutate: async (args) => {
      // An older answer on its way would put the former state back over what is shown now.
      await Promise.all(refreshes.map((stale) => client.cancelQueries({ queryKey: [stale] })));
      return show?.(args);
    },
    onSuccess: (answer, args) => onDone?.(answer, args),
    onError: (error, args, takeBack) => {
      takeBack?.();
      onFailed?.(error, args);
    },
    onSettled: () => Promise.all(refreshes.map((stale) => client.invalidateQueries({ queryKey: [stale] }))),
  });
}
