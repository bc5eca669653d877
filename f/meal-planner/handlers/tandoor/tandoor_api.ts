import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import { HttpClient } from "../../http/http_client.ts";
import type { HttpRequest, QueryValue } from "../../http/http_request.ts";
import type { HttpSystem } from "../../http/http_system.ts";
import type { TandoorAccount } from "./tandoor_account.ts";
import { TANDOOR_SYSTEM } from "./tandoor_system.ts";

export type Query = Record<string, QueryValue>;

const nothing = z.unknown();

/**
 * Tandoor's API, whatever the object: get, create, change, remove, and lists as streams of pages. What objects look
 * like is in tandoor_shapes.ts; recipe_api.ts, meal_plan_api.ts and shopping_api.ts know what each endpoint takes.
 *
 * Creating and changing by PATCH aren't repeated where the answer was lost: an error with `details.effect` = `unknown`
 * says that it may have been done, and the caller looks.
 */
export class TandoorApi {
  readonly address: string;
  private readonly http: HttpClient;

  constructor(database: Database, account: TandoorAccount, system: HttpSystem = TANDOOR_SYSTEM) {
    this.address = account.address;
    this.http = new HttpClient(database, system, {
      account: account.name,
      address: account.address,
      secrets: [account.token],
      budget: "account",
      authorize: (request) => {
        request.headers.authorization = `Bearer ${account.token}`;
        request.headers["accept-language"] = "en";
        return request;
      },
    });
  }

  /** @throws NotFound where it isn't there. */
  get<S extends z.ZodType>(path: string, shape: S, query?: Query): Promise<z.output<S>> {
    return this.http.call({ path, query }, shape);
  }

  /** What is at a path; undefined where nothing is. */
  async find<S extends z.ZodType>(path: string, shape: S): Promise<z.output<S> | undefined> {
    try {
      return await this.get(path, shape);
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  /** `repeatable` where the server finds what is there already by its name, so that twice is as good as once. */
  create<S extends z.ZodType>(
    path: string,
    json: unknown,
    shape: S,
    options: { repeatable?: boolean } = {},
  ): Promise<z.output<S>> {
    return this.http.call({ method: "POST", path, json, ...options }, shape);
  }

  /** Changes the given fields. To repeat it is safe: the same fields end the same. */
  patch<S extends z.ZodType>(path: string, json: unknown, shape: S): Promise<z.output<S>> {
    return this.http.call({ method: "PATCH", path, json, repeatable: true }, shape);
  }

  put<S extends z.ZodType>(path: string, json: unknown, shape: S): Promise<z.output<S>> {
    return this.http.call({ method: "PUT", path, json }, shape);
  }

  putForm<S extends z.ZodType>(
    path: string,
    multipart: Record<string, string>,
    shape: S,
  ): Promise<z.output<S>> {
    return this.http.call({ method: "PUT", path, multipart }, shape);
  }

  /** False where it was gone already. */
  async remove(path: string): Promise<boolean> {
    try {
      await this.http.call({ method: "DELETE", path }, nothing);
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  }

  /** One call as it is, for endpoints of their own kind. */
  call<S extends z.ZodType>(request: HttpRequest, shape: S): Promise<z.output<S>> {
    return this.http.call(request, shape);
  }

  /**
   * A list, a page at a time. Pages are counted here: the server's own `next` names a host that may not be the one
   * that we reach it by. Something added or removed meanwhile may be missed or seen twice.
   */
  async *pages<S extends z.ZodType>(
    path: string,
    shape: S,
    query: Query,
    pageSize: number,
  ): AsyncGenerator<{ items: z.output<S>[]; total: number }> {
    const page = z.looseObject({ count: z.int(), next: z.unknown(), results: z.array(shape) });
    for (let number = 1; ; number++) {
      const asked = { ...query, page: number, page_size: pageSize };
      const answer = await this.get(path, page, asked).catch((error: unknown) => {
        // The last items went away while the pages before were read.
        if (number > 1 && error instanceof NotFound) return undefined;
        throw error;
      });
      if (!answer) return;
      yield { items: answer.results as z.output<S>[], total: answer.count };
      if (!answer.next) return;
    }
  }

  /** A list's items, one by one, whatever their number. */
  async *items<S extends z.ZodType>(path: string, shape: S, query: Query = {}): AsyncGenerator<z.output<S>> {
    for await (const page of this.pages(path, shape, query, LARGEST_PAGE)) yield* page.items;
  }

  async close(): Promise<void> {
    await this.http.close();
  }
}

/** Of most lists; recipes come in hundreds. */
const LARGEST_PAGE = 200;

/** An API for one piece of work, closed whatever happens. `system` says how long to try and to wait. */
export async function withTandoor<T>(
  database: Database,
  account: TandoorAccount,
  work: (api: TandoorApi) => Promise<T>,
  system?: HttpSystem,
): Promise<T> {
  const api = new TandoorApi(database, account, system);
  try {
    return await work(api);
  } finally {
    await api.close();
  }
}
