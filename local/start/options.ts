import { parseArgs } from "node:util";
import { InvalidInput } from "../../f/meal-planner/database/errors.ts";

export type StartOptions = {
  once: boolean;
  recipes: string | undefined;
  port: number | undefined;
  share: { host: string; port: number } | undefined;
};

export const USAGE = `npm start [-- options]
  --once            print the week and the shopping list, then end
  --recipes FILE    plan from the recipes of a JSON file instead of the sample's
  --port N          port of the page (default: 8420, or any free one); it answers this machine only
  --share HOST:PORT let phones open shared shopping lists there, and nothing else (192.168.1.20:8421)`;

/** @throws InvalidInput where an option isn't known or its value is wrong. */
export function readOptions(args: string[]): StartOptions {
  const options = {
    once: { type: "boolean" },
    recipes: { type: "string" },
    port: { type: "string" },
    share: { type: "string" },
  } as const;
  try {
    const { values } = parseArgs({ args, options, allowPositionals: false });
    return {
      once: values.once ?? false,
      recipes: values.recipes,
      port: values.port === undefined ? undefined : portNumber("--port", values.port),
      share: values.share === undefined ? undefined : shareAddress(values.share),
    };
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput([
      { path: "", message: `${error instanceof Error ? error.message : error}\n\n${USAGE}` },
    ]);
  }
}

function portNumber(option: string, text: string): number {
  const port = Number(text);
  if (text !== "" && Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidInput([{ path: option, message: `${text} isn't a port: give a number from 0 to 65535.` }]);
}

function shareAddress(text: string): { host: string; port: number } {
  const [, host, port] = /^(.+):(\d+)$/.exec(text) ?? [];
  if (host && port) return { host, port: portNumber("--share", port) };
  throw new InvalidInput([
    { path: "--share", message: `${text} must be this machine's address and a port: 192.168.1.20:8421.` },
  ]);
}
