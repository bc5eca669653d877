import { Button, NativeSelect, TextInput } from "@mantine/core";
import React, { useEffect, useState } from "react";
import { useFormat } from "../../format/format.ts";
import { useNotice } from "../../shell/notices.tsx";
import { Sheet } from "../../shell/Sheet.tsx";
import { AISLE_NAMES, LINE } from "../../texts/shopping.ts";
import { slotName } from "../../texts/week.ts";
import type { Fields, Item, List } from "./edits.ts";
import { useTickQueue } from "./tick_queue.tsx";
import { useMoney } from "./use_money.ts";

/** Why a line is on the list, and everything but ticking it. */
export function ItemSheet({
  list,
  item,
  onClose,
}: {
  list: List;
  item: Item | undefined;
  onClose: () => void;
}) {
  // What it shows stays while it slides out.
  const [last, setLast] = useState(item);
  useEffect(() => {
    if (item) setLast(item);
  }, [item]);
  if (!last) return null;
  return (
    <Sheet title={last.display} opened={item !== undefined} onClose={onClose}>
      <WhyHere item={last} />
      {list.state === "open" && <EditItem key={last.item_id} list={list} item={last} onClose={onClose} />}
    </Sheet>
  );
}

function WhyHere({ item }: { item: Item }) {
  const format = useFormat();
  return (
    <>
      {item.need !== "" && (
        <p className="mp-sheet-about">
          {LINE.needed} <strong>{item.need}</strong>. {LINE.rounded}
        </p>
      )}
      {item.change && <p className="mp-sheet-about">{LINE.changed(item.change.text)}</p>}
      {item.sources.length > 0 ? (
        <ul className="mp-sources">
          {item.sources.map((source) => (
            <li key={`${source.date} ${source.position} ${source.original}`}>
              <span>
                {source.recipe}
                <span className="mp-muted">
                  {" "}
                  {format.shortWeekday(source.date)}, {slotName(source.slot).toLowerCase()}
                </span>
              </span>
              <span className="mp-source-amount">{source.amount}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mp-sheet-about mp-muted">
          {item.origin === "recurring" ? LINE.recurring : LINE.byHand}
        </p>
      )}
    </>
  );
}

function EditItem({ list, item, onClose }: { list: List; item: Item; onClose: () => void }) {
  const { edit } = useTickQueue();
  const notify = useNotice();
  const { currency } = useMoney();
  const [note, setNote] = useState(item.note ?? "");
  const [substitute, setSubstitute] = useState(item.substitute ?? "");
  const [amount, setAmount] = useState(textOf(item.amount));
  const [price, setPrice] = useState(textOf(item.price));
  const here =
    list.aisles.find(({ items }) => items.some(({ item_id }) => item_id === item.item_id))?.aisle ?? "";
  const [aisle, setAisle] = useState(here);
  const send = (fields: Fields, text: string) => {
    const { item_id, name } = item;
    if (Object.keys(fields).length > 0) {
      edit({ target: { list_id: list.list_id }, item_id, name, version: list.version, fields });
      notify({ text });
    }
    onClose();
  };
  const save = (event: React.FormEvent) => {
    event.preventDefault();
    send(
      {
        ...(note !== (item.note ?? "") ? { note: note.trim() || null } : {}),
        ...(substitute !== (item.substitute ?? "") ? { substitute: substitute.trim() || null } : {}),
        ...(amount !== textOf(item.amount) ? { amount: numberOrNull(amount) } : {}),
        ...(price !== textOf(item.price) ? { price: numberOrNull(price) } : {}),
        ...(aisle !== here ? { aisle: aisle as Fields["aisle"] } : {}),
      } as Fields,
      LINE.saved,
    );
  };
  return (
    <form className="mp-item-form" onSubmit={save}>
      <TextInput label={LINE.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <TextInput
        label={LINE.substitute}
        value={substitute}
        onChange={(event) => setSubstitute(event.currentTarget.value)}
      />
      <div className="mp-item-pair">
        <TextInput
          type="number"
          inputMode="decimal"
          min={0}
          step="any"
          label={LINE.amount(item.unit ?? "")}
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        <TextInput
          type="number"
          inputMode="decimal"
          min={0}
          step="any"
          label={LINE.price(currency)}
          value={price}
          onChange={(event) => setPrice(event.currentTarget.value)}
        />
      </div>
      {here !== "" && (
        <NativeSelect
          label={LINE.aisle}
          value={aisle}
          onChange={(event) => setAisle(event.currentTarget.value)}
          data={Object.entries(AISLE_NAMES).map(([value, label]) => ({ value, label }))}
        />
      )}
      <Button type="submit">{LINE.save}</Button>
      <Button
        variant="subtle"
        color="var(--mp-danger)"
        onClick={() => send({ removed: true }, LINE.removed(item.name))}
      >
        {LINE.remove}
      </Button>
    </form>
  );
}

function textOf(value: number | null): string {
  return value === null ? "" : String(value);
}

function numberOrNull(value: string): number | null {
  return value === "" ? null : Number(value);
}
