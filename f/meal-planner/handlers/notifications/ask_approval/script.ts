import { parseInput } from "../../../database/parse_input.ts";
import { askApproval, askApprovalInput } from "../ask_approval.ts";

/**
 * Ask somebody to approve, as a flow's step that has `suspend`: shows the text, gives the links that approve or refuse,
 * and sends the page's link by the notification channel.
 *
 * @param title What is asked, in a line.
 * @param text What the decision is about, in Markdown.
 * @param default_args What the form of the approval is filled in with.
 */
export async function main(title: string, text: string, default_args: object = {}) {
  return askApproval(parseInput(askApprovalInput, { title, text, default_args }));
}
