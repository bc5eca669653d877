/** What a request tells of where it comes from. */
export type Caller = {
  method: string;
  host: string | undefined;
  origin: string | undefined;
  /** `Sec-Fetch-Site`; browsers set it, and no page can. */
  site: string | undefined;
  /** `Sec-Fetch-Mode`. */
  mode: string | undefined;
};

/** Whom a listener is for: only this machine, or whoever reaches it. */
export type Audience = "this_machine" | "anyone";

const LOOPBACK_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Why a request isn't answered, or null. Refused are names that a foreign page pointed at this machine (DNS rebinding:
 * the browser then takes our answers for that page's own) and what a foreign page sends here by itself (CSRF).
 *
 * The name is checked where only this machine is meant. Where anyone is, everything that can be had needs a token that
 * a foreign page doesn't know, and the name may be any that leads here.
 */
export function refusal(caller: Caller, audience: Audience): string | null {
  const host = caller.host ?? "";
  if (audience === "this_machine" && !LOOPBACK_NAMES.has(host.replace(/:\d+$/, "").toLowerCase())) {
    return "This page is for this machine only: open it as http://localhost.";
  }
  if (
    caller.origin !== undefined &&
    caller.origin !== `http://${host}` &&
    caller.origin !== `https://${host}`
  ) {
    return "Another page may not call this one.";
  }
  const reads = caller.method === "GET" || caller.method === "HEAD";
  // A link from elsewhere may open the page; nothing else of it may be had from there.
  const opens = reads && caller.mode === "navigate";
  const foreign = caller.site === "cross-site" || caller.site === "same-site";
  return foreign && !opens ? "Another page may not call this one." : null;
}
