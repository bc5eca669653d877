import { z } from "zod";
import { NotFound } from "../../f/meal-planner/database/errors.ts";
import { parseInput } from "../../f/meal-planner/database/parse_input.ts";
import { interpolate } from "./interpolate.ts";
import type { ApiCall, ApiRoute } from "./job_api.ts";
import type { Resource, Variable } from "./workspace_values.ts";

const NewValue = z.object({ value: z.unknown() });
const NewResource = z.object({
  path: z.string(),
  value: z.unknown(),
  resource_type: z.string(),
  description: z.string().optional(),
});
const NewVariable = z.object({
  path: z.string(),
  value: z.string(),
  is_secret: z.boolean(),
  description: z.string().optional(),
});
const ChangedVariable = z.object({ value: z.string().optional(), description: z.string().optional() });

async function resourceOf(call: ApiCall): Promise<Resource> {
  const path = call.params[0] ?? "";
  const resource = await call.values.resource(path);
  if (!resource) throw new NotFound("resource", path, call.values.howToAdd("resource", path));
  return resource;
}

async function variableOf(call: ApiCall): Promise<Variable> {
  const path = call.params[0] ?? "";
  const variable = await call.values.variable(path);
  if (!variable) throw new NotFound("variable", path, call.values.howToAdd("variable", path));
  return variable;
}

/** Windmill's routes for resources and variables. */
export const VALUE_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    pattern: /^resources\/get_value_interpolated\/(.+)$/,
    answer: async (call) => ({ json: await interpolate((await resourceOf(call)).value, call.values) }),
  },
  {
    method: "GET",
    pattern: /^resources\/get_value\/(.+)$/,
    answer: async (call) => ({ json: (await resourceOf(call)).value }),
  },
  {
    method: "GET",
    pattern: /^resources\/exists\/(.+)$/,
    answer: async (call) => ({ json: (await call.values.resource(call.params[0] ?? "")) !== undefined }),
  },
  {
    method: "POST",
    pattern: /^resources\/update_value\/(.+)$/,
    answer: async (call) => {
      const { value } = parseInput(NewValue, call.body);
      await call.values.setResource(call.params[0] ?? "", { ...(await resourceOf(call)), value });
      return { text: "value updated" };
    },
  },
  {
    method: "POST",
    pattern: /^resources\/create$/,
    answer: async (call) => {
      const { path, ...resource } = parseInput(NewResource, call.body);
      await call.values.setResource(path, resource);
      return { text: `resource ${path} created`, status: 201 };
    },
  },
  {
    method: "GET",
    pattern: /^variables\/get_value\/(.+)$/,
    answer: async (call) => ({ json: (await variableOf(call)).value }),
  },
  {
    method: "GET",
    pattern: /^variables\/exists\/(.+)$/,
    answer: async (call) => ({ json: (await call.values.variable(call.params[0] ?? "")) !== undefined }),
  },
  {
    method: "POST",
    pattern: /^variables\/update\/(.+)$/,
    answer: async (call) => {
      const changes = parseInput(ChangedVariable, call.body);
      await call.values.setVariable(call.params[0] ?? "", { ...(await variableOf(call)), ...changes });
      return { text: "variable updated" };
    },
  },
  {
    method: "POST",
    pattern: /^variables\/create$/,
    answer: async (call) => {
      const { path, ...variable } = parseInput(NewVariable, call.body);
      await call.values.setVariable(path, variable);
      return { text: `variable ${path} created`, status: 201 };
    },
  },
];
