/** An answer that isn't a success, as Django REST framework words it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    super(JSON.stringify(body));
  }
}

export const notFound = (detail = "No object matches the given query.") => new ApiError(404, { detail });
export const invalid = (problems: Record<string, unknown>) => new ApiError(400, problems);

export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  token: import("./store.ts").Token;
  origin: string;
};
export type Answer = { status: number; body?: unknown };

export type Fields = Record<string, unknown>;

export function fieldsOf(body: unknown): Fields {
  if (body !== null && typeof body === "object" && !Array.isArray(body)) return body as Fields;
  throw invalid({ non_field_errors: ["Invalid data. Expected a dictionary."] });
}

type TextRule = { max?: number; required?: boolean; blank?: boolean; null?: boolean };

/** A text field's value; undefined where it isn't given. */
export function textField(fields: Fields, name: string, rule: TextRule): string | null | undefined {
  const value = fields[name];
  if (value === undefined) {
    if (rule.required) throw invalid({ [name]: ["This field is required."] });
    return undefined;
  }
  if (value === null) {
    if (rule.null) return null;
    throw invalid({ [name]: ["This field may not be null."] });
  }
  if (typeof value !== "string" && typeof value !== "number")
    throw invalid({ [name]: ["Not a valid string."] });
  const text = String(value).trim();
  if (text.includes("\u0000")) throw invalid({ [name]: ["Null characters are not allowed."] });
  if (text === "" && !rule.blank) throw invalid({ [name]: ["This field may not be blank."] });
  if (rule.max && [...text].length > rule.max)
    throw invalid({ [name]: [`Ensure this field has no more than ${rule.max} characters.`] });
  return text;
}

export function intField(fields: Fields, name: string): number | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isInteger(number))
    throw invalid({ [name]: ["A valid integer is required."] });
  if (Math.abs(number) > 2_147_483_647)
    throw invalid({ [name]: ["Ensure this value is less than or equal to 2147483647."] });
  return number;
}

/** Decimals are told with four places. */
export function decimalField(fields: Fields, name: string, required: boolean): number | undefined {
  const value = fields[name];
  if (value === undefined || value === null) {
    if (!required && value === undefined) return undefined;
    const problem = value === null ? "This field may not be null." : "This field is required.";
    throw invalid({ [name]: [problem] });
  }
  if (value === "") return 0;
  const number = typeof value === "string" ? Number(value.replace(",", ".")) : value;
  if (typeof number !== "number" || Number.isNaN(number))
    throw invalid({ [name]: ["A valid number is required"] });
  return number;
}

export const shownDecimal = (value: number) => Math.round(value * 10_000) / 10_000;

export function boolField(fields: Fields, name: string): boolean | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (typeof value !== "boolean") throw invalid({ [name]: ["Must be a valid boolean."] });
  return value;
}

export function idOf(value: unknown): number | undefined {
  const { id } = (value ?? {}) as { id?: unknown };
  return typeof id === "number" ? id : undefined;
}

/** A page of a list as Tandoor gives it; only the lists that aren't of recipes have a timestamp. */
export function paged(
  asked: Asked,
  rows: readonly unknown[],
  sizes: { default: number; most: number },
): Answer {
  const size = Math.min(Number(asked.query.get("page_size")) || sizes.default, sizes.most);
  const page = Number(asked.query.get("page") ?? 1);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  if (!Number.isInteger(page) || page < 1 || page > pages) throw notFound("Invalid page.");
  const link = (to: number) => {
    const query = new URLSearchParams(asked.query);
    query.set("page", String(to));
    return `${asked.origin}${asked.path}?${query}`;
  };
  return {
    status: 200,
    body: {
      count: rows.length,
      next: page < pages ? link(page + 1) : null,
      previous: page > 1 ? link(page - 1) : null,
      ...(sizes.default === 25 ? {} : { timestamp: new Date().toISOString() }),
      results: rows.slice((page - 1) * size, page * size),
    },
  };
}
