import { Button, TextInput } from "@mantine/core";
import React from "react";
import { useApi } from "../../api.ts";
import { useChange } from "../../data/use_answer.ts";
import { useNotice } from "../../shell/notices.tsx";
import { Sheet } from "../../shell/Sheet.tsx";
import { ErrorState } from "../../states/ErrorState.tsx";
import { SHARE } from "../../texts/shopping.ts";
import type { List } from "./edits.ts";

/** A link for whoever goes to the shop, and an end to it. */
export function ShareSheet({ list, opened, onClose }: { list: List; opened: boolean; onClose: () => void }) {
  const api = useApi();
  const notify = useNotice();
  const share = useChange("share_list", {
    onDone: (answer) => {
      if ("revoked" in answer) notify({ text: SHARE.revoked(answer.revoked) });
    },
  });
  const token = share.data && "token" in share.data ? share.data.token : null;
  const link = token === null ? null : api.shareLink(token);
  const outside = api.shareLink("") !== null;
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    notify({ text: SHARE.copied });
  };
  return (
    <Sheet title={SHARE.title} opened={opened} onClose={onClose}>
      <p className="mp-sheet-about">{outside ? SHARE.about : SHARE.noLink}</p>
      {outside && isLoopback(api.shareLink("")) && (
        <p className="mp-sheet-about mp-muted">{SHARE.localOnly}</p>
      )}
      {link && (
        <div className="mp-share-link">
          <TextInput
            label={SHARE.link}
            value={link}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button variant="default" onClick={() => void copy(link)}>
            {SHARE.copy}
          </Button>
          {"share" in navigator && (
            <Button variant="default" onClick={() => void navigator.share({ title: list.name, url: link })}>
              {SHARE.send}
            </Button>
          )}
        </div>
      )}
      {share.error && <ErrorState error={share.error} />}
      <div className="mp-sheet-buttons">
        {outside && !link && (
          <Button loading={share.isPending} onClick={() => share.mutate({ list_id: list.list_id })}>
            {SHARE.make}
          </Button>
        )}
        <Button variant="default" onClick={() => void copy(asText(list))}>
          {SHARE.asText}
        </Button>
        {outside && (
          <Button
            variant="subtle"
            color="var(--mp-danger)"
            onClick={() => share.mutate({ list_id: list.list_id, revoke: true })}
          >
            {SHARE.revoke}
          </Button>
        )}
      </div>
    </Sheet>
  );
}

function isLoopback(link: string | null): boolean {
  return link !== null && /^https?:\/\/(127\.|localhost|\[::1\])/.test(link);
}

function asText(list: List): string {
  const aisles = list.aisles.map(({ title, items }) =>
    [title, ...items.map((item) => `${item.ticked ? "[x]" : "[ ]"} ${item.display}`)].join("\n"),
  );
  return [list.name, ...aisles].join("\n\n");
}
