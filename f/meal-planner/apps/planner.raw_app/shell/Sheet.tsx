import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import React, { useEffect, useState } from "react";
import { SHELL } from "../texts/shell.ts";
import { useFocusBack } from "./use_focus_back.ts";

const PHONE = "(max-width: 47.99em)";

type SheetProps = {
  title: React.ReactNode;
  opened: boolean;
  onClose: () => void;
  children: React.ReactNode;
};

/** What one can do with a thing: from the bottom on a phone, where the thumb is; at the side on a desk. */
export function Sheet(props: SheetProps) {
  // A page has several that are never opened: nothing of them is drawn. Once opened it stays, so that it can slide out.
  const [wanted, setWanted] = useState(props.opened);
  if (props.opened && !wanted) setWanted(true);
  return wanted ? <Panel {...props} /> : null;
}

function Panel({ title, opened, onClose, children }: SheetProps) {
  const phone = useMediaQuery(PHONE, window.matchMedia(PHONE).matches, { getInitialValueInEffect: false });
  // It is there before it opens: what is open from the start doesn't slide in.
  const [open, setOpen] = useState(false);
  useFocusBack(opened);
  useEffect(() => setOpen(opened), [opened]);
  return (
    <Drawer
      opened={open}
      onClose={onClose}
      title={title}
      position={phone ? "bottom" : "right"}
      size={phone ? "auto" : 440}
      closeButtonProps={{ "aria-label": SHELL.close, size: 44 }}
      classNames={{ content: phone ? "mp-sheet mp-sheet-bottom" : "mp-sheet", title: "mp-sheet-title" }}
    >
      {children}
    </Drawer>
  );
}
