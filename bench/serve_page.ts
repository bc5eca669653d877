// The page's server by itself, as `npm start` has it: in the benchmark's own process it would wait for the benchmark.
import { Database, type Postgresql } from "../f/meal-planner/database/connection.ts";
import { serveWeb } from "../local/web/web_server.ts";

const resource: Postgresql = JSON.parse(process.env.BENCH_DATABASE ?? "{}");
const database = new Database(resource, { maxConnections: 8 });
const web = await serveWeb({ database, port: 0 });
const tell = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);
tell(web.address);
// Each line that comes in is answered with the processor time used so far, in milliseconds.
process.stdin.on("data", () => {
  const { user, system } = process.cpuUsage();
  tell((user + system) / 1000);
});
process.stdin.on("end", async () => {
  await web.close();
  await database.close();
});
