import { UnstyledButton } from "@mantine/core";
import React, { useId, useState } from "react";
import { Icon } from "./Icon.tsx";

/** A word with an explanation, which shows on hover, focus or touch, and goes with Escape. */
export function Hint({ text, children }: { text: string; children: React.ReactNode }) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const show = () => setShown(true);
  const hide = () => setShown(false);
  return (
    <span className="mp-hint-place" onPointerEnter={show} onPointerLeave={hide}>
      <UnstyledButton
        className="mp-hint-word"
        aria-describedby={id}
        onFocus={show}
        onBlur={hide}
        onClick={show}
        onKeyDown={(event) => event.key === "Escape" && hide()}
      >
        {children}
        <Icon name="why" size={16} />
      </UnstyledButton>
      <span id={id} role="tooltip" className="mp-hint-text" hidden={!shown}>
        {text}
      </span>
    </span>
  );
}
