/**
 * What is thrown away of a food that is mostly sold without it, in percent of the weight, where the line says that it
 * is there. `of` are words of the food's name; the first row that fits counts.
 *
 * Shellfish and nuts: `refuse_pct` of USDA SR28 where a record has it (shrimp 15270, walnuts 12155, almonds 12061,
 * pecans 12142, pistachios 12151, peas 11304). Whole fish, shrimp with heads, lobster and crab: yields of edible flesh
 * in FAO Fisheries Technical Paper 309, rounded to 5. Oysters and scallops: meat of a bushel in the shell.
 */
export const REFUSE_SAID: readonly { of: readonly string[]; said: RegExp; percent: number }[] = [
  { of: ["prawn", "shrimp", "langoustine"], said: /\bwhole\b|\bheads?[- ]on\b/, percent: 50 },
  {
    of: ["prawn", "shrimp", "langoustine"],
    said: /\bunpeeled\b|\bshells?[- ]on\b|\bin (?:their |the )?shells?\b|\bunshelled\b/,
    percent: 13,
  },
  {
    of: ["lobster", "crab", "crayfish"],
    said: /\bwhole\b|\blive\b|\bin (?:its |their |the )?shells?\b/,
    percent: 75,
  },
  {
    of: ["oyster", "scallop"],
    said: /\bin (?:their |the )?shells?\b|\bunshucked\b|\bon the half shell\b/,
    percent: 85,
  },
  { of: ["pea"], said: /\bin (?:their |the )?pods?\b|\bunshelled\b/, percent: 62 },
  {
    of: ["bean", "edamame"],
    said: /\bin (?:their |the )?(?:pods?|shells?)\b|\bunshelled\b|\bunpodded\b/,
    percent: 62,
  },
  { of: ["walnut"], said: /\bin (?:their |the )?shells?\b|\bunshelled\b/, percent: 55 },
  { of: ["almond", "hazelnut"], said: /\bin (?:their |the )?shells?\b|\bunshelled\b/, percent: 60 },
  { of: ["pecan", "pistachio"], said: /\bin (?:their |the )?shells?\b|\bunshelled\b/, percent: 47 },
  {
    of: ["peanut", "chestnut"],
    said: /\bin (?:their |the )?shells?\b|\bunshelled\b|\bunpeeled\b/,
    percent: 25,
  },
];

/** What is counted and heavy is in its shell: "1 lobster (700 g)". The same source. */
export const IN_ITS_SHELL = {
  of: ["lobster", "crab"],
  without: /\bmeat\b|\bdressed\b|\btails?\b/,
  percent: 75,
};

/** Of a fish with head, skin and bones: FAO Fisheries Technical Paper 309, the middle of its yields of edible flesh. */
export const WHOLE_FISH_REFUSE_PERCENT = 50;
export const WHOLE_FISH = /\bwhole\b|\bgutted\b|\bscaled\b|\bcleaned\b|\bheads?[- ]on\b|\bon the bone\b/;
export const FISH_IN_PIECES =
  /\bfillet|\bsteaks?\b|\bloins?\b|\bskinless\b|\bboneless\b|\btails?\b|\bcheeks?\b|\bpieces?\b|\bsides?\b/;

/** Who says this has thrown away what there was. */
export const TRIMMED =
  /\b(?:peeled|boneless|boned|shelled|skinless|skinned|pitted|stoned|cored|trimmed|filleted|cleaned|shucked|prepared|seeded|deseeded|hulled|podded|chopped|diced|cubed|sliced|fillets?|flesh|meat|florets|mashed|grated)\b/;

/** Of foods with a rind or a shell, cleaning or taking out the seeds leaves it on. */
export const STILL_COVERED: readonly { of: readonly string[]; said: RegExp }[] = [
  { of: ["mussel", "clam", "cockle"], said: /\b(?:shelled|shucked|meat)\b/ },
  {
    of: ["pumpkin", "squash", "melon", "watermelon", "papaya"],
    said: /\b(?:peeled|skinned|diced|cubed|flesh|mashed|grated|prepared)\b/,
  },
];
