import React from "react";

/** Nothing is there yet: what it will be, and how to get it. */
export function EmptyState({
  title,
  children,
  action,
  whole = false,
}: {
  title: string;
  children: React.ReactNode;
  action?: React.ReactNode;
  /** Whether it is the whole page, whose heading it then is. */
  whole?: boolean;
}) {
  const Heading = whole ? "h1" : "h2";
  return (
    <div className="mp-state">
      <Heading className="mp-state-title">{title}</Heading>
      <p>{children}</p>
      {action && <div className="mp-state-actions">{action}</div>}
    </div>
  );
}
