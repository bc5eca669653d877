const listed = (names: readonly string[]) => names.map((name) => `“${name}”`).join(", ");

export const SHOPPING = {
  title: "Shopping",
  list: "List",
  pantry: "Pantry",
  recurring: "Again and again",
  somebodyElse: (names: readonly string[]) =>
    `Somebody else changed ${listed(names)} first. Theirs stands; look at it again.`,
  refused: (names: readonly string[], why: string) => `${listed(names)}: ${why}`,
  progress: (ticked: string, all: string) => `${ticked} of ${all} in the basket`,
  allDone: "All in the basket",
  add: "Add to the list",
  addHint: "3 lemons, oat milk …",
  addButton: "Add",
  waits: "waits for the network",
  hideTicked: "Hide what is in the basket",
  showTicked: "Show all",
  check: "Check that you have",
  checkReasons: {
    staple: "usually at home",
    to_taste: "to taste",
    optional: "optional",
    at_home: "at home",
    unclear: "amount unclear",
  } as Record<string, string>,
  fromPantry: "The pantry gives",
  why: (name: string) => `Why ${name} is here, and more`,
  more: "More for this list",
  print: "Print",
  share: "Share",
  finish: "Done",
  refresh: "Bring up to date with the plan",
  refreshed: (added: number, changed: number, removed: number) =>
    added + changed + removed === 0
      ? "The list was up to date."
      : `${added} added, ${changed} changed, ${removed} taken off. Ticks stayed.`,
  cost: (amount: string, unpriced: string) =>
    `About ${amount}, by the prices known; ${unpriced} lines have none.`,
  noList: "No shopping list yet",
  noListAbout: "A list comes by itself when a week is in use. You can also write one by hand.",
  toWeek: "To the week",
  newList: "Write a list",
  newListName: "Shopping",
  completed: "This list is done.",
  empty: "Nothing is to be bought.",
  guest: "You were sent this list. What you tick is seen by whoever sent it.",
  guestGone: "This link doesn't open a list any more. Ask whoever sent it for a new one.",
};

export const LINE = {
  needed: "The meals need",
  rounded: "Rounded up to what is sold.",
  byHand: "Written by hand.",
  recurring: "Bought again and again.",
  changed: (text: string) => `${text} than when you last looked at it.`,
  note: "Note",
  substitute: "Bought in its place",
  amount: (unit: string) => (unit ? `Amount, ${unit}` : "Amount"),
  price: (currency: string | null) => (currency === null ? "Price" : `Price, ${currency}`),
  aisle: "Aisle",
  save: "Save",
  saved: "Noted.",
  remove: "Take it off the list",
  removed: (name: string) => `${name} is off the list. It comes back when more of it is needed.`,
  instead: (what: string) => `instead: ${what}`,
};

export const SHARE = {
  title: "Share this list",
  about:
    "Whoever has the link can read this list and tick it, and nothing else. You can end all links at any time.",
  localOnly:
    "Only this computer can open the link. Start the planner with --share to let phones in your network open it.",
  make: "Make a link",
  link: "Link",
  copy: "Copy",
  copied: "Copied.",
  send: "Send",
  revoke: "End all links",
  revoked: (count: number) => (count === 1 ? "1 link is ended." : `${count} links are ended.`),
  asText: "Copy as text",
  noLink: "Links can't be opened from outside of Windmill. Copy the list as text instead.",
};

export const FINISH = {
  title: "Done shopping?",
  about: (ticked: string, left: string) =>
    `${ticked} lines are in the basket and go to the pantry. ${left} are left, and stay with this list.`,
  toPantry: "Put what is ticked into the pantry",
  yes: "Finish this list",
  done: "The list is done. What you bought is in the pantry.",
};

export const PANTRY = {
  title: "Pantry",
  about: "What is at home isn't bought again, and can be planned first.",
  add: "What is at home",
  addHint: "500 g rice",
  bestBefore: "Best before",
  always: "Always at home",
  alwaysHint: "Lists only say to check it.",
  save: "Put in",
  saved: "The pantry is up to date.",
  empty: "Nothing is noted yet",
  emptyAbout: "Write what you have, or finish a shopping list: what was ticked comes here.",
  until: (day: string) => `best before ${day}`,
  expired: (day: string) => `was best before ${day}`,
  usedUp: (name: string) => `${name} is used up`,
  gone: "Used up",
};

export const RECURRING = {
  title: "Again and again",
  about: "What is bought every few days or weeks goes on the list by itself when it is due.",
  line: "What it is",
  lineHint: "2 l milk",
  often: "How often",
  every: (days: number, written: string) =>
    days === 1 ? "every day" : days === 7 ? "every week" : `every ${written} days`,
  next: (day: string) => `next from ${day}`,
  save: "Keep it",
  saved: "It goes on lists by itself from now on.",
  stop: (line: string) => `Stop buying ${line} again and again`,
  stopped: (line: string) => `${line} doesn't go on lists by itself any more.`,
  empty: "Nothing comes back by itself yet",
  emptyAbout: "Write what you always run out of, and how often.",
};

export const SHOP = {
  title: "Shop and its aisles",
  shop: "This list is done in",
  another: "Another shop",
  name: "Name of the shop",
  hint: "The list follows the way that you walk.",
  order: "Aisles, as one walks past them",
  earlier: (aisle: string) => `${aisle}: earlier`,
  later: (aisle: string) => `${aisle}: later`,
  save: "Shop here",
  saved: (name: string) => `The list follows the aisles of ${name}.`,
};

export const AISLE_NAMES = {
  fruit_and_vegetables: "Fruit and vegetables",
  fresh_herbs: "Fresh herbs",
  bakery: "Bakery",
  meat: "Meat",
  fish: "Fish",
  chilled: "Chilled",
  dairy_and_eggs: "Dairy and eggs",
  frozen: "Frozen",
  grains_and_pasta: "Grains and pasta",
  canned_and_jarred: "Canned and jarred",
  oils_and_vinegars: "Oils and vinegars",
  sauces_and_condiments: "Sauces and condiments",
  spices: "Spices",
  baking: "Baking",
  nuts_and_dried_fruit: "Nuts and dried fruit",
  breakfast: "Breakfast",
  snacks_and_sweets: "Snacks and sweets",
  drinks: "Drinks",
  other: "Other",
};
