import { UnstyledButton } from "@mantine/core";
import React from "react";

/** One of several things to choose; one that can't be chosen says why. */
export type Choosable = {
  key: string;
  /** What it is, and what is told of it. */
  children: React.ReactNode;
  why_not?: string | null;
  onChoose: () => void;
};

/** Things to choose one of, each as large as a thumb, under a word on what the choice does. */
export function Choices({ hint, choices }: { hint: string; choices: readonly Choosable[] }) {
  return (
    <>
      <p className="mp-muted mp-hint">{hint}</p>
      <ol className="mp-choices">
        {choices.map(({ key, children, why_not, onChoose }) => (
          <li key={key}>
            <UnstyledButton className="mp-choice" disabled={!!why_not} onClick={onChoose}>
              {children}
              {why_not && <span className="mp-muted">{why_not}</span>}
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </>
  );
}
