import React from "react";
import { useFormat } from "../../format/format.ts";
import { SHOPPING } from "../../texts/shopping.ts";

/** How much of a list is in the basket. */
export function Progress({ ticked, all }: { ticked: number; all: number }) {
  const format = useFormat();
  if (all === 0) return null;
  const text =
    ticked === all ? SHOPPING.allDone : SHOPPING.progress(format.number(ticked), format.number(all));
  return (
    <div className="mp-list-progress mp-no-print">
      <p className="mp-muted" role="status">
        {text}
      </p>
      <div className="mp-list-track">
        <div className="mp-list-fill" style={{ width: `${(ticked / all) * 100}%` }} />
      </div>
    </div>
  );
}
