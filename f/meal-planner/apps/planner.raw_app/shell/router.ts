import { useSyncExternalStore } from "react";
import { type Route, readRoute } from "./route.ts";

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
