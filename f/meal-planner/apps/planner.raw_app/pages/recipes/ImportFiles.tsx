import { Button } from "@mantine/core";
import React, { useId, useRef, useState } from "react";
import { useChange } from "../../data/use_answer.ts";
import { useNotice } from "../../shell/notices.tsx";
import { IMPORT } from "../../texts/recipes.ts";
import { ImportPreview } from "./ImportPreview.tsx";
import { readFiles } from "./read_files.ts";

/** Recipes of files: looked at first, then imported. */
export function ImportFiles({ onDone }: { onDone: () => void }) {
  const notice = useNotice();
  const hint = useId();
  const input = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<{ name: string; base64: string }[]>([]);
  const look = useChange("preview_import");
  const take = useChange("import_file", {
    refreshes: ["list_recipes", "get_recipe"],
    onDone: ({ imported, updated }) => {
      notice({ text: IMPORT.done(imported, updated) });
      onDone();
    },
  });
  const choose = async (chosen: FileList | null) => {
    if (!chosen || chosen.length === 0) return;
    try {
      const read = await readFiles([...chosen]);
      setFiles(read);
      look.mutate({ files: read });
    } catch (error) {
      notice({ text: error instanceof Error ? error.message : String(error), kind: "failed" });
    }
  };
  if (look.data) {
    return (
      <ImportPreview
        preview={look.data}
        error={take.error}
        importing={take.isPending}
        onImport={() => take.mutate({ files })}
        onBack={() => look.reset()}
      />
    );
  }
  return (
    <div className="mp-import-form">
      <p className="mp-muted" id={hint}>
        {IMPORT.fileHint}
      </p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={IMPORT.file}
        onChange={(event) => void choose(event.currentTarget.files)}
      />
      <Button loading={look.isPending} aria-describedby={hint} onClick={() => input.current?.click()}>
        {IMPORT.chooseFile}
      </Button>
      {look.error && (
        <p role="alert" className="mp-warning">
          {look.error.message}
        </p>
      )}
    </div>
  );
}
