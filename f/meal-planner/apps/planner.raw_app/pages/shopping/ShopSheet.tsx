import { ActionIcon, Button, NativeSelect, TextInput } from "@mantine/core";
import React, { useState } from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { Icon } from "../../shell/Icon.tsx";
import { useNotice } from "../../shell/notices.tsx";
import { Sheet } from "../../shell/Sheet.tsx";
import { Answered } from "../../states/Answered.tsx";
import { AISLE_NAMES, SHOP } from "../../texts/shopping.ts";
import type { List } from "./edits.ts";

type Shops = Answer<"list_shops">;
type Aisle = Shops["usual_order"][number];

/** The shop that a list is done in, and the order of its aisles. */
export function ShopSheet({ list, opened, onClose }: { list: List; opened: boolean; onClose: () => void }) {
  return (
    <Sheet title={SHOP.title} opened={opened} onClose={onClose}>
      {opened && <Choose list={list} onClose={onClose} />}
    </Sheet>
  );
}

function Choose({ list, onClose }: { list: List; onClose: () => void }) {
  const shops = useAnswer("list_shops", {});
  return (
    <Answered query={shops}>{(known) => <ShopForm list={list} known={known} onClose={onClose} />}</Answered>
  );
}

function ShopForm({ list, known, onClose }: { list: List; known: Shops; onClose: () => void }) {
  const notify = useNotice();
  const shopOf = (id: string) => known.shops.find(({ shop_id }) => shop_id === id);
  const [chosen, setChosen] = useState(shopOf(list.shop_id ?? "")?.shop_id ?? known.shops[0]?.shop_id ?? "");
  const [name, setName] = useState("");
  const [order, setOrder] = useState<readonly Aisle[]>(shopOf(chosen)?.aisle_order ?? known.usual_order);
  const save = useChange("set_shop", {
    refreshes: ["get_list", "list_shops"],
    onDone: (shop) => {
      notify({ text: SHOP.saved(shop.name) });
      onClose();
    },
  });
  const choose = (id: string) => {
    setChosen(id);
    setOrder(shopOf(id)?.aisle_order ?? known.usual_order);
  };
  const move = (at: number, by: 1 | -1) => {
    const next = [...order];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at + by, 0, moved);
    setOrder(next);
  };
  const called = shopOf(chosen)?.name ?? name.trim();
  // What belongs nowhere stays last.
  const movable = order.filter((aisle) => aisle !== "other");
  return (
    <form
      className="mp-item-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ name: called, aisle_order: [...movable], list_id: list.list_id });
      }}
    >
      {known.shops.length > 0 && (
        <NativeSelect
          label={SHOP.shop}
          value={chosen}
          data={[
            ...known.shops.map(({ shop_id, name: label }) => ({ value: shop_id, label })),
            { value: "", label: SHOP.another },
          ]}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      )}
      {chosen === "" && (
        <TextInput
          label={SHOP.name}
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <p className="mp-muted mp-hint">{SHOP.hint}</p>
      <ol className="mp-aisle-order" aria-label={SHOP.order}>
        {movable.map((aisle, at) => (
          <li key={aisle}>
            <span>{AISLE_NAMES[aisle]}</span>
            <ActionIcon
              aria-label={SHOP.earlier(AISLE_NAMES[aisle])}
              disabled={at === 0}
              onClick={() => move(at, -1)}
            >
              <Icon name="left" />
            </ActionIcon>
            <ActionIcon
              aria-label={SHOP.later(AISLE_NAMES[aisle])}
              disabled={at === movable.length - 1}
              onClick={() => move(at, 1)}
            >
              <Icon name="right" />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {save.error && (
        <p role="alert" className="mp-warning">
          {save.error.message}
        </p>
      )}
      <Button type="submit" loading={save.isPending} disabled={called === ""}>
        {SHOP.save}
      </Button>
    </form>
  );
}
