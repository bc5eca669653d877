import { Button, TextInput } from "@mantine/core";
import React, { useState } from "react";
import { useChange } from "../../data/use_answer.ts";
import { useNotice } from "../../shell/notices.tsx";
import { goTo } from "../../shell/router.ts";
import { IMPORT } from "../../texts/recipes.ts";
import { ImportPreview } from "./ImportPreview.tsx";

/** A web page's recipe: looked at first, then imported. */
export function ImportPage({ onDone }: { onDone: () => void }) {
  const notice = useNotice();
  const [url, setUrl] = useState("");
  const look = useChange("preview_import");
  const take = useChange("import_url", {
    refreshes: ["list_recipes", "get_recipe"],
    onDone: (outcome) => {
      if (outcome.outcome === "refused") return notice({ text: outcome.reason, kind: "failed" });
      notice({ text: IMPORT.created(outcome.name) });
      onDone();
      goTo("recipes", outcome.recipe_id);
    },
  });
  if (look.data) {
    return (
      <ImportPreview
        preview={look.data}
        error={take.error}
        importing={take.isPending}
        onImport={() => take.mutate({ url })}
        onBack={() => look.reset()}
      />
    );
  }
  return (
    <form
      className="mp-import-form"
      onSubmit={(event) => {
        event.preventDefault();
        look.mutate({ url: url.trim() });
      }}
    >
      <TextInput
        label={IMPORT.address}
        placeholder={IMPORT.addressHint}
        inputMode="url"
        type="url"
        required
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
        error={look.error?.message}
      />
      <Button type="submit" loading={look.isPending} disabled={url.trim() === ""}>
        {IMPORT.look}
      </Button>
    </form>
  );
}
