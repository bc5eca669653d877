import { useSyncExternalStore } from "react";

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

export function linkTo(page: string, ...rest: string[]): string {
  return `#/${[page, ...rest].map(encodeURIComponent).join("/")}`;
}

export function goTo(page: string, ...rest: string[]): void {
  location.hash = linkTo(page, ...rest);
}

function subscribe(changed: () => void): () => void {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}

export function useRoute(): Route {
  return readRoute(useSyncExternalStore(subscribe, () => location.hash));
}
