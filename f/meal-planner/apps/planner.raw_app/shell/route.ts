/** Where we are: `#/week/<id>` is page "week" with rest ["<id>"]. After the hash, so it works in any frame and folder. */
export type Route = { page: string; rest: string[] };

export function readRoute(hash: string): Route {
  const [page = "", ...rest] = hash
    .replace(/^#?\/?/, "")
    .split("/")
    .filter(Boolean)
    .map(decode);
  return { page: page || "week", rest };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
