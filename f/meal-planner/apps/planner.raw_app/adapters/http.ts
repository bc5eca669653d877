import { type Api, ApiError, OFFLINE } from "../api.ts";

type Failure = { name: string; message: string; code: string; retryable?: boolean; details?: unknown };

/** Calls the scripts by the server that the page came from. */
export function httpApi(base = ""): Api {
  return {
    async call(id, args) {
      const response = await post(`${base}/api/run/${id}`, JSON.stringify(args));
      const body = await readBody(response);
      if (body.error) throw new ApiError(body.error.message, body.error);
      return body.result as never;
    },
    shareLink(token) {
      // Where phones reach shared lists, and nothing else, where that was switched on.
      const shared = document.querySelector<HTMLMetaElement>('meta[name="share-origin"]')?.content;
      return `${shared || location.origin}/s/${token}`;
    },
  };
}

async function post(url: string, body: string): Promise<Response> {
  try {
    return await fetch(url, {
      method: "POST",
      // A form of another site can't send this one, so a call is always this page's own.
      headers: { "content-type": "application/json", "x-meal-planner": "1" },
      body,
    });
  } catch (cause) {
    throw new ApiError(`No answer from the server: ${String(cause)}.`, { code: OFFLINE, retryable: true });
  }
}

async function readBody(response: Response): Promise<{ result?: unknown; error?: Failure }> {
  const text = await response.text();
  try {
    return JSON.parse(text) as { result?: unknown; error?: Failure };
  } catch {
    throw new ApiError(`The server answered ${response.status} without JSON. Look at its log.`, {
      code: "INTERNAL",
    });
  }
}
