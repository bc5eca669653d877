import { z } from "zod";
import { MealPlannerError, NotFound, Unauthorized, Upstream } from "../../database/errors.ts";
import type { Space } from "./connection_store.ts";
import { NEW_TOKEN, type TandoorAccount } from "./tandoor_account.ts";
import type { TandoorApi } from "./tandoor_api.ts";

/** Older ones lack much of the API that is used here (pages with sizes, spaces, properties). */
export const OLDEST_VERSION = "2.0.0";

const settings = z.looseObject({ version: z.string().nullish() });
const space = z.looseObject({ id: z.int(), name: z.string() });
const tokens = z.array(z.looseObject({ token: z.string(), expires: z.string(), scope: z.string() }));

export type Server = {
  /** As the server tells it; null where it doesn't. */
  version: string | null;
  space: Space;
};

/**
 * Makes sure that there is a Tandoor of a known version at the address, and that it knows the token.
 *
 * @throws NotFound where there is something else, Upstream where it is too old, Unauthorized where the token isn't good.
 */
export async function checkServer(api: TandoorApi, account: TandoorAccount): Promise<Server> {
  const version = await readVersion(api, account);
  const current = await api.get("/api/space/current/", space).catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
    throw tooOld(account, version ?? "of an unknown version");
  });
  return { version, space: { id: current.id, name: current.name } };
}

async function readVersion(api: TandoorApi, account: TandoorAccount): Promise<string | null> {
  let version: string | null;
  try {
    version = (await api.get("/api/server-settings/current/", settings)).version || null;
  } catch (error) {
    throw notTandoor(error, account) ?? error;
  }
  if (version !== null && isOlder(version, OLDEST_VERSION)) throw tooOld(account, version);
  return version;
}

/** Something that answers, but not as Tandoor does. */
function notTandoor(error: unknown, { address }: TandoorAccount): MealPlannerError | undefined {
  const isOther =
    error instanceof NotFound ||
    (error instanceof MealPlannerError && /where JSON belongs|unknown form/.test(error.message));
  if (!isOther) return undefined;
  return new NotFound(
    "Tandoor at",
    address,
    "What is there doesn't answer as Tandoor's API does, or is older than 2.0. Check base_url: the address that Tandoor opens at in the browser, without what follows it.",
  );
}

function tooOld({ address }: TandoorAccount, version: string): Upstream {
  return new Upstream(
    "rejected",
    `Tandoor at ${address} is ${version}; at least ${OLDEST_VERSION} is needed. Update Tandoor.`,
    { details: { version, oldest: OLDEST_VERSION } },
  );
}

/** Compares dotted numbers; what isn't one (a branch's name) is taken for new. */
export function isOlder(version: string, than: string): boolean {
  const numbers = (text: string) =>
    /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/
      .exec(text)
      ?.slice(1)
      .map((part) => Number(part ?? 0));
  const [a, b] = [numbers(version.trim()), numbers(than)];
  if (!a || !b) return false;
  for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return (a[i] ?? 0) < (b[i] ?? 0);
  return false;
}

export type TokenRights = { expires: string | null; scope: string | null };

/** What Tandoor tells of the token itself: it shows only its end. Nulls where that doesn't say. */
export async function tokenRights(api: TandoorApi, { token }: TandoorAccount): Promise<TokenRights> {
  const known = await api.get("/api/access-token/", tokens);
  const own = known.filter((one) => one.token.slice(-4) === token.slice(-4));
  const [only] = own;
  return own.length === 1 && only
    ? { expires: only.expires, scope: only.scope }
    : { expires: null, scope: null };
}

/**
 * Whether the token may write, asked with a recipe that no Tandoor takes: rights are judged before contents.
 *
 * @throws Unauthorized where it may not.
 */
export async function checkMayWrite(api: TandoorApi): Promise<void> {
  try {
    await api.create("/api/recipe/", {}, z.unknown());
  } catch (error) {
    const status =
      error instanceof MealPlannerError && (error.details as { status?: number } | undefined)?.status;
    if (status === 400) return;
    if (error instanceof Unauthorized)
      throw new Unauthorized(`The token may read Tandoor's recipes, but not change them. ${NEW_TOKEN}`, {
        details: error.details,
      });
    throw error;
  }
}
