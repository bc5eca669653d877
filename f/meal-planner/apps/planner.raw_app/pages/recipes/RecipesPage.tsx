import React from "react";
import { RecipeList } from "./RecipeList.tsx";
import { RecipeView } from "./RecipeView.tsx";
import "./recipes.css";

export function RecipesPage({ rest: [id] }: { rest: string[] }) {
  return id === undefined ? <RecipeList /> : <RecipeView key={id} id={id} />;
}
