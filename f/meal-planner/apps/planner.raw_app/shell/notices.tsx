import { Button, CloseButton } from "@mantine/core";
import React, { createContext, useCallback, useContext, useEffect, useState } from "react";
import { SHELL } from "../texts/shell.ts";

/** A word on what just happened, which may be taken back. */
export type Notice = { text: string; kind?: "done" | "failed"; action?: { label: string; run: () => void } };

const NoticeContext = createContext<(notice: Notice) => void>(() => {});
const SHOWN_MS = 8_000;

export function NoticeProvider({ children }: { children: React.ReactNode }) {
  const [notice, setNotice] = useState<(Notice & { at: number }) | null>(null);
  const show = useCallback((next: Notice) => setNotice({ ...next, at: Date.now() }), []);
  const close = useCallback(() => setNotice(null), []);
  useEffect(() => {
    // What failed stays until it is read.
    if (!notice || notice.kind === "failed") return;
    const timer = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice, close]);
  return (
    <NoticeContext.Provider value={show}>
      {children}
      <div className="mp-notices" role={notice?.kind === "failed" ? "alert" : "status"}>
        {notice && (
          <div className={`mp-notice mp-notice-${notice.kind ?? "done"}`} key={notice.at}>
            <span>{notice.text}</span>
            {notice.action && (
              <Button
                variant="subtle"
                size="sm"
                onClick={() => {
                  notice.action?.run();
                  close();
                }}
              >
                {notice.action.label}
              </Button>
            )}
            <CloseButton size={44} aria-label={SHELL.dismiss} onClick={close} />
          </div>
        )}
      </div>
    </NoticeContext.Provider>
  );
}

export function useNotice(): (notice: Notice) => void {
  return useContext(NoticeContext);
}
