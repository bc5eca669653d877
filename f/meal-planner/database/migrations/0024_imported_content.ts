import type { Migration } from "../migrate.ts";

export const importedContent: Migration = {
  id: 24,
  name: "imported_content",
  sql: `
-- What a recipe's source last said of it, so that an import can tell the source's changes from the household's own.
alter table meal_planner.recipes add column imported jsonb;

-- Recipes are searched without accents: creme brulee finds Crème brûlée.
create function meal_planner.without_accents(text) returns text
  language sql immutable strict parallel safe
  return translate(
    regexp_replace(normalize($1, NFKD), '[\\u0300-\\u036f]', '', 'g'),
    'ßøØæÆœŒđĐłŁı', 'soOaAoOdDlLi''');

update meal_planner.recipes set search =
  setweight(to_tsvector('english', meal_planner.without_accents(name)), 'A')
  || setweight(to_tsvector('english',
       meal_planner.without_accents(array_to_string(tags, ' ') || ' ' || coalesce(cuisine, ''))), 'B')
  || setweight(to_tsvector('english', meal_planner.without_accents(
       (select coalesce(string_agg(line ->> 'food', ' '), '') from jsonb_array_elements(ingredients) as line))), 'C')
  || setweight(to_tsvector('english', meal_planner.without_accents(description)), 'D');
`,
};
