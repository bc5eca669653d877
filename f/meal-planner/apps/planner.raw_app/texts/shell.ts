export const SHELL = {
  name: "Meal planner",
  skip: "Skip to the content",
  navigation: "Main",
  pages: {
    week: "Week",
    shopping: "Shopping",
    recipes: "Recipes",
    goals: "Goals",
    operations: "Operations",
    settings: "Household and connections",
  },
  thisDevice: "This device",
  more: "More",
  settings: "Settings",
  units: "Units",
  metric: "Metric",
  us: "US",
  language: "Numbers and dates",
  browserLanguage: "As the browser",
  colours: "Colours",
  light: "Light",
  dark: "Dark",
  auto: "Auto",
  close: "Close",
  dismiss: "Dismiss",
  undo: "Undo",
};

export const STATES = {
  loading: "Loading",
  offline: "No network. You see what was here last; it comes up to date by itself.",
  unsent: (count: number) =>
    `No network. ${count} ${count === 1 ? "change waits" : "changes wait"} on this device.`,
  tryAgain: "Try again",
  errorTitle: {
    OFFLINE: "The planner doesn't answer",
    NOT_FOUND: "It isn't there",
    CONFLICT: "Somebody was faster",
    INFEASIBLE: "It can't be planned like this",
    INVALID_INPUT: "That can't be done",
    other: "That didn't work",
  },
  offlineHint: "Check the network, or that the planner is running (npm start). Then try again.",
  crashed: "This page broke",
  crashedHint:
    "Nothing of yours is lost. Load it again; where it breaks again, tell whoever runs the planner these words.",
  reload: "Load again",
  notFoundPage: "There is no such page.",
  backToWeek: "To the week",
};

export const PUBLISHING = {
  title: "Show plans elsewhere, too",
  tandoor_meal_plan: "In Tandoor's meal plan",
  tandoor_shopping: "In Tandoor's shopping list",
  fatsecret_saved_meals: "As saved meals in FatSecret",
  automatic: "By itself, whenever a plan changes",
};
