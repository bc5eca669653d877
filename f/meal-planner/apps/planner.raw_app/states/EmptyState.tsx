import React from "react";

/** Nothing is there yet: what it will be, and how to get it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children: React.ReactNode;
  action?: React.ReactNode;
}) {
  return (
    <div className="mp-state">
      <h2 className="mp-state-title">{title}</h2>
      <p>{children}</p>
      {action && <div className="mp-state-actions">{action}</div>}
    </div>
  );
}
