import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useApi } from "../../api.ts";
import { useAnswer } from "../../data/use_answer.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { useNotice } from "../../shell/notices.tsx";

export type Planning = Answer<"planning_progress">["running"][number];

export type FollowedPlanning = {
  /** The planning of the week, by whoever it was begun; null where none runs (yet). */
  planning: Planning | null;
  /** What was asked of it here, and is sent as soon as there is something to send it to. */
  stopping: Planning["stopping"];
  stop: (how: "take" | "cancel") => void;
};

const ASK_EVERY_MS = 700;
const REFRESHED = ["get_plan", "list_plans", "get_list"] as const;

/**
 * Follows the planning of a week, here or on another device; `begun` says that this page has just begun one. Where one
 * ends, the week is read anew.
 */
export function useFollowedPlanning(startDate: string | undefined, begun: boolean): FollowedPlanning {
  const api = useApi();
  const client = useQueryClient();
  const notify = useNotice();
  const [wanted, setWanted] = useState<"take" | "cancel" | null>(null);
  const [seen, setSeen] = useState(false);
  const answer = useAnswer("planning_progress", startDate ? { start_date: startDate } : {}, {
    refetchInterval: begun || seen ? ASK_EVERY_MS : false,
    staleTime: 0,
  });
  const planning = answer.data?.running[0] ?? null;
  const runId = planning?.run_id;

  useEffect(() => {
    setSeen(runId !== undefined);
    if (runId === undefined) return;
    return () => {
      for (const stale of REFRESHED) void client.invalidateQueries({ queryKey: [stale] });
    };
  }, [client, runId]);

  useEffect(() => {
    if (!begun && runId === undefined) setWanted(null);
  }, [begun, runId]);

  const sent = useRef("");
  useEffect(() => {
    if (!wanted || !runId || sent.current === `${runId} ${wanted}`) return;
    sent.current = `${runId} ${wanted}`;
    api.call("stop_planning", { run_id: runId, keep: wanted === "take" }).catch((error: Error) => {
      sent.current = "";
      setWanted(null);
      notify({ text: error.message, kind: "failed" });
    });
  }, [api, notify, wanted, runId]);

  const stop = useCallback((how: "take" | "cancel") => setWanted(how), []);
  return { planning, stopping: planning?.stopping ?? wanted, stop };
}
