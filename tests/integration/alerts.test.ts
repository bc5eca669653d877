import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../f/meal-planner/database/new_id.ts";
import { sendThrough } from "../../f/meal-planner/patterns/alerts/alert_channel.ts";
import { main as sendAlertsScript } from "../../f/meal-planner/patterns/alerts/send_alerts/script.ts";
import { sendAlerts } from "../../f/meal-planner/patterns/alerts/send_alerts.ts";
import { main as force } from "../../f/meal-planner/patterns/circuit_breaker/force/script.ts";
import { discardDeadLetters } from "../../f/meal-planner/patterns/dlq/discard_dead_letters.ts";
import { sendToDlq } from "../../f/meal-planner/patterns/dlq/send_to_dlq.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const messages: unknown[] = [];
let authorization: string | undefined;
let status = 200;
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      authorization = request.headers.authorization;
      const isJson = request.headers["content-type"] === "application/json";
      if (status === 200) messages.push(isJson ? JSON.parse(body) : body);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const channel = (format: "json" | "slack" | "discord" | "ntfy" = "json") => ({
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  format,
  token: "secret",
});
const send = (quiet_seconds = 3600) => sendAlerts(db.database, { quiet_seconds }, async () => channel());
const die = (target: string, times: number) =>
  db.database.transaction((tx) =>
    sendToDlq(
      tx,
      Array.from({ length: times }, () => ({
        kind: "event" as const,
        event: { id: newId(), "detail-type": "Strange", source: "s", detail: {} },
        rule: "r",
        target: { id: target, type: "inline" as const },
        attempts: [{ at: "2026-03-01T12:00:00Z", code: "TIMEOUT", message: "late" }],
        exhausted: "maximum_retry_attempts" as const,
      })),
    ),
  );

test("many dead letters of one group are one alert, sent by one of many senders, and its recovery is told", async () => {
  await die("export", 5);
  const senders = await Promise.all(Array.from({ length: 10 }, () => send()));
  expect(senders.filter(({ sent }) => sent)).toHaveLength(1);
  expect(messages.splice(0)).toMatchObject([
    { text: expect.stringContaining("New: 5 dead letters for export (TIMEOUT)") },
  ]);
  await die("export", 2);
  expect((await send()).sent).toBe(false);
  expect(await send(0)).toMatchObject({ alerts: [{ news: "grown", count: 7 }] });
  await db.database.transaction((tx) =>
    discardDeadLetters(tx, { filter: { target: "export" }, reason: "test" }),
  );
  expect(await send()).toMatchObject({ alerts: [{ news: "recovered", subject: "export (TIMEOUT)" }] });
  expect((await send()).alerts).toEqual([]);
});

test("an alert that its channel doesn't take is sent again", async () => {
  await die("other", 1);
  status = 503;
  await expect(send()).rejects.toMatchObject({ code: "UPSTREAM_UNAVAILABLE" });
  status = 200;
  expect((await send()).sent).toBe(false);
  await db.database.query(
    "update meal_planner.alerts set sending_until = now() where subject = 'other (TIMEOUT)'",
  );
  expect(await send()).toMatchObject({
    sent: true,
    alerts: [{ news: "raised", subject: "other (TIMEOUT)" }],
  });
});

test("without a channel it says what it would send, and sends it once there is one", async () => {
  await force("tandoor", "open", db.resource);
  const none = await sendAlertsScript(60, db.resource);
  expect(none).toMatchObject({ sent: false, alerts: [{ kind: "open_circuit", subject: "tandoor" }] });
  expect(await send()).toMatchObject({ sent: true, alerts: [{ subject: "tandoor" }] });
  await force("tandoor", "closed", db.resource);
  expect(await send()).toMatchObject({ alerts: [{ news: "recovered", subject: "tandoor" }] });
});

test("each kind of webhook gets the form that it takes, with the token", async () => {
  const { alerts } = {
    alerts: [
      { news: "raised" as const, kind: "open_circuit" as const, subject: "usda", count: 1, since: null },
    ],
  };
  const line = "New: circuit usda is open";
  const title = "The meal planner needs a look";
  const bodies: unknown[] = [];
  for (const format of ["json", "slack", "discord", "ntfy"] as const) {
    messages.length = 0;
    await sendThrough(channel(format), alerts);
    bodies.push(messages[0]);
  }
  expect(bodies).toEqual([
    { title, text: line, severity: "error", details: { alerts } },
    { text: `*${title}*\n${line}` },
    { content: `**${title}**\n${line}` },
    line,
  ]);
  expect(authorization).toBe("Bearer secret");
});

test("the script names what is wrong with its input", async () => {
  await expect(sendAlertsScript(-1, db.resource)).rejects.toMatchObject({
    details: [{ path: "quiet_seconds" }],
  });
});
