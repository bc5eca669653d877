/** What nobody means as an ingredient, each a little over 10 kB: name → line. The same on every run. */
export function garbageLines(): Map<string, string> {
  const lines = new Map<string, string>();
  for (const [name, piece] of Object.entries(REPEATED)) lines.set(name, repeated(piece));
  const next = randomNumbers(7);
  const upTo = (bound: number) => Math.floor(next() * bound);
  lines.set(
    "random bytes",
    fill(() => String.fromCharCode(upTo(256))),
  );
  lines.set(
    "random characters",
    fill(() => String.fromCodePoint(upTo(0xd7ff))),
  );
  lines.set("brackets in brackets", "(".repeat(LENGTH / 2) + ")".repeat(LENGTH / 2));
  for (let i = 1; i <= 40; i++) {
    const word = () => `${WORDS[upTo(WORDS.length)]}${next() < 0.7 ? " " : ""}`;
    lines.set(`kitchen words, shuffled ${i}`, fill(word));
  }
  return lines;
}

/** Each of some awkward pieces beside each other, likewise 10 kB long. */
export function garbagePairs(): Map<string, string> {
  return new Map(PAIRED.flatMap((a) => PAIRED.map((b) => [a + b, repeated(a + b)] as const)));
}

const LENGTH = 10_240;
const repeated = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length));

function fill(next: () => string): string {
  let line = "";
  while (line.length < LENGTH) line += next();
  return line;
}

/** A linear congruential generator (Numerical Recipes' constants): the same numbers on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const PAIRED = [
  "(",
  "1 ",
  "1/",
  "½",
  "a-",
  "x",
  "1,",
  "or ",
  "chopped ",
  "(1 cup ",
  "<",
  "😀",
  "\u0301",
  "about ",
];

const REPEATED: Readonly<Record<string, string>> = {
  digits: "1234567890",
  "unicode fractions": "1½ ⅓",
  "one word": "tomatoes",
  "one long letter": "a",
  "joined emoji": "👩‍👩‍👧‍👦",
  "right to left": "مرحبا בצל ",
  "direction marks": "\u202e\u200f",
  "stacked accents": "e\u0301\u0302\u0303",
  "halves of characters": "\ud83d",
  "characters that spell phrases": "ﷺ",
  "closing brackets": ")",
  "bracketed alternatives": "(or salt) ",
  tags: "<b>",
  entities: "&amp;",
  alternatives: "salt or ",
  list: "salt, ",
  foods: "salt and ",
  sums: "1 cup plus ",
  cans: "1 (14 oz) can ",
  preparations: "peeled and ",
  halves: "and a half ",
  sizes: "very large to ",
  spaces: " \t\n",
  controls: "\0",
  colons: "a:",
  sentences: "salt. ",
  exponents: "1e5",
};

const WORDS =
  `1 ½ ⅓ 1/2 2.5 - – to or and cup tbsp oz ( ) [ ] , ; : / x large about of plus each chopped finely fresh
  salt & + % ° " ' . <b> &amp; 😀 without for in as such onion tomatoes freshly ground a an half dozen not`.split(
    /\s+/,
  );
