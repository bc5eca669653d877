import { ActionIcon, UnstyledButton } from "@mantine/core";
import React, { useState } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import { Sheet } from "./Sheet.tsx";

type ActionProps = { icon: IconName; text: string } & ({ onClick: () => void } | { href: string });

/** Something that can be done, as large as a thumb. */
export function Action({ icon, text, ...does }: ActionProps) {
  const inside = (
    <>
      <Icon name={icon} />
      <span>{text}</span>
    </>
  );
  if ("href" in does) {
    return (
      <a className="mp-action" href={does.href}>
        {inside}
      </a>
    );
  }
  return (
    <UnstyledButton className="mp-action" onClick={does.onClick}>
      {inside}
    </UnstyledButton>
  );
}

/** What is done rarely, behind one button. Choosing one closes it. */
export function MoreActions({ label, actions }: { label: string; actions: readonly ActionProps[] }) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <>
      <ActionIcon aria-label={label} aria-haspopup="dialog" onClick={() => setOpened(true)}>
        <Icon name="more" />
      </ActionIcon>
      <Sheet title={label} opened={opened} onClose={close}>
        <div className="mp-actions">
          {actions.map((action) =>
            "href" in action ? (
              <Action key={action.text} {...action} />
            ) : (
              <Action
                key={action.text}
                {...action}
                onClick={() => {
                  close();
                  action.onClick();
                }}
              />
            ),
          )}
        </div>
      </Sheet>
    </>
  );
}
