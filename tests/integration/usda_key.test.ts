import { afterEach, beforeAll, expect, test, vi } from "vitest";
import {
  USDA_KEY_VARIABLE,
  USDA_RESOURCE,
  usdaAccount,
} from "../../f/meal-planner/handlers/usda/usda_account.ts";
import { type Behaviour, json, text, useHttpWorld } from "./http_world.ts";

// Plays the two routes of Windmill's API by which a script reads its workspace's values.
const windmill = useHttpWorld();
const variable = `/api/w/test/variables/get_value/${USDA_KEY_VARIABLE}`;
const resource = `/api/w/test/resources/get_value_interpolated/${USDA_RESOURCE}`;
const missing: Behaviour = text("Not found", 404);

beforeAll(() => {
  vi.stubEnv("BASE_INTERNAL_URL", windmill.address);
  vi.stubEnv("WM_TOKEN", "token");
  vi.stubEnv("WM_WORKSPACE", "test");
  return () => vi.unstubAllEnvs();
});
afterEach(() => {
  windmill.seen.length = 0;
});

test("a resource that a call gives is the one, and nobody is asked", async () => {
  windmill.at(variable, json("from the variable"));
  const account = await usdaAccount({ api_key: " given ", url: "http://mirror.example" });
  expect(account).toMatchObject({ apiKey: "given", address: "http://mirror.example" });
  expect(windmill.seen).toEqual([]);
});

test("without one, the workspace's variable has the key", async () => {
  windmill.at(variable, json("from the variable"));
  windmill.at(resource, json({ api_key: "from the resource" }));
  expect(await usdaAccount(undefined)).toMatchObject({
    apiKey: "from the variable",
    address: "https://api.nal.usda.gov/fdc",
  });
});

test("without the variable, the workspace's resource has it, with its address", async () => {
  windmill.at(variable, missing);
  windmill.at(resource, json({ api_key: "from the resource", url: "http://mirror.example" }));
  expect(await usdaAccount(undefined)).toMatchObject({
    apiKey: "from the resource",
    address: "http://mirror.example",
  });
});

test("without both it is said where to put one; accounts of two keys have two names that don't show them", async () => {
  windmill.at(variable, missing);
  windmill.at(resource, missing);
  await expect(usdaAccount(undefined)).rejects.toMatchObject({
    code: "UNAUTHORIZED",
    message: expect.stringMatching(/handlers\/usda\/api_key.*external\/usda.*api-key-signup/),
  });
  const names = await Promise.all(
    ["key-one", "key-two"].map(async (api_key) => (await usdaAccount({ api_key })).name),
  );
  expect(new Set(names).size).toBe(2);
  expect(names.join()).not.toMatch(/key|one|two/);
});
