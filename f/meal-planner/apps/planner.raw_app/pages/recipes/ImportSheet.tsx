import { SegmentedControl } from "@mantine/core";
import React, { useState } from "react";
import { Sheet } from "../../shell/Sheet.tsx";
import { IMPORT } from "../../texts/recipes.ts";
import { ImportFiles } from "./ImportFiles.tsx";
import { ImportPage } from "./ImportPage.tsx";
import { EMPTY_DRAFT } from "./recipe_draft.ts";
import { WriteRecipe } from "./WriteRecipe.tsx";

type Way = "page" | "file" | "write";

/** Recipes from a web page, from files, or by hand. */
export function ImportSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [way, setWay] = useState<Way>("page");
  return (
    <Sheet opened={opened} onClose={onClose} title={IMPORT.title}>
      <SegmentedControl
        fullWidth
        size="md"
        className="mp-import-ways"
        value={way}
        onChange={(value) => setWay(value as Way)}
        data={[
          { value: "page", label: IMPORT.fromPage },
          { value: "file", label: IMPORT.fromFile },
          { value: "write", label: IMPORT.write },
        ]}
      />
      {way === "page" && <ImportPage onDone={onClose} />}
      {way === "file" && <ImportFiles onDone={onClose} />}
      {way === "write" && <WriteRecipe draft={draft} onChange={setDraft} onDone={onClose} />}
    </Sheet>
  );
}
