const SOON_MS = 500;
const AT_LAST_MS = 5_000;

/** Does what can wait when the browser has nothing else to do. */
export function whenQuiet(work: () => void): void {
  setTimeout(() => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: AT_LAST_MS });
    // Safari has none.
    else work();
  }, SOON_MS);
}

/** Does what may come after the next picture that the browser shows; answers how to leave it. */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
