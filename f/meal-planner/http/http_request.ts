import { InvalidInput } from "../database/errors.ts";

export type QueryValue = string | number | boolean | readonly (string | number)[] | undefined;

export type HttpRequest = {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** After the system's address, from the slash on, with ids already percent-encoded. */
  path: string;
  /** An undefined value is left out, a list becomes one parameter for each of its values. */
  query?: Record<string, QueryValue>;
  headers?: Record<string, string>;
  /** At most one of the three. */
  json?: unknown;
  form?: Record<string, string>;
  /** Text fields, as multipart/form-data. */
  multipart?: Record<string, string>;
  /** Whether doing it twice is as good as once. Default: all but POST and PATCH. */
  repeatable?: boolean;
  /** What a good answer is written as. Default `json`; of a `form` (a=1&b=2) the schema gets an object of texts. */
  answers?: "json" | "form";
};

/** A request that is ready to be sent, once. */
export type ReadyRequest = {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body: string | undefined;
};

/** The address of a system as a person wrote it, without the slash at its end. */
export function parseAddress(system: string, address: string): URL {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw wrongAddress(`The address of ${system} must begin with http:// or https:// and name a host.`);
  }
  if (url.username !== "" || url.password !== "") {
    throw wrongAddress(`Take user and password out of the address of ${system}; credentials go elsewhere.`);
  }
  return url;
}

function wrongAddress(message: string): InvalidInput {
  return new InvalidInput([{ path: "url", message }]);
}

export function readyRequest(address: URL, request: HttpRequest): ReadyRequest {
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}${request.path}`;
  for (const [name, value] of Object.entries(request.query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) url.searchParams.append(name, String(one));
    }
  }
  const headers: Record<string, string> = { accept: "application/json", ...request.headers };
  let body: string | undefined;
  if (request.json !== undefined) {
    headers["content-type"] ??= "application/json";
    body = JSON.stringify(request.json);
  } else if (request.form) {
    headers["content-type"] ??= "application/x-www-form-urlencoded";
    body = new URLSearchParams(request.form).toString();
  } else if (request.multipart) {
    const boundary = `part-${crypto.randomUUID()}`;
    headers["content-type"] = `multipart/form-data; boundary=${boundary}`;
    body = multipartBody(request.multipart, boundary);
  }
  return { method: request.method ?? "GET", url, headers, body };
}

/** RFC 7578. The boundary is random, so that no value has it. */
function multipartBody(fields: Record<string, string>, boundary: string): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join("")}--${boundary}--\r\n`;
}

export function isRepeatable(request: HttpRequest): boolean {
  return request.repeatable ?? !(request.method === "POST" || request.method === "PATCH");
}
