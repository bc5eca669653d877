import { z } from "zod";
import type { Database } from "../../f/meal-planner/database/connection.ts";
import { type ErrorReport, reportError } from "../../f/meal-planner/database/errors.ts";
import { withHttpClient } from "../../f/meal-planner/http/http_client.ts";
import type { HttpRequest } from "../../f/meal-planner/http/http_request.ts";
import type { HttpSystem } from "../../f/meal-planner/http/http_system.ts";

export type TestCall = {
  system: Partial<HttpSystem>;
  account?: string;
  address: string;
  request: HttpRequest;
};
export type Outcome = { value: unknown } | { error: ErrorReport };

const TEST_SYSTEM: HttpSystem = {
  name: "test",
  credentialsRemedy: "Check the token.",
  wholeSeconds: 20,
  retry: { initial_delay_seconds: 0.02, maximum_retry_attempts: 2 },
  // These tests fail on purpose, many times a minute; the circuit has tests of its own.
  circuit: { minimum_calls: 1000 },
};

/** Makes calls at once and says how each ended. */
export function makeCalls(database: Database, calls: readonly TestCall[]): Promise<Outcome[]> {
  return Promise.all(
    calls.map(({ system, account = "a", address, request }) =>
      withHttpClient(database, { ...TEST_SYSTEM, ...system }, { account, address }, (client) =>
        client.call(request, z.looseObject({ name: z.string().optional() })),
      ).then(
        (value): Outcome => ({ value }),
        (error): Outcome => ({ error: reportError(error) }),
      ),
    ),
  );
}
