import { z } from "zod";
import { Upstream } from "../../database/errors.ts";
import { type Alert, wordAlerts } from "./alert.ts";

/** Where alerts go. In the workspace it is the resource below. */
export const alertChannelSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("webhook"),
    url: z
      .url({ protocol: /^https?$/ })
      .describe("Gets a POST with {text, alerts}, which Slack-like services take as it is."),
    headers: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({
    kind: z.literal("windmill"),
    path: z
      .string()
      .min(1)
      .describe("A script that is run with {text, alerts}, such as the workspace's error handler."),
  }),
]);

export type AlertChannel = z.infer<typeof alertChannelSchema>;

export const ALERT_CHANNEL = "f/meal-planner/alerts/channel";

const TIMEOUT_MS = 10_000;

/** Sends all in one message. @throws Upstream where it isn't taken; nothing counts as told then. */
export async function sendThrough(channel: AlertChannel, alerts: readonly Alert[]): Promise<void> {
  const message = { text: wordAlerts(alerts), alerts };
  try {
    if (channel.kind === "webhook") await post(channel, message);
    else {
      const { runScriptByPathAsync } = await import("windmill-client");
      await runScriptByPathAsync(channel.path, message);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Upstream(
      "unavailable",
      `The alert channel didn't take ${alerts.length} alerts: ${reason}. They are sent again later.`,
      {
        cause: error,
      },
    );
  }
}

async function post(channel: Extract<AlertChannel, { kind: "webhook" }>, message: object): Promise<void> {
  const response = await fetch(channel.url, {
    method: "POST",
    headers: { "content-type": "application/json", ...channel.headers },
    body: JSON.stringify(message),
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
  return resource === undefined ? undefined : alertChannelSchema.parse(resource);
}
