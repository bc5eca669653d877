import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import React, { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { type Api, ApiError, useApi } from "../../api.ts";
import type { DeviceStore } from "../../data/device_store.ts";
import type { RunnableId } from "../../runnables/runnables.ts";
import { useNotice } from "../../shell/notices.tsx";
import { SHOPPING } from "../../texts/shopping.ts";
import {
  type Batch,
  batchesOf,
  type Edit,
  type List,
  type ListTarget,
  type SharedList,
  sameTarget,
  withEdits,
} from "./edits.ts";

const KEY = "edits";
const TRY_AGAIN_MS = 10_000;

type TickQueue = {
  /** Those that the server hasn't confirmed, the first made first. */
  edits: readonly Edit[];
  waiting: number;
  add: (edit: Omit<Edit, "id">) => void;
};

const TickQueueContext = createContext<TickQueue>({ edits: [], waiting: 0, add: () => {} });

/**
 * Edits of shopping lists: kept on this device before anything else, shown at once, sent as soon as somebody answers. One
 * leaves the queue only when the server has confirmed or refused it; a refusal is told.
 */
export function TickQueueProvider({ store, children }: { store: DeviceStore; children: React.ReactNode }) {
  const api = useApi();
  const client = useQueryClient();
  const notify = useNotice();
  const [edits, setEdits] = useState<readonly Edit[]>([]);
  const sending = useRef(false);
  // What this device itself has brought a line to: its next edit of it contradicts nobody.
  const confirmed = useRef(new Map<string, number>());

  const drop = useCallback(
    async (done: readonly Edit[]) => {
      const ids = new Set(done.map((edit) => edit.id));
      setEdits(await store.update<Edit[]>(KEY, (kept = []) => kept.filter((edit) => !ids.has(edit.id))));
    },
    [store],
  );

  const send = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    try {
      for (;;) {
        const [batch] = batchesOf((await store.read<Edit[]>(KEY)) ?? []);
        if (!batch) return;
        const outcome = await sendBatch(api, batch);
        if (outcome.kind === "unanswered") return;
        if (outcome.kind === "sent") {
          for (const item of outcome.items) confirmed.current.set(item, outcome.version);
          showSent(client, batch);
        }
        if (outcome.told) notify({ text: outcome.told, kind: "failed" });
        await drop(outcome.kind === "sent" ? batch.edits : outcome.refused);
        void client.invalidateQueries({ queryKey: [readBy(batch.target)] });
      }
    } finally {
      sending.current = false;
    }
  }, [api, client, store, drop, notify]);

  useEffect(() => {
    void store.read<Edit[]>(KEY).then((kept) => {
      setEdits(kept ?? []);
      void send();
    });
    const now = () => void send();
    addEventListener("online", now);
    document.addEventListener("visibilitychange", now);
    const timer = setInterval(now, TRY_AGAIN_MS);
    return () => {
      removeEventListener("online", now);
      document.removeEventListener("visibilitychange", now);
      clearInterval(timer);
    };
  }, [store, send]);

  const add = useCallback(
    (made: Omit<Edit, "id">) => {
      const version = Math.max(made.version, confirmed.current.get(made.item_id) ?? 0);
      const edit = { ...made, version, id: crypto.randomUUID() };
      setEdits((kept) => [...kept, edit]);
      void store.update<Edit[]>(KEY, (kept = []) => [...kept, edit]).then(send);
    },
    [store, send],
  );

  const value = useMemo(() => ({ edits, waiting: edits.length, add }), [edits, add]);
  return <TickQueueContext.Provider value={value}>{children}</TickQueueContext.Provider>;
}

export function useTickQueue(): TickQueue {
  return useContext(TickQueueContext);
}

/** A list as it will be with what this device still has to send. */
export function useEdited<Seen extends SharedList>(list: Seen, target: ListTarget): Seen {
  const { edits } = useTickQueue();
  return useMemo(
    () =>
      withEdits(
        list,
        edits.filter((edit) => sameTarget(edit.target, target)),
      ),
    [list, edits, target],
  );
}

type Outcome =
  | { kind: "unanswered" }
  | { kind: "sent"; items: string[]; version: number; told: string | null }
  | { kind: "refused"; refused: readonly Edit[]; told: string };

async function sendBatch(api: Api, batch: Batch): Promise<Outcome> {
  const { target, version, items } = batch;
  try {
    const answer =
      "list_id" in target
        ? await api.call("update_items", { ...target, version, items })
        : await api.call("tick_shared_list", { ...target, version, items: items.map(tickOnly) });
    const lost = new Set(answer.conflicts.map((conflict) => conflict.item_id));
    const names = batch.edits.filter((edit) => lost.has(edit.item_id)).map((edit) => edit.name);
    return {
      kind: "sent",
      items: items.map((item) => item.item_id).filter((id) => !lost.has(id)),
      version: answer.version,
      told: names.length > 0 ? SHOPPING.somebodyElse([...new Set(names)]) : null,
    };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.retryable || error.code === "UNAUTHORIZED") return { kind: "unanswered" };
    const refused = refusedOf(batch, error);
    const names = [...new Set(refused.map((edit) => edit.name))];
    return { kind: "refused", refused, told: SHOPPING.refused(names, error.message) };
  }
}

const tickOnly = ({ item_id, ticked = false }: Batch["items"][number]) => ({ item_id, ticked });

/** The edits that an error names by their line; all, where it names none. The others are sent again without them. */
function refusedOf(batch: Batch, error: ApiError): readonly Edit[] {
  const paths = Array.isArray(error.details) ? (error.details as { path?: string }[]) : [];
  const lines = paths.flatMap(({ path }) => /^items\[(\d+)\]/.exec(path ?? "")?.[1] ?? []).map(Number);
  const ids = new Set(lines.map((line) => batch.items[line]?.item_id));
  const named = batch.edits.filter((edit) => ids.has(edit.item_id));
  return named.length > 0 ? named : batch.edits;
}

/** The runnable that reads a list of that kind. */
function readBy(target: ListTarget): RunnableId {
  return "list_id" in target ? "get_list" : "shared_list";
}

/** What is confirmed stays as it is shown, until the list is read anew. */
function showSent(client: QueryClient, { target, edits }: Batch): void {
  if ("list_id" in target) {
    client.setQueriesData<List>({ queryKey: ["get_list"] }, (list) =>
      list?.list_id === target.list_id ? withEdits(list, edits) : list,
    );
  } else {
    client.setQueryData<SharedList>(["shared_list", target], (list) => list && withEdits(list, edits));
  }
}
