import { Upstream } from "../../database/errors.ts";

/*
 * Tokens are kept in secret variables of the workspace: Windmill encrypts them, and they are in no table, log or result.
 */

/**
 * The value of a secret variable; undefined where it isn't there or is empty.
 *
 * @throws Upstream where the workspace doesn't answer.
 */
export async function readSecret(path: string): Promise<string | undefined> {
  const { getVariable } = await import("windmill-client");
  try {
    return (await getVariable(path)) || undefined;
  } catch (error) {
    if (await isMissing(path)) return undefined;
    throw unreachable("read", path, error);
  }
}

/** Writes a secret variable, and makes it where it isn't there. */
export async function writeSecret(path: string, value: string, description: string): Promise<void> {
  const { setVariable } = await import("windmill-client");
  await setVariable(path, value, true, description).catch((error: unknown) => {
    throw unreachable("written", path, error);
  });
}

async function isMissing(path: string): Promise<boolean> {
  const { VariableService } = await import("windmill-client");
  const workspace = process.env.WM_WORKSPACE ?? "";
  return VariableService.existsVariable({ workspace, path }).then(
    (exists) => !exists,
    () => false, // then the failure to read it is what is told
  );
}

function unreachable(what: string, path: string, error: unknown): Upstream {
  const reason = error instanceof Error ? error.message : String(error);
  return new Upstream(
    "unavailable",
    `The secret variable ${path} can't be ${what}: ${reason}. Check that the script runs in the workspace and may use the folder.`,
  );
}
