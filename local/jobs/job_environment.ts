import { WAKE } from "../../f/meal-planner/events/producers/wake_dispatcher.ts";

/** Where a job stands among others; a flow's step also knows its flow. */
export type JobPlace = {
  id: string;
  path: string;
  parentJob?: string;
  rootJob?: string;
  flow?: { jobId: string; path: string; stepId: string; rootJob: string; place: string };
};

export type ApiAddress = { url: string; token: string };

/** The workspace's name and user on one machine. */
export const LOCAL_WORKSPACE = "local";
export const LOCAL_USER = "local";

// A job's environment holds nothing else of ours: what works here must not hang on a variable of this shell.
const PASSED_ON = ["PATH", "HOME", "TMPDIR", "TZ", "LANG", "SYSTEMROOT", "NODE_EXTRA_CA_CERTS"];
// What an installation sets for all its jobs; in Windmill, a variable of the worker group.
const SETTINGS = ["MEAL_PLANNER_PRIVATE_HOSTS"];
const PROXIES = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"].flatMap((name) => [name, name.toLowerCase()]);

/** The variables that Windmill gives a job. */
export function jobEnvironment(place: JobPlace, api: ApiAddress): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const name of [...PASSED_ON, ...SETTINGS, ...PROXIES]) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  const flow = place.flow;
  const owner = (flow?.path ?? place.path).replaceAll("/", "_");
  const statePath = `u/${LOCAL_USER}/${flow ? `${owner}_${flow.stepId}` : owner}`;
  return {
    ...environment,
    // On one machine `npm start` dispatches by itself, and each command shows what it does and nothing more.
    [WAKE]: "no",
    BASE_INTERNAL_URL: api.url,
    BASE_URL: api.url,
    WM_BASE_URL: api.url,
    WM_TOKEN: api.token,
    WM_WORKSPACE: LOCAL_WORKSPACE,
    WM_USERNAME: LOCAL_USER,
    WM_EMAIL: "local@localhost",
    WM_END_USER_EMAIL: "local@localhost",
    WM_PERMISSIONED_AS: `u/${LOCAL_USER}`,
    WM_WORKER_GROUP: "local",
    WM_JOB_ID: place.id,
    WM_JOB_PATH: place.path,
    WM_OBJECT_PATH: `local/${place.id}`,
    WM_RUNNABLE_ID: place.path,
    WM_STATE_PATH: statePath,
    WM_STATE_PATH_NEW: statePath,
    WM_SCHEDULE_PATH: "",
    WM_FLOW_PATH: flow?.path ?? "",
    WM_FLOW_JOB_ID: flow?.jobId ?? "",
    WM_FLOW_STEP_ID: flow?.stepId ?? "",
    WM_ROOT_FLOW_JOB_ID: flow?.rootJob ?? place.rootJob ?? "",
    WM_ROOT_JOB_ID: place.rootJob ?? flow?.rootJob ?? "",
  };
}
