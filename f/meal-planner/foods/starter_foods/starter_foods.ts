import type { StarterFood } from "../food.ts";
import { BREADS_AND_PASTRY } from "./breads_and_pastry.ts";
import { CHEESE } from "./cheese.ts";
import { DISHES } from "./dishes.ts";
import { DRINKS_AND_SNACKS } from "./drinks_and_snacks.ts";
import { FISH } from "./fish.ts";
import { FLOUR_AND_BAKING } from "./flour_and_baking.ts";
import { FRUIT } from "./fruit.ts";
import { GRAINS } from "./grains.ts";
import { HERBS } from "./herbs.ts";
import { MEAT } from "./meat.ts";
import { MILK_CREAM_AND_BUTTER } from "./milk_cream_and_butter.ts";
import { NUTS_AND_SEEDS } from "./nuts_and_seeds.ts";
import { OILS_AND_VINEGARS } from "./oils_and_vinegars.ts";
import { PASTA_AND_NOODLES } from "./pasta_and_noodles.ts";
import { POULTRY_AND_EGGS } from "./poultry_and_eggs.ts";
import { PULSES_AND_PLANT_PROTEIN } from "./pulses_and_plant_protein.ts";
import { SAUCES } from "./sauces.ts";
import { SPICES } from "./spices.ts";
import { STOCKS_AND_SOUPS } from "./stocks_and_soups.ts";
import { SUGARS_AND_SPREADS } from "./sugars_and_spreads.ts";
import { VEGETABLES_OF_FRUIT_AND_POD } from "./vegetables_of_fruit_and_pod.ts";
import { VEGETABLES_OF_LEAF_AND_STALK } from "./vegetables_of_leaf_and_stalk.ts";
import { VEGETABLES_OF_ROOT_AND_BULB } from "./vegetables_of_root_and_bulb.ts";

/** The staple foods that a new install knows with no import: about a thousand, keyed and named by this project. */
export const STARTER_FOODS: readonly StarterFood[] = [
  ...VEGETABLES_OF_ROOT_AND_BULB,
  ...VEGETABLES_OF_LEAF_AND_STALK,
  ...VEGETABLES_OF_FRUIT_AND_POD,
  ...FRUIT,
  ...HERBS,
  ...MEAT,
  ...POULTRY_AND_EGGS,
  ...FISH,
  ...MILK_CREAM_AND_BUTTER,
  ...CHEESE,
  ...PULSES_AND_PLANT_PROTEIN,
  ...GRAINS,
  ...PASTA_AND_NOODLES,
  ...BREADS_AND_PASTRY,
  ...FLOUR_AND_BAKING,
  ...SUGARS_AND_SPREADS,
  ...NUTS_AND_SEEDS,
  ...OILS_AND_VINEGARS,
  ...SAUCES,
  ...STOCKS_AND_SOUPS,
  ...SPICES,
  ...DRINKS_AND_SNACKS,
  ...DISHES,
];
