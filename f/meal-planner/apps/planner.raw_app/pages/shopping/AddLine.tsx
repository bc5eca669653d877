import { Button, TextInput } from "@mantine/core";
import React, { useId, useState } from "react";
import { SHOPPING } from "../../texts/shopping.ts";
import { useTickQueue } from "./tick_queue.tsx";

/** Adds a line in free text; without network it waits on this device. */
export function AddLine({ target }: { target: { list_id: string } }) {
  const { addLine, written } = useTickQueue();
  const known = useId();
  const [line, setLine] = useState("");
  const add = (event: React.FormEvent) => {
    event.preventDefault();
    if (line.trim() === "") return;
    addLine(target, line.trim());
    setLine("");
  };
  return (
    <form className="mp-add mp-no-print" onSubmit={add}>
      <TextInput
        className="mp-add-text"
        aria-label={SHOPPING.add}
        placeholder={SHOPPING.addHint}
        value={line}
        onChange={(event) => setLine(event.currentTarget.value)}
        enterKeyHint="done"
        autoComplete="off"
        list={known}
        maxLength={500}
      />
      <datalist id={known}>
        {written.map((line) => (
          <option key={line} value={line} />
        ))}
      </datalist>
      <Button type="submit" disabled={line.trim() === ""}>
        {SHOPPING.addButton}
      </Button>
    </form>
  );
}
