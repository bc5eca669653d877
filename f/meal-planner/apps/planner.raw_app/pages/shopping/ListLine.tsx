import { ActionIcon } from "@mantine/core";
import React, { memo } from "react";
import { useFormat } from "../../format/format.ts";
import type { Units } from "../../format/settings.tsx";
import { Icon } from "../../shell/Icon.tsx";
import { LINE, SHOPPING } from "../../texts/shopping.ts";
import type { Item, SharedList } from "./edits.ts";

type Line = SharedList["check"][number] & Partial<Pick<Item, "amount" | "unit">>;

type Props = {
  item: Line;
  units: Units;
  /** Left out where the list is done. */
  onTick: ((item: Line, ticked: boolean) => void) | undefined;
  /** Left out for guests. */
  onOpen?: (itemId: string) => void;
};

/** A line: its whole width ticks it. Kept as long as it is the same, so that a tick draws one line of hundreds. */
export const ListLine = memo(function ListLine({ item, units, onTick, onOpen }: Props) {
  const format = useFormat();
  const details = [
    ...(item.substitute ? [LINE.instead(item.substitute)] : []),
    ...(item.note ? [item.note] : []),
    ...(item.check ? [SHOPPING.checkReasons[item.check] ?? item.check] : []),
    ...(item.change ? [item.change.text] : []),
  ];
  return (
    <li className={item.ticked ? "mp-line mp-line-ticked" : "mp-line"}>
      <label className="mp-line-label">
        <input
          type="checkbox"
          className="mp-line-box"
          checked={item.ticked}
          disabled={!onTick}
          onChange={(event) => onTick?.(item, event.currentTarget.checked)}
        />
        <span className="mp-line-text">
          <span className="mp-line-name">{displayOf(item, units, format)}</span>
          {details.length > 0 && <span className="mp-line-details">{details.join(" · ")}</span>}
        </span>
      </label>
      {onOpen && (
        <ActionIcon
          className="mp-no-print"
          aria-label={SHOPPING.why(item.name)}
          onClick={() => onOpen(item.item_id)}
        >
          <Icon name="more" />
        </ActionIcon>
      )}
    </li>
  );
});

/** The list is written in what shops sell; where that is a weight or volume, US units are said in theirs. */
function displayOf(item: Line, units: Units, format: ReturnType<typeof useFormat>): string {
  if (units === "metric" || item.amount === null || item.amount === undefined) return item.display;
  if (item.unit === "gram") return `${format.mass(item.amount)} ${item.name}`;
  if (item.unit === "millilitre") return `${format.volume(item.amount)} ${item.name}`;
  return item.display;
}
