import { existsSync } from "node:fs";

// Where Debian, Ubuntu, Fedora, Alpine and macOS put it. Chrome itself does as well.
const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/lib/chromium/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export const HOW_TO_GET_CHROMIUM =
  "There is no Chromium. Install it (Debian, Ubuntu: sudo apt-get install chromium), or name one by CHROMIUM=/path/to/it.";

/** The browser for tests and benchmarks: the one that `CHROMIUM` names, else one in a usual place. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM;
  return [...(named ? [named] : []), ...PLACES].find(existsSync);
}

/** Starts without a sandbox only as root, where it can't have one; asks nothing of the network by itself. */
export function chromiumOptions(executablePath: string) {
  const quiet = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-domain-reliability",
    "--no-pings",
  ];
  return { executablePath, headless: true, args: quiet, chromiumSandbox: process.getuid?.() !== 0 };
}
