import type { Database, Queryable } from "../database/connection.ts";

const SWEPT_AT_ONCE = 200;

/** Whose answers, and for how many seconds by the database's clock they may be given again. */
export type Keeping = { system: string; keepSeconds: number };

/**
 * Kept answers to the questions, and those that `ask` fetches to the rest, which are then kept too. A question that
 * `ask` has no answer to is left out, and asked again next time. Two that ask at once may both fetch; the later answer
 * is kept. An answer is plain JSON.
 */
export async function keptAnswers<T>(
  database: Database,
  keeping: Keeping,
  questions: readonly string[],
  ask: (unanswered: string[]) => Promise<ReadonlyMap<string, T>>,
): Promise<Map<string, T>> {
  const { rows } = await database.query<{ question: string; answer: T }>(
    `select question, answer from meal_planner.http_answers
     where system = $1::text and question = any ($2::text[]) and expires_at > now()`,
    [keeping.system, questions],
  );
  const answers = new Map(rows.map(({ question, answer }) => [question, answer]));
  const unanswered = [...new Set(questions)].filter((question) => !answers.has(question));
  if (unanswered.length === 0) return answers;
  const fetched = await ask(unanswered);
  if (fetched.size > 0) await keep(database, keeping, fetched);
  for (const [question, answer] of fetched) answers.set(question, answer);
  return answers;
}

/** A kept answer to one question, or what `ask` fetches. */
export async function keptAnswer<T>(
  database: Database,
  about: Keeping & { question: string },
  ask: () => Promise<T>,
): Promise<T> {
  const asked = async () => new Map([[about.question, await ask()]]);
  return (await keptAnswers(database, about, [about.question], asked)).get(about.question) as T;
}

async function keep(
  database: Database,
  keeping: Keeping,
  answers: ReadonlyMap<string, unknown>,
): Promise<void> {
  const rows = [...answers].map(([question, answer]) => ({ question, answer }));
  await database.query(
    `insert into meal_planner.http_answers (system, question, answer, expires_at)
     select $1::text, question, answer, now() + make_interval(secs => $2::float8)
     from jsonb_to_recordset($3::jsonb) as r (question text, answer jsonb)
     order by question
     on conflict (system, question) do update set answer = excluded.answer, expires_at = excluded.expires_at`,
    [keeping.system, keeping.keepSeconds, JSON.stringify(rows)],
  );
  // Whoever adds takes away as much as they may add, so that old answers don't pile up between two upkeeps.
  await forgetOldAnswers(database);
}

/** Takes away answers whose time is over, at most so many; how many there were. */
export async function forgetOldAnswers(db: Queryable, atMost = SWEPT_AT_ONCE): Promise<number> {
  const { rowCount } = await db.query(
    `delete from meal_planner.http_answers where ctid = any (array(
       select ctid from meal_planner.http_answers where expires_at <= now()
       order by expires_at limit $1::integer for update skip locked))`,
    [atMost],
  );
  return rowCount;
}
