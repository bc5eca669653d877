import fc from "fast-check";
import { expect, test } from "vitest";
import { Redactor } from "../../f/meal-planner/http/redactor.ts";

test("a known secret is in no text, as it is, percent-encoded, in JSON or in base 64", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 8, maxLength: 40 }),
      fc.string(),
      fc.string(),
      (secret, before, after) => {
        fc.pre(!"[secret]".includes(secret) && !`${before}${after}`.includes(secret));
        const redactor = new Redactor([secret]);
        for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
          const shown = redactor.redact(`${before} ${form} ${after}`);
          expect(shown).toContain("[secret]");
          expect(shown.includes(` ${form} `)).toBe(false);
        }
      },
    ),
  );
});

test.each([
  ["https://api.example/x?q=1&api_key=abc123&z=2", "https://api.example/x?q=1&api_key=[secret]&z=2"],
  ['{"access_token": "abc.def", "name": "soup"}', '{"access_token": "[secret]", "name": "soup"}'],
  ["Authorization: Bearer abc.def-123", "Authorization: [secret] [secret]"],
  ["oauth_signature=aB%2B3&oauth_nonce=77", "oauth_signature=[secret]&oauth_nonce=[secret]"],
  ["a token of thanks, a basic recipe", "a token of thanks, a basic recipe"],
])("%s is shown as %s", (given, shown) => {
  expect(new Redactor().redact(given)).toBe(shown);
});
