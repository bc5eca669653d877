import type { Database } from "../database/connection.ts";

const SWEPT_AT_ONCE = 100;

/**
 * A kept answer to the question, else the one that `ask` fetches, which is then kept for so many seconds by the
 * database's clock. Two that ask at once may both fetch; the later answer is kept. An answer is plain JSON.
 */
export async function keptAnswer<T>(
  database: Database,
  about: { system: string; question: string; keepSeconds: number },
  ask: () => Promise<T>,
): Promise<T> {
  const { rows } = await database.query<{ answer: T }>(
    `select answer from meal_planner.http_answers
     where system = $1::text and question = $2::text and expires_at > now()`,
    [about.system, about.question],
  );
  if (rows[0]) return rows[0].answer;
  const answer = await ask();
  // Whoever adds an answer takes away some whose time is over, so that nothing is kept longer than it may be needed.
  await database.query(
    `with swept as (
       delete from meal_planner.http_answers where ctid = any (array(
         select ctid from meal_planner.http_answers
         where expires_at <= now() and (system, question) <> ($1::text, $2::text)
         order by expires_at limit $5::integer for update skip locked))
     )
     insert into meal_planner.http_answers (system, question, answer, expires_at)
     values ($1::text, $2::text, $3::jsonb, now() + make_interval(secs => $4::float8))
     on conflict (system, question) do update set answer = excluded.answer, expires_at = excluded.expires_at`,
    [about.system, about.question, JSON.stringify(answer), about.keepSeconds, SWEPT_AT_ONCE],
  );
  return answer;
}
