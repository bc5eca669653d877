import { beginCall } from "./adapters/begun_calls.ts";
import { firstCalls } from "./shell/first_calls.ts";
import { readRoute } from "./shell/route.ts";

// Comes before the page's own code, which is a hundred times as large: the first view's data is on its way meanwhile.
for (const { id, args } of firstCalls(readRoute(location.hash))) beginCall(id, args);

// The first number and the first date of all that a browser writes take it some ten milliseconds each. Until the page's code
// has come there is nothing else to do.
new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(1.5);
new Intl.DateTimeFormat(undefined, { weekday: "long", timeZone: "UTC" }).format(0);
