import { connect } from "node:net";

/**
 * Whether the host takes connections: tried for so many milliseconds. The standard fetch tells nobody when it has
 * connected, so a call that is silent asks this way whether it is worth waiting. Behind a proxy the answer is yes.
 */
export function takesConnections(url: URL, timeoutMs: number): Promise<boolean> {
  if (PROXY_VARIABLES.some((name) => process.env[name])) return Promise.resolve(true);
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  return new Promise((resolve) => {
    const socket = connect({ host: url.hostname.replace(/^\[|\]$/g, ""), port });
    const end = (answer: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => end(false), timeoutMs);
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}

const PROXY_VARIABLES = ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"];
