import { z } from "zod";
import { Upstream } from "../../database/errors.ts";
import type { AlertChannel } from "../../patterns/alerts/alert_channel.ts";
import { type Notified, notify } from "./notify.ts";

export const askApprovalInput = z.strictObject({
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(100_000),
  default_args: z.record(z.string(), z.unknown()).default({}),
});

type Links = { resume: string; cancel: string; approvalPage: string };

/** What Windmill shows of a step that waits: buttons by the links, the description, and the form filled in. */
export type Question = Links & {
  title: string;
  description: { markdown: string };
  default_args: Record<string, unknown>;
  /** Whether somebody was told; the run's page shows the question in any case. */
  told: Notified;
};

const MESSAGE_CHARS = 1_500;

/**
 * Asks for an approval: as the step of a flow that has `suspend`. Gives the links that approve or refuse this step, and
 * sends the page's link by the notification channel. A channel that doesn't take it doesn't keep the question back.
 */
export async function askApproval(
  { title, text, default_args }: z.output<typeof askApprovalInput>,
  findLinks: () => Promise<Links> = linksOfThisStep,
  findChannel?: () => Promise<AlertChannel | undefined>,
): Promise<Question> {
  const links = await findLinks();
  const short = text.length > MESSAGE_CHARS ? `${text.slice(0, MESSAGE_CHARS)}…` : text;
  const message = {
    ...{ title, severity: "info" as const },
    text: `${short}\n\nApprove or refuse: ${links.approvalPage}`,
    details: { approval_page: links.approvalPage },
  };
  const told = await notify(message, findChannel).catch((error: unknown): Notified => {
    if (error instanceof Upstream) return { sent: false, reason: error.message };
    throw error;
  });
  const { resume, cancel, approvalPage } = links;
  return { resume, cancel, approvalPage, title, description: { markdown: text }, default_args, told };
}

async function linksOfThisStep(): Promise<Links> {
  const { getResumeUrls } = await import("windmill-client");
  return getResumeUrls();
}
