import { parseArgs } from "node:util";
import { InvalidInput } from "../../f/meal-planner/database/errors.ts";

export type StartOptions = { once: boolean; recipes: string | undefined; port: number | undefined };

export const USAGE = `npm start [-- options]
  --once            print the week and the shopping list, then end
  --recipes FILE    plan from the recipes of a JSON file instead of the sample's
  --port N          port of the status page (default: 8420, or any free one)`;

/** @throws InvalidInput where an option isn't known or its value is wrong. */
export function readOptions(args: string[]): StartOptions {
  const options = {
    once: { type: "boolean" },
    recipes: { type: "string" },
    port: { type: "string" },
  } as const;
  try {
    const { values } = parseArgs({ args, options, allowPositionals: false });
    return { once: values.once ?? false, recipes: values.recipes, port: portNumber(values.port) };
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput([
      { path: "", message: `${error instanceof Error ? error.message : error}\n\n${USAGE}` },
    ]);
  }
}

function portNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidInput([
    { path: "--port", message: `${text} isn't a port: give a number from 0 to 65535.` },
  ]);
}
