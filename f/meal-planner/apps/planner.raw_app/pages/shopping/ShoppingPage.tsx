import { Button } from "@mantine/core";
import React from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { linkTo } from "../../shell/router.ts";
import { EmptyState } from "../../states/EmptyState.tsx";
import { ErrorState } from "../../states/ErrorState.tsx";
import { LoadingState } from "../../states/LoadingState.tsx";
import { SHOPPING } from "../../texts/shopping.ts";
import { ListPage } from "./ListPage.tsx";
import { PantryPage } from "./PantryPage.tsx";
import { RecurringPage } from "./RecurringPage.tsx";
import "./shopping.css";

const PARTS = {
  list: { name: SHOPPING.list, show: () => <CurrentList /> },
  pantry: { name: SHOPPING.pantry, show: () => <PantryPage /> },
  recurring: { name: SHOPPING.recurring, show: () => <RecurringPage /> },
};
type PartId = keyof typeof PARTS;

/** The list to go round the shop with, what is at home, and what is bought again and again. */
export function ShoppingPage({ part }: { part: string | undefined }) {
  const current: PartId = part !== undefined && Object.hasOwn(PARTS, part) ? (part as PartId) : "list";
  return (
    <>
      <nav className="mp-parts mp-no-print" aria-label={SHOPPING.title}>
        {(Object.keys(PARTS) as PartId[]).map((id) => (
          <a
            key={id}
            href={id === "list" ? linkTo("shopping") : linkTo("shopping", id)}
            aria-current={id === current ? "page" : undefined}
          >
            {PARTS[id].name}
          </a>
        ))}
      </nav>
      {PARTS[current].show()}
    </>
  );
}

function CurrentList() {
  const list = useAnswer("get_list", {}, { refetchInterval: 20_000 });
  if (list.data) return <ListPage list={list.data} />;
  if (list.error?.code === "NOT_FOUND") return <NoList />;
  if (list.error) return <ErrorState whole error={list.error} retry={() => void list.refetch()} />;
  return <LoadingState lines={10} />;
}

function NoList() {
  const create = useChange("create_list", { refreshes: ["get_list"] });
  return (
    <EmptyState
      whole
      title={SHOPPING.noList}
      action={
        <>
          <Button component="a" href={linkTo("week")}>
            {SHOPPING.toWeek}
          </Button>
          <Button
            variant="default"
            loading={create.isPending}
            onClick={() => create.mutate({ name: SHOPPING.newListName })}
          >
            {SHOPPING.newList}
          </Button>
        </>
      }
    >
      {SHOPPING.noListAbout}
    </EmptyState>
  );
}
