import { Button } from "@mantine/core";
import React, { useState } from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { useNotice } from "../../shell/notices.tsx";
import { linkTo } from "../../shell/router.ts";
import { Sheet } from "../../shell/Sheet.tsx";
import { DUPLICATES } from "../../texts/recipes.ts";

type Proposal = Answer<"find_duplicates">["proposals"][number];
type Pair = { keep: Proposal["keep"]; merge: Proposal["merge"][number] };

const FRESH_MS = 5 * 60_000;

/** Recipes that look the same: said where there are any, and merged one by one. */
export function Duplicates() {
  const [opened, setOpened] = useState(false);
  const found = useAnswer("find_duplicates", {}, { staleTime: FRESH_MS });
  const pairs = (found.data?.proposals ?? []).flatMap(({ keep, merge }) =>
    merge.map((one): Pair => ({ keep, merge: one })),
  );
  if (pairs.length === 0 && !opened) return null;
  return (
    <>
      <p className="mp-duplicates">
        {DUPLICATES.found(pairs.length)}{" "}
        <Button variant="subtle" onClick={() => setOpened(true)}>
          {DUPLICATES.look}
        </Button>
      </p>
      <Sheet title={DUPLICATES.title} opened={opened} onClose={() => setOpened(false)}>
        <p className="mp-muted">{pairs.length === 0 ? DUPLICATES.none : DUPLICATES.about}</p>
        <ul className="mp-duplicate-pairs">
          {pairs.map((pair) => (
            <li key={pair.merge.recipe_id} className="mp-card">
              <PairToMerge pair={pair} />
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  );
}

function PairToMerge({ pair: { keep, merge } }: { pair: Pair }) {
  const format = useFormat();
  const notice = useNotice();
  const change = useChange("merge_recipes", {
    refreshes: ["find_duplicates", "list_recipes", "get_recipe"],
    onDone: () => notice({ text: DUPLICATES.merged(keep.name) }),
    onFailed: (error) => notice({ text: error.message, kind: "failed" }),
  });
  return (
    <>
      <p>
        <a href={linkTo("recipes", keep.recipe_id)}>{keep.name}</a> {DUPLICATES.and}{" "}
        <a href={linkTo("recipes", merge.recipe_id)}>{merge.name}</a>
      </p>
      <p className="mp-muted">
        {DUPLICATES.reasons[merge.reason] ?? merge.reason},{" "}
        {DUPLICATES.shared(format.percent(merge.shared_ingredients))}
      </p>
      <Button
        variant="default"
        aria-label={DUPLICATES.mergeInto(merge.name, keep.name)}
        loading={change.isPending}
        onClick={() =>
          change.mutate({
            keep_id: keep.recipe_id,
            keep_version: keep.version,
            merge_id: merge.recipe_id,
            merge_version: merge.version,
          })
        }
      >
        {DUPLICATES.merge}
      </Button>
    </>
  );
}
