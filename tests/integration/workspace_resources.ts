import { beforeAll, vi } from "vitest";
import { serveJobApi } from "../../local/jobs/job_api.ts";
import { JobRegistry } from "../../local/jobs/job_registry.ts";
import type { Resource, Variable } from "../../local/jobs/workspace_values.ts";

/** A workspace's resources and variables in memory, as scripts of this process find them through Windmill's client. */
export function useWorkspace(): { resources: Map<string, unknown>; variables: Map<string, Variable> } {
  const resources = new Map<string, unknown>();
  const variables = new Map<string, Variable>();
  const resource = async (path: string): Promise<Resource | undefined> =>
    resources.has(path) ? { value: resources.get(path), resource_type: "any" } : undefined;
  beforeAll(async () => {
    const values = {
      resource,
      variable: async (path: string) => variables.get(path),
      setResource: async () => undefined,
      setVariable: async (path: string, variable: Variable) => void variables.set(path, variable),
      howToAdd: () => "Add it.",
    };
    const noJobs = new JobRegistry(() => Promise.reject(new Error("No jobs here.")));
    const api = await serveJobApi(values, noJobs);
    vi.stubEnv("BASE_INTERNAL_URL", api.url);
    vi.stubEnv("WM_TOKEN", api.token);
    vi.stubEnv("WM_WORKSPACE", "test");
    return async () => {
      vi.unstubAllEnvs();
      await api.close();
    };
  });
  return { resources, variables };
}
