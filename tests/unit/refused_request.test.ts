import { describe, expect, test } from "vitest";
import { type Caller, refusal } from "../../local/web/refused_request.ts";

const OWN: Caller = {
  method: "POST",
  host: "127.0.0.1:8420",
  origin: "http://127.0.0.1:8420",
  site: "same-origin",
  mode: "cors",
};
const asked = (change: Partial<Caller>) => refusal({ ...OWN, ...change }, "this_machine");

describe("on the listener for this machine", () => {
  test("the page's own calls are answered, by whichever of this machine's own names it was opened", () => {
    expect(asked({})).toBeNull();
    expect(asked({ host: "localhost:8420", origin: "http://localhost:8420" })).toBeNull();
    expect(asked({ host: "[::1]:8420", origin: undefined, site: undefined, mode: undefined })).toBeNull();
  });

  test("a name that a foreign page pointed here is refused, whatever else the request says", () => {
    for (const host of [
      "evil.example",
      "evil.example:8420",
      "127.0.0.1.evil.example",
      "localhost.evil:1",
      "",
      "0.0.0.0",
    ]) {
      expect(asked({ host, origin: `http://${host}`, site: "same-origin" }), host).toMatch(
        /this machine only/,
      );
    }
    expect(asked({ host: undefined })).toMatch(/this machine only/);
  });

  test("a foreign page's call is refused by its origin, another port of this machine and a sandboxed frame too", () => {
    for (const origin of ["http://evil.example", "http://127.0.0.1:3000", "null", "http://localhost:8420"]) {
      expect(asked({ origin }), origin).toMatch(/Another page/);
    }
  });

  test("what a foreign page has the browser send without an origin is refused, but its link opens the page", () => {
    const sent = { method: "GET", origin: undefined };
    for (const site of ["cross-site", "same-site"]) {
      expect(asked({ ...sent, site, mode: "no-cors" })).toMatch(/Another page/);
      expect(asked({ ...sent, site, mode: "navigate" })).toBeNull();
      expect(asked({ method: "POST", origin: undefined, site, mode: "navigate" })).toMatch(/Another page/);
    }
    expect(asked({ ...sent, site: "none", mode: "navigate" })).toBeNull();
  });
});

test("the listener for shared lists answers by any name, and still no foreign page", () => {
  const host = "kitchen.local:8421";
  const guest = { ...OWN, host, origin: `https://${host}` };
  expect(refusal(guest, "anyone")).toBeNull();
  expect(refusal({ ...guest, origin: "http://evil.example" }, "anyone")).toMatch(/Another page/);
  expect(refusal({ ...guest, origin: undefined, site: "cross-site" }, "anyone")).toMatch(/Another page/);
});
