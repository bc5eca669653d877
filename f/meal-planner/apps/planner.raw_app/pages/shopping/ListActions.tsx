import { Button } from "@mantine/core";
import React, { useState } from "react";
import { useChange } from "../../data/use_answer.ts";
import { MoreActions } from "../../shell/Action.tsx";
import { Icon } from "../../shell/Icon.tsx";
import { useNotice } from "../../shell/notices.tsx";
import { SHOP, SHOPPING } from "../../texts/shopping.ts";
import type { List } from "./edits.ts";
import { FinishSheet } from "./FinishSheet.tsx";
import { ShareSheet } from "./ShareSheet.tsx";
import { ShopSheet } from "./ShopSheet.tsx";

const PRINT_AFTER_MS = 400;

/** What can be done with a list as a whole. */
export function ListActions({ list }: { list: List }) {
  const notify = useNotice();
  const [sheet, setSheet] = useState<"share" | "finish" | "shop" | null>(null);
  const refresh = useChange("generate_list", {
    refreshes: ["get_list"],
    onDone: ({ added, changed, removed }) => notify({ text: SHOPPING.refreshed(added, changed, removed) }),
    onFailed: (error) => notify({ text: error.message, kind: "failed" }),
  });
  const open = list.state === "open";
  return (
    <div className="mp-list-actions mp-no-print">
      <Button variant="default" leftSection={<Icon name="share" />} onClick={() => setSheet("share")}>
        {SHOPPING.share}
      </Button>
      {open && (
        <Button variant="default" leftSection={<Icon name="check" />} onClick={() => setSheet("finish")}>
          {SHOPPING.finish}
        </Button>
      )}
      <MoreActions
        label={SHOPPING.more}
        actions={[
          // The sheet must be gone before the paper is laid out.
          {
            icon: "print",
            text: SHOPPING.print,
            onClick: () => setTimeout(() => window.print(), PRINT_AFTER_MS),
          },
          ...(open ? [{ icon: "basket" as const, text: SHOP.title, onClick: () => setSheet("shop") }] : []),
          ...(list.plan_id && open
            ? [
                {
                  icon: "refresh" as const,
                  text: SHOPPING.refresh,
                  onClick: () => refresh.mutate({ plan_id: list.plan_id ?? undefined }),
                },
              ]
            : []),
        ]}
      />
      <ShareSheet list={list} opened={sheet === "share"} onClose={() => setSheet(null)} />
      <ShopSheet list={list} opened={sheet === "shop"} onClose={() => setSheet(null)} />
      <FinishSheet list={list} opened={sheet === "finish"} onClose={() => setSheet(null)} />
    </div>
  );
}
