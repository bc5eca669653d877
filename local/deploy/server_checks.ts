import { z } from "zod";
import { DeploymentError } from "./deployment_error.ts";
import type { WindmillApi } from "./windmill_api.ts";

/** The oldest Windmill whose source the workspace was checked against: files, API, worker and CLI agree from here on. */
export const LEAST_VERSION = "1.788.0";

/** @throws DeploymentError where the server is older, or doesn't say. */
export async function requireVersion(api: WindmillApi): Promise<string> {
  const answer = (await api.call("GET", "/version")).trim();
  const version = /(\d+)\.(\d+)\.(\d+)/.exec(answer)?.[0];
  const where = api.environment.baseUrl;
  if (version === undefined) {
    throw new DeploymentError(
      `${where} says that its version is "${answer.slice(0, 60)}". Is it a Windmill, and no proxy's login page?`,
    );
  }
  if (isOlder(version, LEAST_VERSION)) {
    throw new DeploymentError(
      `${where} runs Windmill ${version}; at least ${LEAST_VERSION} is needed. Update it (windmill.dev/docs/advanced/self_host) and deploy again.`,
    );
  }
  return answer;
}

function isOlder(version: string, than: string): boolean {
  const [a, b] = [version.split(".").map(Number), than.split(".").map(Number)];
  const differing = a.findIndex((part, index) => part !== b[index]);
  return differing >= 0 && (a[differing] ?? 0) < (b[differing] ?? 0);
}

const WhoAmI = z.object({ username: z.string(), operator: z.boolean().default(false) });

/** Who deploys. @throws DeploymentError for a user who may only run things. */
export async function requireDeveloper(api: WindmillApi): Promise<string> {
  const { username, operator } = WhoAmI.parse(JSON.parse(await api.inWorkspace("GET", "/users/whoami")));
  if (operator) {
    throw new DeploymentError(`${username} is an operator, who can't deploy. Use the token of a developer.`);
  }
  return username;
}

const Scripts = z.array(z.object({ path: z.string(), has_deploy_errors: z.boolean().nullish() }));
const PAGE = 1000;

/** @throws DeploymentError where Windmill can't run a script of ours, because locking its packages failed. */
export async function requireSoundScripts(api: WindmillApi): Promise<void> {
  const broken: string[] = [];
  for (let page = 1, length = PAGE; length === PAGE; page++) {
    const query = `path_start=f/meal-planner/&include_without_main=true&per_page=${PAGE}&page=${page}`;
    const scripts = Scripts.parse(JSON.parse(await api.inWorkspace("GET", `/scripts/list?${query}`)));
    broken.push(...scripts.filter((script) => script.has_deploy_errors).map(({ path }) => path));
    length = scripts.length;
  }
  if (broken.length === 0) return;
  throw new DeploymentError(
    `Windmill couldn't lock the packages of ${broken.length} scripts, and won't run them: ${broken.slice(0, 5).join(", ")}${broken.length > 5 ? ", …" : ""}. Deploy again; Windmill → Runs → Dependencies says why.`,
  );
}
