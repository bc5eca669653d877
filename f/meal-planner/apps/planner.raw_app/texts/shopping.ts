const listed = (names: readonly string[]) => names.map((name) => `“${name}”`).join(", ");

export const SHOPPING = {
  title: "Shopping",
  list: "List",
  pantry: "Pantry",
  somebodyElse: (names: readonly string[]) =>
    `Somebody else changed ${listed(names)} first. Theirs stands; look at it again.`,
  refused: (names: readonly string[], why: string) => `${listed(names)}: ${why}`,
};
