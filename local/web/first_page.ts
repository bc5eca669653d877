import type { FirstView } from "./app_bundle.ts";

/** The document that the page lives in. Everything in it is ours; nothing of a household's is written into it. */
export function firstPage(options: {
  first: FirstView;
  nonce: string;
  /** Where phones reach shared lists, if they can. */
  shareOrigin: string | undefined;
}): string {
  const { first, nonce, shareOrigin } = options;
  const share =
    shareOrigin === undefined ? "" : `\n<meta name="share-origin" content="${attribute(shareOrigin)}">`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="csp-nonce" content="${nonce}">${share}
<title>Meal planner</title>
${scripts(first)}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="manifest" href="/manifest.webmanifest">
</head>
<body>
<div id="root"></div>
<noscript>The meal planner's page needs JavaScript. The terminal prints the week and the shopping list without it.</noscript>
</body>
</html>
`;
}

/** The first calls go out first; then everything comes at once, not each file when the one before it asks for it. */
function scripts({ begin, style, script, preload }: FirstView): string {
  return [
    ...(begin === undefined ? [] : [`<script async src="/assets/${begin}"></script>`]),
    `<link rel="stylesheet" href="/assets/${style}">`,
    ...preload.map((name) => `<link rel="modulepreload" href="/assets/${name}">`),
    `<script type="module" src="/assets/${script}"></script>`,
  ].join("\n");
}

function attribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A bowl. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="#2f6b4f"/><path d="M12 32h40a20 20 0 0 1-13 18.7V53H25v-2.3A20 20 0 0 1 12 32z" fill="#fff"/><path d="M24 26c0-5 4-5 4-10M36 26c0-5 4-5 4-10" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>`;

/** Lets a phone keep the page on its home screen. */
export const MANIFEST = JSON.stringify({
  name: "Meal planner",
  short_name: "Meals",
  start_url: "/",
  display: "standalone",
  background_color: "#ffffff",
  theme_color: "#2f6b4f",
  icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
});
