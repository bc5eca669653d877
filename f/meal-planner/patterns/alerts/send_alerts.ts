import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Database, Tx } from "../../database/connection.ts";
import { type Alert, decideAlerts, type Told } from "./alert.ts";
import { type AlertChannel, sendThrough, workspaceChannel } from "./alert_channel.ts";
import { findTroubles } from "./trouble.ts";

export const sendAlertsSchema = z.strictObject({
  quiet_seconds: z
    .number()
    .min(0)
    .max(604_800)
    .default(3600)
    .describe("A group that grows is told of again only after so long. Default 3600."),
});

// A sender that says nothing for so long has crashed; the next one sends.
const SENDING_SECONDS = 60;

/**
 * Tells what is wrong, grouped, and what has recovered. Any number may run at once: an alert is sent by one of them,
 * and again only if its sender crashed before it could note that it was sent. Without a channel nothing is noted;
 * the answer holds what would have been sent.
 */
export async function sendAlerts(
  database: Database,
  { quiet_seconds }: z.infer<typeof sendAlertsSchema>,
  findChannel: () => Promise<AlertChannel | undefined> = workspaceChannel,
): Promise<{ sent: boolean; alerts: Alert[] }> {
  const token = randomUUID();
  const alerts = await database.transaction((tx) => claimAlerts(tx, quiet_seconds, token));
  if (alerts.length === 0) return { sent: false, alerts };
  const to = await findChannel();
  if (to) await sendThrough(to, alerts);
  await database.transaction((tx) => (to ? noteSent(tx, alerts, token) : giveBack(tx, token)));
  return { sent: to !== undefined, alerts };
}

async function claimAlerts(tx: Tx, quietSeconds: number, token: string): Promise<Alert[]> {
  // Short, and once a minute or so: claims take turns.
  await tx.query("lock table meal_planner.alerts in share row exclusive mode");
  const { rows } = await tx.query<Told & { is_told: boolean; is_being_sent: boolean }>(
    `select kind, subject, count, told_at is not null as is_told,
       coalesce(extract(epoch from clock_timestamp() - told_at), 0)::float8 as told_seconds_ago,
       coalesce(sending_until > clock_timestamp(), false) as is_being_sent
     from meal_planner.alerts`,
  );
  const busy = rows.filter((row) => row.is_being_sent);
  const isBusy = (group: { kind: string; subject: string }) =>
    busy.some((row) => row.kind === group.kind && row.subject === group.subject);
  const troubles = (await findTroubles(tx)).filter((trouble) => !isBusy(trouble));
  const told = rows.filter((row) => row.is_told && !row.is_being_sent);
  const alerts = decideAlerts(troubles, told, quietSeconds);
  await tx.query(
    `insert into meal_planner.alerts as a (kind, subject, count, sending_token, sending_until)
     select x.kind, x.subject, 0, $3::uuid, clock_timestamp() + make_interval(secs => $4::float8)
     from unnest($1::text[], $2::text[]) as x(kind, subject)
     on conflict (kind, subject) do update set sending_token = excluded.sending_token, sending_until = excluded.sending_until`,
    [alerts.map((alert) => alert.kind), alerts.map((alert) => alert.subject), token, SENDING_SECONDS],
  );
  return alerts;
}

async function noteSent(tx: Tx, alerts: readonly Alert[], token: string): Promise<void> {
  const recovered = alerts.filter((alert) => alert.news === "recovered");
  const raised = alerts.filter((alert) => alert.news !== "recovered");
  await tx.query(
    `delete from meal_planner.alerts a using unnest($1::text[], $2::text[]) as x(kind, subject)
     where a.kind = x.kind and a.subject = x.subject and a.sending_token = $3::uuid`,
    [recovered.map((alert) => alert.kind), recovered.map((alert) => alert.subject), token],
  );
  await tx.query(
    `update meal_planner.alerts a
     set count = x.count, told_at = clock_timestamp(), sending_token = null, sending_until = null
     from unnest($1::text[], $2::text[], $3::bigint[]) as x(kind, subject, count)
     where a.kind = x.kind and a.subject = x.subject and a.sending_token = $4::uuid`,
    [
      raised.map((alert) => alert.kind),
      raised.map((alert) => alert.subject),
      raised.map((alert) => alert.count),
      token,
    ],
  );
}

async function giveBack(tx: Tx, token: string): Promise<void> {
  await tx.query(
    "update meal_planner.alerts set sending_token = null, sending_until = null where sending_token = $1::uuid",
    [token],
  );
}
