import { beginCall } from "./adapters/begun_calls.ts";
import { firstCalls } from "./shell/first_calls.ts";
import { readRoute } from "./shell/route.ts";

// Comes before the page's own code, which is a hundred times as large: the first view's data is on its way meanwhile.
for (const { id, args } of firstCalls(readRoute(location.hash))) beginCall(id, args);
