import { useEffect } from "react";

/** What had the focus before the first of the sheets that follow each other. */
let opener: HTMLElement | null = null;

// A little longer than a sheet takes to slide out, and to give the focus back itself where it can.
const AFTER_CLOSING_MS = 350;

/**
 * Gives the focus back to where it was when a sheet opened, where nobody else does: the sheet's part of the page may be
 * gone with it, or it was opened from another sheet that is closed by then.
 */
export function useFocusBack(opened: boolean): void {
  useEffect(() => {
    if (!opened) return;
    const { activeElement } = document;
    const isInSheet = activeElement?.closest("[role=dialog]") !== null && activeElement !== document.body;
    if (!isInSheet) opener = activeElement instanceof HTMLElement ? activeElement : null;
    const back = opener;
    return () => {
      setTimeout(() => {
        const isLost = !document.activeElement || document.activeElement === document.body;
        if (isLost && back?.isConnected) back.focus();
      }, AFTER_CLOSING_MS);
    };
  }, [opened]);
}
