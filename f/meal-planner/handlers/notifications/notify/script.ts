import { parseInput } from "../../../database/parse_input.ts";
import { notify, notifyInput } from "../notify.ts";

/**
 * Send a message by the workspace's notification channel. Where none is set up, nothing is sent and the answer says so.
 *
 * @param title One line.
 * @param text The message.
 * @param severity What it is: news, something to look at, or something that failed.
 * @param details Anything more, for a channel that takes JSON.
 */
export async function main(
  title: string,
  text: string,
  severity: "info" | "warning" | "error" = "info",
  details: object = {},
) {
  return notify(parseInput(notifyInput, { title, text, severity, details }));
}
