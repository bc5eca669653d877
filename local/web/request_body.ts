import type { IncomingMessage } from "node:http";
import { InvalidInput, type MealPlannerError } from "../../f/meal-planner/database/errors.ts";

/** The largest body taken: a file of recipes comes as text in one argument. */
export const MOST_BODY_BYTES = 32 * 1024 * 1024;

/**
 * The arguments that a request carries.
 *
 * A form of a foreign page can send other content types without asking first, but never JSON: the browser would ask
 * by a preflight, which nothing here answers.
 *
 * @throws InvalidInput where the body is no JSON object, isn't marked as one, or is too large.
 */
export async function readArguments(
  request: IncomingMessage,
  mostBytes: number = MOST_BODY_BYTES,
): Promise<Record<string, unknown>> {
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw wrong("must be sent as application/json");
  const text = await readText(request, mostBytes);
  let body: unknown;
  try {
    body = text === "" ? {} : JSON.parse(text);
  } catch (error) {
    throw wrong(`is no JSON (${error instanceof Error ? error.message : error})`);
  }
  if (body === null || typeof body !== "object" || Array.isArray(body)) {
    throw wrong("must be a JSON object of arguments by name");
  }
  return body as Record<string, unknown>;
}

async function readText(request: IncomingMessage, mostBytes: number): Promise<string> {
  const tooLarge = () => wrong(`is over ${mostBytes} bytes; send less at once`);
  if (Number(request.headers["content-length"] ?? 0) > mostBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function wrong(message: string): MealPlannerError {
  return new InvalidInput([{ path: "body", message }]);
}
