import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../database/connection.ts";
import { ANY_LIMITED, ANYTHING_DUE } from "./claim_sql.ts";
import { DeliveryCounts } from "./delivery_counts.ts";
import {
  type DispatchOptions,
  deliverInlineRound,
  deliverLimitedRound,
  deliverRemoteRound,
  type Round,
} from "./dispatch.ts";
import { NOTHING, type Tally } from "./tally.ts";

export type DispatcherOptions = DispatchOptions & {
  /** Ends the dispatcher: it finishes the batch that it is in and takes no more. */
  signal: AbortSignal;
  /** Told after each batch that had something in it. */
  onDelivered?: (tally: Tally) => void;
  /** Told of a batch that couldn't be had, such as while Postgres restarts; it goes on afterwards. */
  onError?: (error: unknown) => void;
  /** The longest wait between two looks while nothing happens, in milliseconds. Default 250. */
  pollMs?: number;
};

// A look costs a fraction of a millisecond. Events come in bursts: while one is recent the looks are close together,
// and the waits double once nothing has come for a while.
const CLOSE_LOOK_MS = 2;
const STAYS_CLOSE_MS = 1000;
const AFTER_ERROR_MS = 500;

/**
 * Delivers until told to stop. It polls, closely while events come and seldom while none do, so that no emitter
 * pays for waking it. Survives restarts of Postgres.
 */
export async function runDispatcher(database: Database, options: DispatcherOptions): Promise<void> {
  const counts = new DeliveryCounts(database);
  const due = (inline: boolean) => () => database.query<Due>(ANYTHING_DUE, [inline], "anything_due");
  const anyLimited = () => database.query<Due>(ANY_LIMITED, [], "any_limited");
  const inline: Lane = { due: due(true), round: deliverInlineRound, counts };
  const lanes: Lane[] = [
    ...Array.from({ length: options.concurrency ?? 1 }, () => inline),
    { due: anyLimited, round: deliverLimitedRound, counts },
    { due: due(false), round: deliverRemoteRound, counts },
  ];
  await Promise.all(lanes.map((lane) => runLane(database, options, lane)));
  await counts.flush().catch((error: unknown) => options.onError?.(error));
}

type Due = { due: boolean };

/** `due` asks cheaply whether a round may find anything. */
type Lane = { due: () => Promise<{ rows: Due[] }>; round: Round; counts: DeliveryCounts };

async function runLane(database: Database, options: DispatcherOptions, lane: Lane): Promise<void> {
  const longest = options.pollMs ?? 250;
  let wait = CLOSE_LOOK_MS;
  let lastFound = performance.now();
  while (!options.signal.aborted) {
    const tally = await look(database, options, lane).catch((error: unknown) => {
      options.onError?.(error);
      return undefined;
    });
    if (tally && tally.claimed > 0) {
      lastFound = performance.now();
      wait = CLOSE_LOOK_MS;
      options.onDelivered?.(tally);
      continue;
    }
    if (!tally) wait = AFTER_ERROR_MS;
    else if (performance.now() - lastFound > STAYS_CLOSE_MS) wait = Math.min(longest, wait * 2);
    else wait = Math.min(longest, CLOSE_LOOK_MS);
    await sleep(wait, undefined, { signal: options.signal }).catch(() => undefined);
  }
}

async function look(database: Database, options: DispatcherOptions, lane: Lane): Promise<Tally> {
  const { rows } = await lane.due();
  if (!rows[0]!.due) {
    await lane.counts.add([]);
    return NOTHING;
  }
  const found = await lane.round(database, options);
  await lane.counts.add(found.counts);
  return found;
}
