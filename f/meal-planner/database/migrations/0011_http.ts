import type { Migration } from "../migrate.ts";

export const http: Migration = {
  id: 11,
  name: "http",
  sql: `
    -- How many calls to an outside system were made lately, by all workers together.
    create table meal_planner.http_budgets (
      name text primary key,
      state jsonb not null
    ) with (fillfactor = 50);

    -- Answers of outside systems, for as long as they may be kept.
    create table meal_planner.http_answers (
      system text not null,
      question text not null,
      answer jsonb not null,
      expires_at timestamptz not null,
      primary key (system, question)
    );
    create index http_answers_expiry on meal_planner.http_answers (expires_at);
  `,
};
