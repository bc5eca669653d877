import { Button } from "@mantine/core";
import React from "react";
import { STATES } from "../texts/shell.ts";

type Props = { children: React.ReactNode };

/** Where a page itself breaks, says so in its place, and leaves the rest usable. */
export class CrashGuard extends React.Component<Props, { broken: Error | null }> {
  override state: { broken: Error | null } = { broken: null };

  static getDerivedStateFromError(broken: Error): { broken: Error } {
    return { broken };
  }

  override render(): React.ReactNode {
    const { broken } = this.state;
    if (!broken) return this.props.children;
    return (
      <div className="mp-state" role="alert">
        <h1 className="mp-state-title">{STATES.crashed}</h1>
        <p>{STATES.crashedHint}</p>
        <p>
          <code>{broken.message}</code>
        </p>
        <div className="mp-state-actions">
          <Button onClick={() => location.reload()}>{STATES.reload}</Button>
        </div>
      </div>
    );
  }
}
