/** A page with what a flow's step shows, and a button for either answer. */
export function approvalPage(
  question: { shown: unknown } | undefined,
  links: { approve: string; refuse: string },
): string {
  const { title, text } = inWords(question);
  const buttons = question
    ? `<form method="post" action="${escaped(links.approve)}"><button>Approve</button></form>
<form method="post" action="${escaped(links.refuse)}"><button>Refuse</button></form>`
    : "";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
pre { white-space: pre-wrap; font-size: 0.9rem }
form { display: inline-block; margin-right: 1rem }
button { font: inherit; padding: 0.6rem 1.4rem }
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<pre>${escaped(text)}</pre>
${buttons}
</body>
</html>
`;
}

/** A question of ours has its words; of any other step it is the result. */
function inWords(question: { shown: unknown } | undefined): { title: string; text: string } {
  if (!question) return { title: "Nothing to decide", text: "This step doesn't wait, or waits no longer." };
  const shown = Object(question.shown) as { title?: unknown; description?: { markdown?: unknown } };
  const markdown = shown.description?.markdown;
  return {
    title: typeof shown.title === "string" ? shown.title : "A flow asks for approval",
    text: typeof markdown === "string" ? markdown : JSON.stringify(question.shown, null, 2),
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
