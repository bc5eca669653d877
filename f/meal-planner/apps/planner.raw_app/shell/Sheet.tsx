import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import React from "react";
import { SHELL } from "../texts/shell.ts";

export const PHONE = "(max-width: 47.99em)";

/** What one can do with a thing: from the bottom on a phone, where the thumb is; at the side on a desk. */
export function Sheet({
  title,
  opened,
  onClose,
  children,
}: {
  title: React.ReactNode;
  opened: boolean;
  onClose: () => void;
  children: React.ReactNode;
}) {
  const phone = useMediaQuery(PHONE, window.matchMedia(PHONE).matches, { getInitialValueInEffect: false });
  return (
    <Drawer
      opened={opened}
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
