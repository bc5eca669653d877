import type { AppBuild } from "./app_build.ts";

/**
 * The script that keeps the page at hand where there is no network: a shopping list opens in a cellar. It keeps the
 * page's own files only. Answers of the server are never kept by it: the page itself keeps what it needs offline.
 */
export function serviceWorker({ version, files: built }: AppBuild): string {
  const files = [
    "/",
    ...[...built.keys()].map((name) => `/assets/${name}`),
    "/icon.svg",
    "/manifest.webmanifest",
  ];
  return `"use strict";
const CACHE = "meal-planner-${version}";
const FILES = ${JSON.stringify(files)};

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      // The document is asked for while this script starts.
      .then(() => self.registration.navigationPreload?.enable())
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && url.pathname === "/") event.respondWith(newestPage(event));
  else if (FILES.includes(url.pathname + url.search)) event.respondWith(keptFile(event.request));
});

// The server's page where it answers: it may be a newer one. That isn't kept here, as the files that it names aren't.
async function newestPage(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch (error) {
    const cache = await caches.open(CACHE);
    const kept = await cache.match("/");
    if (kept) return kept;
    throw error;
  }
}

async function keptFile(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? fetch(request);
}
`;
}
