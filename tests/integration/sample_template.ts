import pg from "pg";
import { Database, type Postgresql } from "../../f/meal-planner/database/connection.ts";
import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";
import { createDatabase } from "../../local/postgres.ts";
import { loadSampleHousehold } from "../../local/start/local_household.ts";

// Any fixed number.
const MAKING_LOCK = 7_263_003;

/** Where the sample household's template is, of the run whose migrated template is given. */
export function sampleTemplate(template: Postgresql): Postgresql {
  return { ...template, dbname: `${template.dbname}_sample` };
}

/**
 * The migrated database with the sample household in it, all its events delivered: made by the first file of a run that asks,
 * for it takes seconds. Whoever asks meanwhile waits.
 *
 * @param admin Connected to another database of the server.
 */
export async function ensureSampleTemplate(admin: pg.Client, template: Postgresql): Promise<Postgresql> {
  const sample = sampleTemplate(template);
  await admin.query("select pg_advisory_lock($1::bigint)", [MAKING_LOCK]);
  try {
    const { rowCount } = await admin.query("select 1 from pg_database where datname = $1::text", [
      sample.dbname,
    ]);
    if (!rowCount) await make(admin, template, sample);
    return sample;
  } finally {
    await admin.query("select pg_advisory_unlock($1::bigint)", [MAKING_LOCK]);
  }
}

/** Under another name until it is whole: what a failing file leaves is no template. */
async function make(admin: pg.Client, template: Postgresql, sample: Postgresql): Promise<void> {
  const unfinished = { ...sample, dbname: `${sample.dbname}_unfinished` };
  const [from, to] = [unfinished.dbname, sample.dbname].map(pg.escapeIdentifier);
  await admin.query(`drop database if exists ${from} with (force)`);
  await createDatabase(admin, unfinished.dbname, template.dbname);
  const database = new Database(unfinished);
  try {
    await loadSampleHousehold(database);
    await dispatch(database, { maxSeconds: 60 });
  } finally {
    await database.close();
  }
  await admin.query(`alter database ${from} rename to ${to}`);
}
