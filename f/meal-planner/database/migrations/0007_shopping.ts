import type { Migration } from "../migrate.ts";

export const shopping: Migration = {
  id: 7,
  name: "shopping",
  sql: `
    create table meal_planner.shops (
      shop_id uuid primary key,
      household_id uuid not null references meal_planner.households on delete cascade,
      name text not null,
      -- The aisles in this shop's walk; those left out come last, in the usual order.
      aisle_order text[] not null,
      created_at timestamptz not null default now()
    );
    create unique index shops_by_name on meal_planner.shops (household_id, lower(name));

    create table meal_planner.shopping_lists (
      list_id uuid primary key,
      household_id uuid not null references meal_planner.households on delete cascade,
      name text not null,
      state text not null check (state in ('open', 'completed')),
      version integer not null default 1,
      -- What it is made from: a plan, a plan's days, or the active plans of some days; all null for one made by hand.
      plan_id uuid references meal_planner.meal_plans on delete set null,
      from_date date,
      to_date date,
      -- A digest of all that the meals need, before the pantry: tells whether a completed list still answers its plan.
      needs_digest text,
      shop_id uuid references meal_planner.shops on delete set null,
      assigned_to uuid references meal_planner.people on delete set null,
      -- {field: the version that last changed it}
      field_versions jsonb not null default '{}',
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      completed_at timestamptz
    );
    -- One open list for one question: two that generate it at once get the same list.
    create unique index shopping_lists_of_plan on meal_planner.shopping_lists (plan_id, from_date, to_date)
      nulls not distinct where state = 'open' and plan_id is not null;
    create unique index shopping_lists_of_days on meal_planner.shopping_lists (household_id, from_date, to_date)
      where state = 'open' and plan_id is null and from_date is not null;
    create index shopping_lists_by_household on meal_planner.shopping_lists (household_id, created_at);

    create table meal_planner.recurring_items (
      recurring_id uuid primary key,
      household_id uuid not null references meal_planner.households on delete cascade,
      line text not null,
      every_days integer not null check (every_days between 1 and 366),
      next_on date not null,
      created_at timestamptz not null default now()
    );
    create unique index recurring_items_by_line on meal_planner.recurring_items (household_id, lower(line));

    create table meal_planner.shopping_items (
      item_id uuid primary key,
      list_id uuid not null references meal_planner.shopping_lists on delete cascade,
      -- Lines of one key and origin are one line: food:onion, text:nori|sheet.
      key text not null,
      origin text not null check (origin in ('plan', 'hand', 'recurring')),
      recurring_id uuid references meal_planner.recurring_items on delete set null,

      -- The line as composed from the meals, or as somebody wrote it.
      name text not null,
      food_id text,
      aisle text not null,
      unit text,
      amount double precision,
      exact_amount double precision,
      grams double precision,
      -- Grams as bought of one unit; null for an unknown food.
      grams_each double precision,
      pantry_amount double precision not null default 0,
      pantry_grams double precision not null default 0,
      display text not null,
      need text not null default '',
      check_reason text,
      sources jsonb not null default '[]',
      -- False once the plan no longer asks for it. The row stays: what people did with it is needed if the plan does again.
      needed boolean not null default true,
      -- The amount that people last saw as settled; what differs from it is shown as a change. 0 for a later line.
      baseline_amount double precision,

      -- [{until, amount}]: what was to be bought before the list's version "until". A tick made on an older version is for
      -- the amount that was seen then.
      earlier_amounts jsonb not null default '[]',

      -- What people did. A tick holds for the amount that it was made at: more than that comes back.
      ticked boolean not null default false,
      ticked_amount double precision,
      ticked_at timestamptz,
      removed boolean not null default false,
      removed_amount double precision,
      own_amount double precision check (own_amount >= 0),
      substitute text,
      note text,
      price numeric(12, 2) check (price >= 0),
      assigned_to uuid references meal_planner.people on delete set null,
      shop_id uuid references meal_planner.shops on delete set null,
      -- {field: the list's version that last changed it}: two people's edits meet field by field.
      field_versions jsonb not null default '{}',
      created_at timestamptz not null default now()
    );
    -- Composed lines are merged; what people write stays as they wrote it.
    create unique index shopping_items_composed on meal_planner.shopping_items (list_id, origin, key)
      where origin <> 'hand';
    create index shopping_items_by_list on meal_planner.shopping_items (list_id);

    create table meal_planner.aisle_moves (
      household_id uuid not null references meal_planner.households on delete cascade,
      key text not null,
      aisle text not null,
      primary key (household_id, key)
    );

    create table meal_planner.known_prices (
      household_id uuid not null references meal_planner.households on delete cascade,
      key text not null,
      unit text not null,
      price_per_unit numeric(14, 6) not null check (price_per_unit >= 0),
      noted_at timestamptz not null default now(),
      primary key (household_id, key, unit)
    );

    -- Only the digest is kept: who reads the table can't open the link.
    create table meal_planner.list_shares (
      token_digest bytea primary key,
      list_id uuid not null references meal_planner.shopping_lists on delete cascade,
      created_at timestamptz not null default now(),
      revoked_at timestamptz
    );
    create index list_shares_by_list on meal_planner.list_shares (list_id);

    create table meal_planner.pantry_foods (
      household_id uuid not null references meal_planner.households on delete cascade,
      key text not null,
      name text not null,
      food_id text,
      -- grams of a known food; the unit as written of an unknown one (null for a bare count); portions of a cooked recipe.
      unit text,
      always_have boolean not null default false,
      primary key (household_id, key)
    );

    create table meal_planner.pantry_lots (
      lot_id uuid primary key,
      household_id uuid not null,
      key text not null,
      amount double precision not null check (amount >= 0),
      best_before date,
      updated_at timestamptz not null default now(),
      unique nulls not distinct (household_id, key, best_before),
      foreign key (household_id, key) references meal_planner.pantry_foods on delete cascade
    );

    -- Append-only: the sum of a lot's deltas is its amount.
    create table meal_planner.pantry_ledger (
      entry_id uuid primary key,
      household_id uuid not null references meal_planner.households on delete cascade,
      key text not null,
      lot_id uuid not null,
      delta double precision not null,
      reason text not null check (reason in ('set', 'bought', 'cooked')),
      list_id uuid,
      plan_id uuid,
      meal_date date,
      meal_position integer,
      at timestamptz not null default now()
    );
    create index pantry_ledger_by_food on meal_planner.pantry_ledger (household_id, key, at);
    create index pantry_ledger_by_meal on meal_planner.pantry_ledger (plan_id) where plan_id is not null;

    create table meal_planner.cooked_meals (
      plan_id uuid not null references meal_planner.meal_plans on delete cascade,
      date date not null,
      position integer not null,
      household_id uuid not null references meal_planner.households on delete cascade,
      -- What the pantry could not give, and so came from elsewhere: [{key, name, amount, unit}].
      short jsonb not null default '[]',
      cooked_at timestamptz not null default now(),
      primary key (plan_id, date, position)
    );
  `,
};
