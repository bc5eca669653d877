import { z } from "zod";
import {
  ALERT_CHANNEL,
  type AlertChannel,
  sendMessage,
  workspaceChannel,
} from "../../patterns/alerts/alert_channel.ts";

export const notifyInput = z.strictObject({
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(20_000),
  severity: z.enum(["info", "warning", "error"]).default("info"),
  details: z.record(z.string(), z.unknown()).default({}),
});

export type Notified = { sent: true } | { sent: false; reason: string };

/**
 * Sends a message by the workspace's notification channel, the one that alerts go by. Where none is set up nothing is
 * sent, and the answer says so. At least once: a caller that tries again may send it again.
 *
 * @throws Upstream where the channel doesn't take it.
 */
export async function notify(
  message: z.output<typeof notifyInput>,
  findChannel: () => Promise<AlertChannel | undefined> = workspaceChannel,
): Promise<Notified> {
  const channel = await findChannel();
  if (!channel) return { sent: false, reason: `There is no resource ${ALERT_CHANNEL}.` };
  await sendMessage(channel, message);
  return { sent: true };
}
