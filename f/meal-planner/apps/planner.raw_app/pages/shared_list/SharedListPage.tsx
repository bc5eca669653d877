import React, { useCallback, useMemo } from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { useSettings } from "../../format/settings.tsx";
import { EmptyState } from "../../states/EmptyState.tsx";
import { ErrorState } from "../../states/ErrorState.tsx";
import { LoadingState } from "../../states/LoadingState.tsx";
import { SHOPPING } from "../../texts/shopping.ts";
import type { SharedList } from "../shopping/edits.ts";
import { ListLine } from "../shopping/ListLine.tsx";
import { Progress } from "../shopping/Progress.tsx";
import { useEdited, useTickQueue } from "../shopping/tick_queue.tsx";
import "../shopping/shopping.css";

/** A list that somebody was sent: it can be read and ticked, and nothing else. */
export function SharedListPage({ token }: { token: string }) {
  const list = useAnswer("shared_list", { share_token: token }, { refetchInterval: 20_000 });
  return (
    <main className="mp-main mp-main-guest" id="content">
      {list.error?.code === "NOT_FOUND" ? (
        <EmptyState whole title={SHOPPING.title}>
          {SHOPPING.guestGone}
        </EmptyState>
      ) : list.data ? (
        <GuestList token={token} list={list.data} />
      ) : list.error ? (
        <ErrorState whole error={list.error} retry={() => void list.refetch()} />
      ) : (
        <LoadingState lines={10} />
      )}
    </main>
  );
}

function GuestList({ token, list: read }: { token: string; list: SharedList }) {
  const format = useFormat();
  const { units } = useSettings();
  const { edit } = useTickQueue();
  const target = useMemo(() => ({ share_token: token }), [token]);
  const list = useEdited(read, target);
  const tick = useCallback(
    ({ item_id, name }: { item_id: string; name: string }, ticked: boolean) =>
      edit({ target, item_id, name, version: read.version, fields: { ticked } }),
    [edit, target, read.version],
  );
  const sections = [
    ...list.aisles,
    ...(list.check.length > 0 ? [{ aisle: "check", title: SHOPPING.check, items: list.check }] : []),
  ];
  const open = list.state === "open";
  return (
    <article className="mp-list">
      <header className="mp-list-header">
        <div>
          <h1>{list.name.replace(/\d{4}-\d\d-\d\d/g, format.dayAndMonth)}</h1>
          <p className="mp-muted">{open ? SHOPPING.guest : SHOPPING.completed}</p>
          <Progress ticked={list.ticked} all={list.items} />
        </div>
      </header>
      <div className="mp-aisles">
        {sections.map(({ aisle, title, items }) => (
          <section key={aisle} className="mp-aisle" aria-label={title}>
            <h2>{title}</h2>
            <ul className="mp-lines">
              {items.map((item) => (
                <ListLine key={item.item_id} item={item} units={units} onTick={open ? tick : undefined} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </article>
  );
}
