import { htmlTokens } from "./html_tokens.ts";

/** What stands in a page's place: a wall before robots, or an empty frame that a script fills. */
export type PageWall = "robots" | "script" | null;

/** What the walls call themselves. */
const WALL_TITLE =
  /^(?:just a moment|attention required|access denied|access to this page|are you (?:a )?(?:human|robot)|pardon our interruption|verify|verifying|(?:security|robot|bot|human) (?:check|verification)|request (?:blocked|unsuccessful)|blocked)/i;
const WALL_WORDS = /captcha|cf-chl|enable javascript and cookies|unusual traffic|not a robot/i;
/** A wall says little; a blog that has a captcha at its comments says much. */
const LITTLE_TEXT = 1_500;
const NO_TEXT = 200;

/** Judges a page that holds no recipe, or that came with an error. */
export function wallOf(html: string): PageWall {
  const { title, text, scripts } = seenOn(html);
  if (WALL_TITLE.test(title)) return "robots";
  if (text.length < LITTLE_TEXT && WALL_WORDS.test(html)) return "robots";
  return text.length < NO_TEXT && scripts > 0 ? "script" : null;
}

function seenOn(html: string): { title: string; text: string; scripts: number } {
  const seen = { title: "", text: "", scripts: 0 };
  let within = "";
  for (const token of htmlTokens(html)) {
    if (token.kind === "open") {
      within = token.name;
      if (within === "script" && !/json/i.test(token.attributes.get("type") ?? "")) seen.scripts++;
    } else if (token.kind === "close") within = "";
    else if (within === "title") seen.title ||= token.text.trim();
    else if (!/^(?:script|style|noscript|template)$/.test(within))
      seen.text += token.text.replace(/\s+/g, " ");
  }
  return seen;
}
