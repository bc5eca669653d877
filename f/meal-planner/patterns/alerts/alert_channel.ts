import { z } from "zod";
import { Upstream } from "../../database/errors.ts";
import { type Alert, wordAlerts } from "./alert.ts";

/** Where alerts go: a webhook, or a script of the workspace, such as its error handler. */
export const alertChannelSchema = z.union([
  z.object({
    url: z.url({ protocol: /^https?$/ }).describe("A webhook that takes a POST."),
    format: z
      .enum(["json", "slack", "discord", "ntfy"])
      .default("json")
      .describe("json is {title, text, severity, details}."),
    token: z.string().nullish().describe("Sent as a bearer token."),
  }),
  z.object({ path: z.string().min(1).describe("A Windmill script that is run with what json sends.") }),
]);

export type AlertChannel = z.infer<typeof alertChannelSchema>;
type Webhook = Extract<AlertChannel, { url: string }>;

/** The workspace's resource of the type `notification_channel`. */
export const ALERT_CHANNEL = "f/meal-planner/external/notifications";

const TIMEOUT_MS = 10_000;

export type Message = {
  title: string;
  text: string;
  severity: "info" | "warning" | "error";
  details: Record<string, unknown>;
};

/** Sends a message. @throws Upstream where it isn't taken. */
export async function sendMessage(channel: AlertChannel, message: Message): Promise<void> {
  try {
    if ("url" in channel) await post(channel, message);
    else {
      const { runScriptByPathAsync } = await import("windmill-client");
      await runScriptByPathAsync(channel.path, message);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Upstream(
      "unavailable",
      `The notification channel didn't take “${message.title}”: ${reason}. Look at the resource ${ALERT_CHANNEL}.`,
      { cause: error },
    );
  }
}

/** Sends all alerts in one message. @throws Upstream where it isn't taken; nothing counts as told then. */
export async function sendThrough(channel: AlertChannel, alerts: readonly Alert[]): Promise<void> {
  const isBad = alerts.some((alert) => alert.news !== "recovered");
  await sendMessage(channel, {
    title: isBad ? "The meal planner needs a look" : "The meal planner has recovered",
    text: wordAlerts(alerts),
    severity: isBad ? "error" : "info",
    details: { alerts },
  });
}

async function post(channel: Webhook, message: Message): Promise<void> {
  const { title, text } = message;
  const forms = {
    json: { type: "application/json", body: JSON.stringify(message) },
    slack: { type: "application/json", body: JSON.stringify({ text: `*${title}*\n${text}` }) },
    // Discord refuses a longer content.
    discord: {
      type: "application/json",
      body: JSON.stringify({ content: `**${title}**\n${text}`.slice(0, 2000) }),
    },
    ntfy: { type: "text/plain; charset=utf-8", body: text },
  };
  const { type, body } = forms[channel.format];
  const response = await fetch(channel.url, {
    method: "POST",
    headers: {
      "content-type": type,
      ...(channel.format === "ntfy" ? { title } : {}),
      ...(channel.token ? { authorization: `Bearer ${channel.token}` } : {}),
    },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
}

/** The workspace's channel; undefined where none is set up. */
export async function workspaceChannel(): Promise<AlertChannel | undefined> {
  const { getResource } = await import("windmill-client");
  const resource: unknown = await getResource(ALERT_CHANNEL).catch((error: unknown) => {
    if (/not found/i.test(String(error))) return undefined;
    throw error;
  });
  return resource === undefined || resource === null ? undefined : alertChannelSchema.parse(resource);
}
