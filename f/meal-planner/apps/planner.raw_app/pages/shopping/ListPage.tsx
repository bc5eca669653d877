import { Button } from "@mantine/core";
import React, { useCallback, useMemo, useState } from "react";
import { useFormat } from "../../format/format.ts";
import { useSettings } from "../../format/settings.tsx";
import { SHOPPING } from "../../texts/shopping.ts";
import { AddLine } from "./AddLine.tsx";
import type { Item, List } from "./edits.ts";
import { isAddition } from "./edits.ts";
import { ItemSheet } from "./ItemSheet.tsx";
import { ListActions } from "./ListActions.tsx";
import { ListLine } from "./ListLine.tsx";
import { Progress } from "./Progress.tsx";
import { useEdited, useTickQueue } from "./tick_queue.tsx";
import { useMoney } from "./use_money.ts";

/** A list by aisle, in the order of the shop. */
export function ListPage({ list: read }: { list: List }) {
  const format = useFormat();
  const { units } = useSettings();
  const { money } = useMoney();
  const target = useMemo(() => ({ list_id: read.list_id }), [read.list_id]);
  const list = useEdited(read, target);
  const { edit } = useTickQueue();
  const [hidden, setHidden] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const open = list.state === "open";
  const tick = useCallback(
    ({ item_id, name }: Pick<Item, "item_id" | "name">, ticked: boolean) =>
      edit({ target, item_id, name, version: read.version, fields: { ticked } }),
    [edit, target, read.version],
  );
  const shown = (items: Item[]) => (hidden ? items.filter((item) => !item.ticked) : items);
  const lines = (items: Item[]) => (
    <ul className="mp-lines">
      {shown(items).map((item) => (
        <ListLine
          key={item.item_id}
          item={item}
          units={units}
          onTick={open ? tick : undefined}
          onOpen={setOpened}
        />
      ))}
    </ul>
  );
  const title = list.name.replace(/\d{4}-\d\d-\d\d/g, format.dayAndMonth);
  const all = [...list.aisles.flatMap((aisle) => aisle.items), ...list.check];
  return (
    <article className="mp-list">
      <header className="mp-list-header">
        <div>
          <h1>{title}</h1>
          <Progress ticked={list.ticked} all={list.items} />
        </div>
        <ListActions list={list} />
      </header>
      {open ? <AddLine target={target} /> : <p className="mp-note">{SHOPPING.completed}</p>}
      {list.items === 0 && list.check.length === 0 && <p className="mp-muted">{SHOPPING.empty}</p>}
      <Waiting listId={list.list_id} />
      <div className="mp-aisles">
        {list.aisles
          .filter((aisle) => shown(aisle.items).length > 0)
          .map((aisle) => (
            <section key={aisle.aisle} className="mp-aisle" aria-label={aisle.title}>
              <h2>{aisle.title}</h2>
              {lines(aisle.items)}
            </section>
          ))}
        {shown(list.check).length > 0 && (
          <section className="mp-aisle mp-aisle-check" aria-label={SHOPPING.check}>
            <h2>{SHOPPING.check}</h2>
            {lines(list.check)}
          </section>
        )}
      </div>
      {list.ticked > 0 && (
        <Button className="mp-no-print" variant="subtle" onClick={() => setHidden(!hidden)}>
          {hidden ? SHOPPING.showTicked : SHOPPING.hideTicked}
        </Button>
      )}
      <FromPantry list={list} />
      {list.cost.priced > 0 && (
        <p className="mp-muted mp-from-pantry mp-no-print">
          {SHOPPING.cost(money(list.cost.estimate), format.number(list.cost.unpriced))}
        </p>
      )}
      <ItemSheet
        list={list}
        item={all.find((item) => item.item_id === opened)}
        onClose={() => setOpened(null)}
      />
    </article>
  );
}

/** Lines written here that the list hasn't got yet. */
function Waiting({ listId }: { listId: string }) {
  const { queued } = useTickQueue();
  const additions = queued.filter(isAddition).filter((addition) => addition.target.list_id === listId);
  if (additions.length === 0) return null;
  return (
    <ul className="mp-lines mp-lines-waiting">
      {additions.map(({ id, line }) => (
        <li key={id}>
          {line} <span className="mp-muted">{SHOPPING.waits}</span>
        </li>
      ))}
    </ul>
  );
}

function FromPantry({ list }: { list: List }) {
  if (list.from_pantry.length === 0) return null;
  return (
    <p className="mp-muted mp-from-pantry">
      {SHOPPING.fromPantry}: {list.from_pantry.map(({ name, amount }) => `${amount} ${name}`).join(", ")}
    </p>
  );
}
