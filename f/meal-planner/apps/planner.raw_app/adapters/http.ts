import { type Api, ApiError, type Approval, OFFLINE } from "../api.ts";
import { postCall, takeBegun } from "./begun_calls.ts";
import { postJson } from "./post_json.ts";

type Failure = { name: string; message: string; code: string; retryable?: boolean; details?: unknown };

/** Calls the scripts by the server that the page came from. */
export function httpApi(): Api {
  return {
    async call(id, args) {
      const body = await read(takeBegun(id, args) ?? postCall(id, args));
      return body.result as never;
    },
    shareLink(token) {
      // Where phones reach shared lists, and nothing else, where that was switched on.
      const shared = document.querySelector<HTMLMetaElement>('meta[name="share-origin"]')?.content;
      return `${shared || location.origin}/s/${token}`;
    },
    approvals: {
      async list() {
        const body = await read(fetch("/api/approvals"));
        return body.approvals ?? [];
      },
      async decide(decision) {
        await read(postJson("/api/approvals", decision));
      },
    },
  };
}

type Body = { result?: unknown; error?: Failure; approvals?: Approval[] };

/** What is answered. @throws ApiError where it is an error, or nobody answers */
async function read(sent: Promise<Response>): Promise<Body> {
  const response = await sent.catch((cause: unknown) => {
    throw new ApiError(`No answer from the server: ${String(cause)}.`, { code: OFFLINE, retryable: true });
  });
  const body = await readBody(response);
  if (body.error) throw new ApiError(body.error.message, body.error);
  return body;
}

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
