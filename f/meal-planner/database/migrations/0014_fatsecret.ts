import type { Migration } from "../migrate.ts";

export const fatsecret: Migration = {
  id: 14,
  name: "fatsecret",
  sql: `
    -- The last OAuth timestamp given out for an application, which is named by a digest of its key.
    create table meal_planner.fatsecret_clocks (
      application text primary key,
      last bigint not null
    ) with (fillfactor = 50);

    -- An account is connected to one person, and a person to one account. Its token is in a secret variable, not here.
    create table meal_planner.fatsecret_connections (
      person_id uuid primary key references meal_planner.people on delete cascade,
      household_id uuid not null references meal_planner.households on delete cascade,
      -- A digest of the token: tells accounts apart, and opens none.
      account text not null unique,
      -- Where the token is; null for that of the resource itself.
      variable text,
      connected_at timestamptz not null default now(),
      -- Whoever reads or writes the account holds this: two at once would both miss what the other is about to write.
      lease_token uuid,
      leased_until timestamptz
    );

    -- A connection under way: the person is to allow it at FatSecret. Its secret is in a secret variable.
    create table meal_planner.fatsecret_requests (
      connection_id uuid primary key,
      household_id uuid not null references meal_planner.households on delete cascade,
      person_id uuid not null unique references meal_planner.people on delete cascade,
      expires_at timestamptz not null,
      used_at timestamptz
    );

    -- Foods of FatSecret by their ids, and the food of ours that each is. No content of FatSecret's.
    create table meal_planner.fatsecret_foods (
      household_id uuid not null references meal_planner.households on delete cascade,
      fatsecret_food_id text not null,
      -- The serving that our entries are counted in; null for the one that is measured best.
      serving_id text,
      -- Null where nothing of ours is it.
      food_id uuid,
      -- Whether a person chose it. A choice is never replaced by a guess.
      chosen boolean not null default false,
      seen_at timestamptz not null default now(),
      primary key (household_id, fatsecret_food_id)
    );
    create index fatsecret_foods_by_food on meal_planner.fatsecret_foods (household_id, food_id);

    -- What a person has at FatSecret besides the diary, by ids: favourite, recent, most or saved.
    create table meal_planner.fatsecret_lists (
      person_id uuid not null references meal_planner.people on delete cascade,
      list text not null check (list in ('favorite_foods', 'recent_foods', 'frequent_foods', 'favorite_recipes', 'saved_meals')),
      item_id text not null,
      position integer not null,
      seen_at timestamptz not null default now(),
      primary key (person_id, list, item_id)
    );

    -- A diary entry of ours that FatSecret is to have, or has; also the queue of what is still to be sent.
    create table meal_planner.fatsecret_entries (
      entry_id uuid primary key references meal_planner.diary_entries on delete cascade,
      person_id uuid not null references meal_planner.people on delete cascade,
      -- Who decides what is in it: what came from FatSecret is theirs until somebody writes it anew here.
      owner text not null check (owner in ('ours', 'theirs')),
      state text not null check (state in ('waiting', 'done', 'dead')),
      -- The version that is to be there, and the one that is; null before the first time.
      wanted_version integer not null,
      synced_version integer,
      -- A digest of what was eaten then: tells a moved entry from one written anew.
      eaten_digest text,
      attempts integer not null default 0,
      due_at timestamptz not null default now(),
      error_code text,
      error_message text,
      updated_at timestamptz not null default now()
    );
    create index fatsecret_entries_due on meal_planner.fatsecret_entries (person_id, due_at) where state = 'waiting';

    -- What stands at FatSecret for an entry, or may: written before each call, so that a lost answer is looked for.
    create table meal_planner.fatsecret_items (
      item_id uuid primary key,
      entry_id uuid not null references meal_planner.fatsecret_entries on delete cascade,
      person_id uuid not null references meal_planner.people on delete cascade,
      date date not null,
      meal text not null check (meal in ('breakfast', 'lunch', 'dinner', 'other')),
      fatsecret_food_id text not null,
      serving_id text not null,
      units double precision not null,
      -- Null while it isn't known whether it is there.
      food_entry_id text
    );
    create unique index fatsecret_items_by_id on meal_planner.fatsecret_items (person_id, food_entry_id)
      where food_entry_id is not null;
    create index fatsecret_items_by_entry on meal_planner.fatsecret_items (entry_id);

    -- Diary entries whose name and figures are FatSecret's, as nothing of ours is known instead. They may stand for a day.
    create table meal_planner.fatsecret_kept (
      entry_id uuid primary key references meal_planner.diary_entries on delete cascade,
      -- The version that they are in: what somebody has written since is theirs.
      entry_version integer not null,
      expires_at timestamptz not null
    );
    create index fatsecret_kept_expiry on meal_planner.fatsecret_kept (expires_at);

    -- Weights that both have, as they were when both were last the same.
    create table meal_planner.fatsecret_weights (
      person_id uuid not null references meal_planner.people on delete cascade,
      date date not null,
      weight_kg double precision not null,
      -- Whether it comes from there; it may stand here for a day then.
      theirs boolean not null,
      expires_at timestamptz not null,
      primary key (person_id, date)
    );
    create index fatsecret_weights_expiry on meal_planner.fatsecret_weights (expires_at);

    -- A run of synchronisation and how far it has come. One that was cut off is gone on with.
    create table meal_planner.fatsecret_runs (
      run_id uuid primary key,
      household_id uuid not null references meal_planner.households on delete cascade,
      person_id uuid not null references meal_planner.people on delete cascade,
      -- What it was asked to do: {scope, from, to, …}
      terms jsonb not null,
      state text not null check (state in ('running', 'completed')),
      -- The parts that are done, in order.
      done text[] not null default '{}',
      counts jsonb not null,
      problems jsonb not null default '[]',
      started_at timestamptz not null default now(),
      ended_at timestamptz
    );
    -- One unfinished run a person and scope: a second call goes on with it.
    create unique index fatsecret_runs_unfinished on meal_planner.fatsecret_runs (person_id, (terms -> 'scope'))
      where state = 'running';
    create index fatsecret_runs_by_person on meal_planner.fatsecret_runs (person_id, started_at);
  `,
};
