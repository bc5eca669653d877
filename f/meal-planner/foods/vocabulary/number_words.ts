/** Numbers as cooks spell them. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  half: 0.5,
  third: 1 / 3,
  quarter: 0.25,
  "one-half": 0.5,
  "one-third": 1 / 3,
  "one-quarter": 0.25,
  "one-fourth": 0.25,
  "two-thirds": 2 / 3,
  "three-quarters": 0.75,
  "three-fourths": 0.75,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  sixteen: 16,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};

/** Quantities too vague for a number. */
export const VAGUE_QUANTITIES: ReadonlySet<string> = new Set(
  "few some several little many bit enough ample teensy amount quantity".split(" "),
);
