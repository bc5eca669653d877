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
import "./shopping.css";

const PANTRY_PART = "pantry";

/** The list to go round the shop with, and what is at home. */
export function ShoppingPage({ part }: { part: string | undefined }) {
  const pantry = part === PANTRY_PART;
  return (
    <>
      <nav className="mp-parts mp-no-print" aria-label={SHOPPING.title}>
        <a href={linkTo("shopping")} aria-current={pantry ? undefined : "page"}>
          {SHOPPING.list}
        </a>
        <a href={linkTo("shopping", PANTRY_PART)} aria-current={pantry ? "page" : undefined}>
          {SHOPPING.pantry}
        </a>
      </nav>
      {pantry ? <PantryPage /> : <CurrentList />}
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
