import React from "react";
import { linkTo } from "../../shell/router.ts";

/** One figure that says whether somebody has to look, and leads to where. */
export function Tile({
  label,
  value,
  hint,
  attention = false,
  to,
}: {
  label: string;
  value: string;
  hint: string;
  attention?: boolean;
  to?: string;
}) {
  const content = (
    <>
      <span className="ops-tile-label">{label}</span>
      <span className="ops-tile-value">{value}</span>
      <span className="ops-tile-hint">{hint}</span>
    </>
  );
  const className = attention ? "ops-tile ops-tile-attention" : "ops-tile";
  if (to === undefined) return <div className={className}>{content}</div>;
  return (
    <a className={className} href={linkTo("operations", to)}>
      {content}
    </a>
  );
}
