import React from "react";

/** Drawn here, on a grid of 24: a family of icons would be more than the page itself. */
const PATHS = {
  week: "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
  basket: "M4 9h16l-2 11H6zM8 9l3-6M16 9l-3-6",
  book: "M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11",
  goal: "M4 19h16M6 19v-6M11 19V9M16 19V5",
  pulse: "M3 12h4l3-7 4 14 3-7h4",
  lock: "M6 11h12v9H6zM9 11V7a3 3 0 0 1 6 0v4",
  unlock: "M6 11h12v9H6zM9 11V7a3 3 0 0 1 5.8-1",
  swap: "M7 4 4 7l3 3M4 7h13M17 14l3 3-3 3M20 17H7",
  move: "M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3",
  portion: "M12 4a8 8 0 1 0 8 8h-8zM15 3a6 6 0 0 1 6 6h-6z",
  why: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.5v.5",
  remove: "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13",
  check: "M4 12l5 5L20 6",
  skip: "M5 5l14 14M19 5 5 19",
  pot: "M4 10h16v6a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4zM2 10h20M9 6V4M15 6V4",
  leftover: "M4 9h16l-1.5 11h-13zM3 6h18v3H3z",
  undo: "M9 5 4 10l5 5M4 10h10a6 6 0 0 1 0 12h-3",
  plus: "M12 5v14M5 12h14",
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  print: "M7 8V3h10v5M5 8h14v8h-2v5H7v-5H5zM9 15h6",
  share: "M12 15V3M8 7l4-4 4 4M5 12v8h14v-8",
  gear: "M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M12 2v3M12 19v3M4.9 4.9 7 7M17 17l2.1 2.1M2 12h3M19 12h3M4.9 19.1 7 17M17 7l2.1-2.1",
  refresh: "M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5",
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16 16l5 5",
  edit: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  save: "M12 4v11M8 11l4 4 4-4M5 16v4h14v-4",
  out: "M7 3v8M4 3v5a3 3 0 0 0 6 0V3M7 11v10M17 3c-2 2-3 5-3 9h3zM17 12v9",
  people:
    "M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M3 20c0-4 2.5-6 6-6s6 2 6 6M16 5.5a3 3 0 0 1 0 5M17 14c2.5.5 4 2.500 4 6",
  home: "M4 11 12 4l8 7v9h-5v-6H9v6H4z",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 3 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
