import React from "react";
import { WeekPage } from "../pages/week/WeekPage.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { SHELL } from "../texts/shell.ts";
import type { IconName } from "./Icon.tsx";
import { later } from "./later.tsx";
import type { Route } from "./route.ts";

export type Page = {
  id: string;
  name: string;
  icon: IconName;
  show: (rest: string[]) => React.ReactNode;
  /** Loads it before it is shown, where that is needed. @throws what kept it from being loaded */
  load?: () => Promise<void>;
};

const coming = <LoadingState lines={8} />;
const ShoppingPage = later(async () => (await import("../later_parts.ts")).ShoppingPage, coming);
const RecipesPage = later(async () => (await import("../later_parts.ts")).RecipesPage, coming);
const GoalsPage = later(async () => (await import("../later_parts.ts")).GoalsPage, coming);
const OperationsPage = later(async () => (await import("../later_parts.ts")).OperationsPage, coming);
const SettingsPage = later(async () => (await import("../later_parts.ts")).SettingsPage, coming);

/** What a shared link opens, in the place of everything else. */
export const SharedListPage = later(async () => (await import("../later_parts.ts")).SharedListPage, coming);

/** The pages, in the order of the navigation. What comes after a page's name in the address is handed to it. */
export const PAGES: readonly Page[] = [
  { id: "week", name: SHELL.pages.week, icon: "week", show: ([which]) => <WeekPage which={which} /> },
  {
    id: "shopping",
    name: SHELL.pages.shopping,
    icon: "basket",
    show: ([part]) => <ShoppingPage part={part} />,
    load: ShoppingPage.load,
  },
  {
    id: "recipes",
    name: SHELL.pages.recipes,
    icon: "book",
    show: (rest) => <RecipesPage rest={rest} />,
    load: RecipesPage.load,
  },
  {
    id: "goals",
    name: SHELL.pages.goals,
    icon: "goal",
    show: (rest) => <GoalsPage rest={rest} />,
    load: GoalsPage.load,
  },
  {
    id: "operations",
    name: SHELL.pages.operations,
    icon: "pulse",
    show: (rest) => <OperationsPage rest={rest} />,
    load: OperationsPage.load,
  },
];

/** Reached from the device's settings, not from the navigation. */
const SETTINGS: Page = {
  id: "settings",
  name: SHELL.pages.settings,
  icon: "gear",
  show: () => <SettingsPage />,
  load: SettingsPage.load,
};

export function pageOf(route: Route): Page | undefined {
  return [...PAGES, SETTINGS].find(({ id }) => id === route.page);
}

/** Loads what the route shows. @throws what kept it from being loaded */
export async function loadPageOf(route: Route): Promise<void> {
  await (route.page === "shared" ? SharedListPage.load() : pageOf(route)?.load?.());
}
