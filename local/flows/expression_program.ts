/** The step ids that an expression spells out; Windmill fetches those before it runs, so they read at once. */
export function referencedSteps(text: string): Set<string> {
  const found = [...text.matchAll(/results\??(?:\.([a-zA-Z_0-9]+)|\["(.*?)"\])/g)];
  return new Set(found.map(([, dotted, quoted]) => dotted ?? quoted ?? ""));
}

/**
 * The program that Windmill's engine (QuickJS, in its backend/windmill-jseval) makes of an expression: calls that
 * wait are awaited, and a text that isn't made of statements is what is returned.
 */
export function programOf(expression: string): string {
  const awaited = ["variable", "resource", "flow_user_state"].reduce(awaitCalls, expression.trim());
  const body = hasStatements(awaited) ? awaited : `return ${awaited}`;
  return `(async () => { ${body}\n })().then((x) => JSON.stringify(x ?? null))`;
}

/** Whether an expression is made of statements none of which returns: Windmill then gives null, whatever it says. */
export function returnsNothing(expression: string): boolean {
  return hasStatements(expression.trim()) && !/\b(return|throw)\b/.test(expression);
}

const STATEMENT =
  /^(return[ ;]|return$|const |let |var |if[ (]|for[ (]|while[ (]|switch[ (]|try[ {]|throw |function |class |async |await )/;

function hasStatements(text: string): boolean {
  return STATEMENT.test(text) || hasSemicolon(text);
}

/** A semicolon anywhere but within a string, even in an inner function: that is what Windmill looks for. */
function hasSemicolon(text: string): boolean {
  let quote = "";
  let before = "";
  for (const character of text) {
    if (character === ";" && quote === "") return true;
    if (before !== "\\" && (quote === "" || quote === character) && "'\"`".includes(character)) {
      quote = quote === "" ? character : "";
    }
    before = character;
  }
  return false;
}

/** `variable("f/x/y")` → `(await variable("f/x/y"))`: authors needn't know that these wait. */
function awaitCalls(text: string, name: string): string {
  const [first = "", ...rest] = text.split(`${name}(`);
  return rest.reduce((sofar, part) => `${sofar}(await ${name}(${closeAfterCall(part)}`, first);
}

function closeAfterCall(text: string): string {
  let depth = 1;
  let end = 0;
  for (const character of text) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (depth === 0) break;
    end++;
  }
  return `${text.slice(0, end)})${text.slice(end)}`;
}
