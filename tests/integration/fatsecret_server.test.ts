import { expect, test } from "vitest";
import { encodeParameters } from "../../f/meal-planner/handlers/fatsecret/oauth_signature.ts";
import { signRequest } from "../../f/meal-planner/handlers/fatsecret/sign_request.ts";
import { useFatsecret } from "./fatsecret_world.ts";

// The test server's own checks: what it takes for right must be right, or the other tests prove nothing.
const server = useFatsecret();
const now = () => Math.floor(Date.now() / 1000);

async function send(
  change: (body: string) => string = (body) => body,
  signing: { timestamp?: number; nonce?: string } = {},
): Promise<unknown> {
  const { consumer_key, consumer_secret } = server.resource();
  const { token, secret } = await server.tell<{ token: string; secret: string }>("token", { user: "ida" });
  const { url, body, headers } = signRequest(
    {
      method: "POST",
      url: new URL(`${server.address}/rest/server.api`),
      headers: {},
      body: encodeParameters([
        ["method", "food_entries.get.v2"],
        ["format", "json"],
        ["date", "20486"],
      ]),
    },
    {
      ...{ consumerKey: consumer_key, consumerSecret: consumer_secret, token, tokenSecret: secret },
      ...{ timestamp: now(), ...signing },
    },
  );
  const response = await fetch(url, { method: "POST", headers, body: change(body ?? "") });
  return ((await response.json()) as { error?: { code: string } }).error?.code ?? "taken";
}

const without = (name: string) => (body: string) => body.replace(new RegExp(`&?${name}=[^&]*`), "");

test.each<[string, (body: string) => string, string]>([
  ["a request as it was signed", (body) => body, "taken"],
  ["its parameters in another order", (body) => body.split("&").reverse().join("&"), "taken"],
  ["a space written as +", (body) => body.replaceAll("%20", "+"), "taken"],
  ["one without a parameter of OAuth", without("oauth_nonce"), "2"],
  ["one with a parameter that OAuth doesn't have", (body) => `${body}&oauth_colour=red`, "3"],
  ["another version", (body) => body.replace("oauth_version=1.0", "oauth_version=2.0"), "3"],
  ["an unsigned one", (body) => body.replace("HMAC-SHA1", "PLAINTEXT"), "4"],
  [
    "one of another application",
    (body) => body.replace(/oauth_consumer_key=[^&]*/, "oauth_consumer_key=x"),
    "5",
  ],
  ["one with a changed value", (body) => body.replace("20486", "20487"), "8"],
  ["one with something added", (body) => `${body}&food_entry_id=1`, "8"],
  ["one with something taken out", without("date"), "8"],
  ["one with another nonce", (body) => body.replace(/oauth_nonce=[^&]*/, "oauth_nonce=abc"), "8"],
  ["one of a token that isn't one", (body) => body.replace(/oauth_token=[^&]*/, "oauth_token=abc"), "9"],
])("%s is answered rightly", async (_, change, code) => expect(await send(change)).toBe(code));

test("a nonce that was used, a timestamp that falls, and one that is far off are refused", async () => {
  let sent = "";
  const keep = (body: string) => {
    sent = body;
    return body;
  };
  expect(await send(keep)).toBe("taken");
  expect(await send(() => sent)).toBe("7");
  expect(await send(undefined, { timestamp: now() - 60 })).toBe("6");
  expect(await send(undefined, { timestamp: now() + 1000 })).toBe("6");
  expect(await send()).toBe("taken");
});
