const WORDS: Record<string, number> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11 },
  ...{ twelve: 12, fifteen: 15, twenty: 20, "twenty-five": 25, thirty: 30, forty: 40, "forty-five": 45 },
  ...{ fifty: 50, sixty: 60, ninety: 90 },
};

const NUMBER = `(?:\\d+(?:[.,]\\d+)?|${Object.keys(WORDS)
  .sort((a, b) => b.length - a.length)
  .join("|")})`;
const TIME = new RegExp(
  `\\b(?:${NUMBER}\\s*(?:-|–|to|or)\\s*)?(${NUMBER})(?:\\s+more)?[\\s-]*(seconds?|secs?|minutes?|mins?|hours?|hrs?)\\b`,
  "gi",
);

const MOST_SECONDS = 24 * 3600;

/** The times that a step of a recipe names, in seconds, each once: "ten to twelve minutes" is the longer of both. */
export function timesIn(step: string): number[] {
  const times = [...step.matchAll(TIME)].map(([, amount = "", unit = ""]) => {
    const many = WORDS[amount.toLowerCase()] ?? Number(amount.replace(",", "."));
    return Math.round(many * (/^s/i.test(unit) ? 1 : /^m/i.test(unit) ? 60 : 3600));
  });
  return [...new Set(times)].filter((seconds) => seconds > 0 && seconds <= MOST_SECONDS);
}
