import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import React, { useState } from "react";
import { MoreActions } from "../../shell/Action.tsx";
import { Icon } from "../../shell/Icon.tsx";
import { EmptyState } from "../../states/EmptyState.tsx";
import { ErrorState } from "../../states/ErrorState.tsx";
import { LoadingState } from "../../states/LoadingState.tsx";
import { EXPORT, RECIPES } from "../../texts/recipes.ts";
import { Duplicates } from "./Duplicates.tsx";
import { ImportSheet } from "./ImportSheet.tsx";
import { RecipeCard } from "./RecipeCard.tsx";
import { NO_FILTERS, RecipeFilters, wantedBy } from "./RecipeFilters.tsx";
import { type RecipeSummary, useRecipePages } from "./recipe_pages.ts";
import { useExport } from "./use_export.ts";

const TYPING_MS = 250;

/** The household's recipes: searched, filtered, a page at a time. */
export function RecipeList() {
  const [search, setSearch] = useState("");
  const [filters, setFilters] = useState(NO_FILTERS);
  const [filtering, setFiltering] = useState(false);
  const [importing, setImporting] = useState(false);
  const [wanted] = useDebouncedValue(wantedBy(search, filters), TYPING_MS);
  const pages = useRecipePages(wanted);
  const save = useExport(RECIPES.title);
  const { sort: _, ...narrowing } = filters;
  const active = Object.values(narrowing).filter((value) => value !== "").length;
  return (
    <>
      <header className="mp-recipes-head">
        <h1>{RECIPES.title}</h1>
        <div className="mp-recipes-head-actions">
          <Button leftSection={<Icon name="plus" size={18} />} onClick={() => setImporting(true)}>
            {RECIPES.add}
          </Button>
          <MoreActions
            label={RECIPES.moreActions}
            actions={[
              { icon: "save", text: EXPORT.allJson, onClick: () => save("json") },
              { icon: "save", text: EXPORT.allMarkdown, onClick: () => save("markdown") },
            ]}
          />
        </div>
      </header>
      <div className="mp-recipes-search">
        <TextInput
          type="search"
          aria-label={RECIPES.search}
          placeholder={RECIPES.searchHint}
          leftSection={<Icon name="search" size={18} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Button
          variant={active > 0 ? "light" : "default"}
          aria-expanded={filtering}
          onClick={() => setFiltering(!filtering)}
        >
          {active > 0 ? `${RECIPES.filters} (${active})` : RECIPES.filters}
        </Button>
      </div>
      {filtering && (
        <RecipeFilters filters={filters} known={tagsOf(pages.data?.recipes ?? [])} onChange={setFilters} />
      )}
      <Duplicates />
      <Found pages={pages} narrowed={search.trim() !== "" || active > 0} onAdd={() => setImporting(true)} />
      <ImportSheet opened={importing} onClose={() => setImporting(false)} />
    </>
  );
}

/** The tags of what is shown, the most frequent first. */
function tagsOf(recipes: readonly RecipeSummary[]): string[] {
  const count = new Map<string, number>();
  for (const tag of recipes.flatMap(({ tags }) => tags)) count.set(tag, (count.get(tag) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
}

function Found({
  pages,
  narrowed,
  onAdd,
}: {
  pages: ReturnType<typeof useRecipePages>;
  narrowed: boolean;
  onAdd: () => void;
}) {
  if (!pages.data) {
    return pages.error ? (
      <ErrorState error={pages.error} retry={() => void pages.refetch()} />
    ) : (
      <LoadingState lines={8} />
    );
  }
  const { recipes, searchedFor } = pages.data;
  if (recipes.length === 0) {
    return narrowed ? (
      <EmptyState title={RECIPES.noMatchTitle}>{RECIPES.noMatch}</EmptyState>
    ) : (
      <EmptyState title={RECIPES.noneTitle} action={<Button onClick={onAdd}>{RECIPES.add}</Button>}>
        {RECIPES.none}
      </EmptyState>
    );
  }
  return (
    <>
      {searchedFor !== null && (
        <p role="status" className="mp-muted">
          {RECIPES.searchedFor(searchedFor)}
        </p>
      )}
      <ul className="mp-recipe-grid">
        {recipes.map((recipe) => (
          <RecipeCard key={recipe.recipe_id} recipe={recipe} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <div className="mp-recipes-more">
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {RECIPES.more}
          </Button>
        </div>
      )}
    </>
  );
}
