// All that isn't in a week's first view, in one file: loaded when one of these is shown, or when nothing else is to be
// done. In several files each part would come with a dozen small ones that it shares with others.
export { GoalsPage } from "./pages/goals/GoalsPage.tsx";
export { OperationsPage } from "./pages/operations/OperationsPage.tsx";
export { RecipesPage } from "./pages/recipes/RecipesPage.tsx";
export { SettingsPage } from "./pages/settings/SettingsPage.tsx";
export { SharedListPage } from "./pages/shared_list/SharedListPage.tsx";
export { ShoppingPage } from "./pages/shopping/ShoppingPage.tsx";
export { CopyChoices } from "./pages/week/CopyWeek.tsx";
export { DaySheet } from "./pages/week/DaySheet.tsx";
export { MealSheet } from "./pages/week/MealSheet.tsx";
export { TemplateSheet } from "./pages/week/TemplateSheet.tsx";
export { WishesSheet } from "./pages/week/WishesSheet.tsx";
export { SettingsSheet } from "./shell/SettingsSheet.tsx";
