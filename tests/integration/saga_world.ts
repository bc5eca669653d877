import { z } from "zod";
import type { Database } from "../../f/meal-planner/database/connection.ts";
import { Upstream } from "../../f/meal-planner/database/errors.ts";
import { defineSaga, type SagaStep } from "../../f/meal-planner/patterns/saga/saga_definition.ts";

const quick = { initial_delay_seconds: 0.001, maximum_delay_seconds: 0.001, maximum_retry_attempts: 2 };

export type Trouble = { code: "rejected" | "unavailable"; times: number; acts?: boolean };

/**
 * A step on an outside system (a table without transactions of ours): it does a thing once for a key, and undoes it.
 * `trouble` fails its first tries; `acts` says that they take effect all the same, and only the answer is lost.
 */
export function outsideStep(
  world: Database,
  name: string,
  trouble: { action?: Trouble; undo?: Trouble } = {},
  more: Partial<SagaStep<{ subject: string }>> = {},
  pass: (point: string) => Promise<void> = async () => undefined,
): SagaStep<{ subject: string }> {
  const troubled = (what: Trouble | undefined, attempt: number) => {
    if (what && attempt <= what.times) throw new Upstream(what.code, `${name} is in trouble`);
  };
  return {
    name,
    retry: quick,
    action: {
      outside: async ({ input, idempotencyKey, attempt }) => {
        await pass(`${name}:before`);
        if (!trouble.action?.acts) troubled(trouble.action, attempt);
        await world.query(
          `insert into things (subject, step, key) values ($1::text, $2::text, $3::text) on conflict (key) do nothing`,
          [input.subject, name, idempotencyKey],
        );
        troubled(trouble.action, attempt);
        await pass(`${name}:after`);
        return { made: name };
      },
    },
    compensationRetry: quick,
    compensation: {
      outside: async ({ input, attempt }) => {
        await pass(`${name}:before_undo`);
        troubled(trouble.undo, attempt);
        await world.query(
          `with gone as (delete from things where subject = $1::text and step = $2::text returning step)
           insert into undone (subject, step, had_effect) select $1::text, $2::text, exists (select from gone)`,
          [input.subject, name],
        );
        await pass(`${name}:after_undo`);
      },
    },
    ...more,
  };
}

export async function createWorld(database: Database): Promise<void> {
  await database.query(
    "create table things (subject text not null, step text not null, key text primary key)",
  );
  await database.query(
    "create table undone (id bigint generated always as identity, subject text not null, step text not null, had_effect boolean not null)",
  );
}

/** What the outside systems hold, and what was undone in which order. */
export async function lookAt(
  database: Database,
  subject: string,
): Promise<{ things: string[]; undone: string[] }> {
  const things = await database.query<{ step: string }>(
    "select step from things where subject = $1::text order by step",
    [subject],
  );
  const undone = await database.query<{ step: string }>(
    "select step from undone where subject = $1::text order by id",
    [subject],
  );
  return { things: things.rows.map(({ step }) => step), undone: undone.rows.map(({ step }) => step) };
}

export function sagaOf(
  name: string,
  stages: (SagaStep<{ subject: string }> | SagaStep<{ subject: string }>[])[],
  version = 1,
) {
  return defineSaga({ name, version, input: z.strictObject({ subject: z.string() }), stages });
}

/** Three steps outside, one of them inside the database; it fails at the end or not. Tells where it is. */
export function crashingSaga(world: Database, fails: boolean, pass: (point: string) => Promise<void>) {
  const inside: SagaStep<{ subject: string }> = {
    name: "inside",
    retry: quick,
    action: {
      inside: async (tx, { input, idempotencyKey }) => {
        await pass("inside:before");
        // No key of its own would protect it: a second commit of this would be seen as two things.
        await tx.query("insert into things values ($1::text, 'inside', $2::text || clock_timestamp())", [
          input.subject,
          idempotencyKey,
        ]);
        await pass("inside:after");
      },
    },
    compensationRetry: quick,
    compensation: {
      inside: async (tx, { input }) => {
        await pass("inside:before_undo");
        await tx.query("delete from things where subject = $1::text and step = 'inside'", [input.subject]);
        await tx.query("insert into undone (subject, step, had_effect) values ($1::text, 'inside', true)", [
          input.subject,
        ]);
        await pass("inside:after_undo");
      },
    },
  };
  const last = fails ? { action: { code: "rejected" as const, times: 9 } } : {};
  return sagaOf("crashing", [
    outsideStep(world, "first", {}, {}, pass),
    inside,
    [outsideStep(world, "left", {}, {}, pass), outsideStep(world, "right", {}, {}, pass)],
    outsideStep(world, "last", last, {}, pass),
  ]);
}
