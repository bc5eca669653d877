import { Database, type Postgresql } from "../../../f/meal-planner/database/connection.ts";
import { redrive } from "../../../f/meal-planner/patterns/dlq/redrive.ts";
import { childInput, pass } from "./stop_point.ts";

const input = childInput<{ db: Postgresql; target: string; redrive_id?: string }>();
const database = new Database(input.db);
const maximum_redrives = 3;
const common = { max_seconds: 50 };
let jobs = 0;
// The jobs stand between the batches' beginning and their commit.
const startJob = async () => {
  jobs += 1;
  await pass(`job ${jobs}`, input.stop_at);
};
const progress = input.redrive_id
  ? await redrive(database, { action: "resume", redrive_id: input.redrive_id, ...common }, startJob)
  : await redrive(
      database,
      {
        action: "start",
        filter: { target: input.target },
        rate_per_second: 400,
        maximum_redrives,
        dry_run: false,
        ...common,
      },
      startJob,
    );
console.log(JSON.stringify(progress));
await database.close();
