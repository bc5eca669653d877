import React from "react";
import { GoalsPage } from "../pages/goals/GoalsPage.tsx";
import { OperationsPage } from "../pages/operations/OperationsPage.tsx";
import { RecipesPage } from "../pages/recipes/RecipesPage.tsx";
import { ShoppingPage } from "../pages/shopping/ShoppingPage.tsx";
import { WeekPage } from "../pages/week/WeekPage.tsx";
import { SHELL } from "../texts/shell.ts";
import type { IconName } from "./Icon.tsx";

export type Page = { id: string; name: string; icon: IconName; show: (rest: string[]) => React.ReactNode };

/** The pages, in the order of the navigation. What comes after a page's name in the address is handed to it. */
export const PAGES: readonly Page[] = [
  { id: "week", name: SHELL.pages.week, icon: "week", show: ([which]) => <WeekPage which={which} /> },
  {
    id: "shopping",
    name: SHELL.pages.shopping,
    icon: "basket",
    show: ([part]) => <ShoppingPage part={part} />,
  },
  { id: "recipes", name: SHELL.pages.recipes, icon: "book", show: (rest) => <RecipesPage rest={rest} /> },
  { id: "goals", name: SHELL.pages.goals, icon: "goal", show: (rest) => <GoalsPage rest={rest} /> },
  {
    id: "operations",
    name: SHELL.pages.operations,
    icon: "pulse",
    show: (rest) => <OperationsPage rest={rest} />,
  },
];
