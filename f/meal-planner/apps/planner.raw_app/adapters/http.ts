import { type Api, ApiError, type Approval, OFFLINE } from "../api.ts";

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
    approvals: {
      async list() {
        const body = await readBody(await send(`${base}/api/approvals`, {}));
        if (body.error) throw new ApiError(body.error.message, body.error);
        return body.approvals ?? [];
      },
      async decide(decision) {
        const body = await readBody(await post(`${base}/api/approvals`, JSON.stringify(decision)));
        if (body.error) throw new ApiError(body.error.message, body.error);
      },
    },
  };
}

function post(url: string, body: string): Promise<Response> {
  // A form of another site can't send this one, so a call is always this page's own.
  const headers = { "content-type": "application/json", "x-meal-planner": "1" };
  return send(url, { method: "POST", headers, body });
}

async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (cause) {
    throw new ApiError(`No answer from the server: ${String(cause)}.`, { code: OFFLINE, retryable: true });
  }
}

type Body = { result?: unknown; error?: Failure; approvals?: Approval[] };

async function readBody(response: Response): Promise<Body> {
  const text = await response.text();
  try {
    return JSON.parse(text) as Body;
  } catch {
    throw new ApiError(`The server answered ${response.status} without JSON. Look at its log.`, {
      code: "INTERNAL",
    });
  }
}
