import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import React, { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { type Api, useApi } from "../../api.ts";
import type { DeviceStore } from "../../data/device_store.ts";
import { randomId } from "../../data/random_id.ts";
import type { RunnableId } from "../../runnables/runnables.ts";
import { useNotice } from "../../shell/notices.tsx";
import {
  type Addition,
  type Batch,
  batchesOf,
  type Edit,
  isAddition,
  isEdit,
  type List,
  type ListTarget,
  type Queued,
  type SharedList,
  sameTarget,
  withEdits,
} from "./edits.ts";
import { type Outcome, sendAddition, sendBatch } from "./send_queued.ts";

const KEY = "queued";
const WRITTEN_KEY = "written_lines";
const MOST_WRITTEN = 200;
const TRY_AGAIN_MS = 10_000;

type TickQueue = {
  /** Those that the server hasn't confirmed, the first made first. */
  queued: readonly Queued[];
  waiting: number;
  /** Lines written on this device before, the last one first. */
  written: readonly string[];
  edit: (edit: Omit<Edit, "id" | "kind">) => void;
  addLine: (target: Addition["target"], line: string) => void;
};

const nothing = () => {};
const TickQueueContext = createContext<TickQueue>({
  queued: [],
  waiting: 0,
  written: [],
  edit: nothing,
  addLine: nothing,
});

/**
 * Edits of shopping lists: kept on this device before anything else, shown at once, sent as soon as somebody answers. One
 * leaves the queue only when the server has confirmed or refused it; a refusal is told.
 */
export function TickQueueProvider({ store, children }: { store: DeviceStore; children: React.ReactNode }) {
  const api = useApi();
  const client = useQueryClient();
  const notify = useNotice();
  const [queued, setQueued] = useState<readonly Queued[]>([]);
  const [written, setWritten] = useState<readonly string[]>([]);
  const sending = useRef(false);
  // What this device itself has brought a line to: its next edit of it contradicts nobody.
  const confirmed = useRef(new Map<string, number>());

  const send = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    try {
      for (;;) {
        const next = firstOf((await store.read<Queued[]>(KEY)) ?? []);
        if (!next) return;
        const outcome = await sendNext(api, next);
        if (outcome.kind === "unanswered") return;
        if (outcome.kind === "sent") {
          for (const item of outcome.items) confirmed.current.set(item, outcome.version);
          if (next.kind === "batch") showSent(client, next);
        }
        if (outcome.told) notify({ text: outcome.told, kind: "failed" });
        const done = outcome.kind === "refused" ? outcome.refused : partsOf(next);
        const fresh = client.invalidateQueries({ queryKey: [readBy(next.target)] });
        // A line that was added is on the list before it leaves the queue, so that it doesn't blink.
        if (next.kind === "addition") await fresh;
        setQueued(await store.update<Queued[]>(KEY, (kept = []) => without(kept, done)));
      }
    } finally {
      sending.current = false;
    }
  }, [api, client, store, notify]);

  useEffect(() => {
    void store.read<string[]>(WRITTEN_KEY).then((kept) => setWritten(kept ?? []));
    void store.read<Queued[]>(KEY).then((kept) => {
      setQueued(kept ?? []);
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

  const value = useMemo(() => {
    const add = (made: Queued) => {
      setQueued((kept) => [...kept, made]);
      void store.update<Queued[]>(KEY, (kept = []) => [...kept, made]).then(send);
    };
    return {
      queued,
      waiting: queued.length,
      edit: (made: Omit<Edit, "id" | "kind">) => {
        const version = Math.max(made.version, confirmed.current.get(made.item_id) ?? 0);
        add({ ...made, kind: "edit", version, id: randomId() });
      },
      written,
      addLine: (target: Addition["target"], line: string) => {
        add({ kind: "addition", id: randomId(), target, line });
        void store
          .update<string[]>(WRITTEN_KEY, (kept = []) =>
            [line, ...kept.filter((other) => other !== line)].slice(0, MOST_WRITTEN),
          )
          .then(setWritten);
      },
    };
  }, [queued, written, store, send]);
  return <TickQueueContext.Provider value={value}>{children}</TickQueueContext.Provider>;
}

export function useTickQueue(): TickQueue {
  return useContext(TickQueueContext);
}

/** A list as it will be with what this device still has to send. */
export function useEdited<Seen extends SharedList>(list: Seen, target: ListTarget): Seen {
  const { queued } = useTickQueue();
  return useMemo(
    () =>
      withEdits(
        list,
        queued.filter(isEdit).filter((edit) => sameTarget(edit.target, target)),
      ),
    [list, queued, target],
  );
}

type Next = Addition | ({ kind: "batch" } & Batch);

function firstOf(queued: readonly Queued[]): Next | undefined {
  const addition = queued.find(isAddition);
  if (addition) return addition;
  const [batch] = batchesOf(queued.filter(isEdit));
  return batch && { kind: "batch", ...batch };
}

function sendNext(api: Api, next: Next): Promise<Outcome> {
  return next.kind === "addition" ? sendAddition(api, next) : sendBatch(api, next);
}

function partsOf(next: Next): readonly Queued[] {
  return next.kind === "addition" ? [next] : next.edits;
}

function without(kept: readonly Queued[], done: readonly Queued[]): Queued[] {
  const ids = new Set(done.map(({ id }) => id));
  return kept.filter(({ id }) => !ids.has(id));
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
