/** The child's input, and the point at which it stops to be killed. */
export function childInput<T extends object>(): T & { stop_at?: string } {
  return JSON.parse(process.argv[2] ?? "{}");
}

/** Prints `at:<point>`; at the point where the parent means to kill this process, it then waits for that. */
export async function pass(point: string, stopAt: string | undefined): Promise<void> {
  console.log(`at:${point}`);
  if (point === stopAt) await new Promise((resolve) => setTimeout(resolve, 60_000));
}
