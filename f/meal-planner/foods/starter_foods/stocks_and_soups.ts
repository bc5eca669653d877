import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Stocks, cubes and soups. */
export const STOCKS_AND_SOUPS: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "canned_and_jarred", state: "liquid", sold: "millilitre 1000" },
    `
vegetable stock: vegetable broth; stock; broth; hot vegetable stock; basic vegetable stock; vegan stock; bouillon; vegetable bouillon; mushroom stock; mushroom broth; hot stock; veggie broth; veg stock; gluten-free vegetable stock
  6 0.23 0.07 0.03 1.02 0 0.57 303 3 0.08 20 14 0.4 0 0 0
  cup 240, can 410, carton 946 | allergens celery, check, usda 06615
low-salt vegetable stock: low-sodium vegetable stock; low-sodium vegetable broth; reduced-salt vegetable stock; reduced-sodium vegetable broth; unsalted vegetable stock; no-salt vegetable stock; hot low-salt vegetable stock
  6 0.2 0.1 0 1.2 0 0.7 60 3 0.1 20 10 0 0 0 0
  cup 240, can 410, carton 946 | allergens celery, check
  # No record; label figures of low-salt stock.
chicken stock: chicken broth; hot chicken stock; homemade chicken stock; fresh chicken stock; canned chicken broth; lightly flavoured chicken stock; bone broth; chicken bone broth; turkey stock; hot chicken broth; turkey broth; chicken consomme
  6 0.64 0.21 0.01 0.44 0 0.43 371 4 0.07 18 0 0 0 0.02 2
  cup 240, can 410, carton 946 | from meat, allergens celery, check, usda 06194
low-salt chicken stock: low-sodium chicken broth; low-sodium chicken stock; reduced-sodium chicken broth; canned low-sodium chicken broth; reduced-salt chicken stock; unsalted chicken stock; hot low-salt chicken stock; unsalted chicken broth; low-salt canned chicken broth
  16 2 0.6 0.18 1.2 0 0.13 30 4 0.21 86 0 0 0 0.1 0
  cup 240, can 410, carton 946 | from meat, allergens celery, check, usda 06970
beef stock: beef broth; hot beef stock; veal stock; lamb stock; beef consomme; consomme; beef bone broth; rich beef stock; dark stock; brown stock; beef bouillon; canned beef broth
  7 1.14 0.22 0.11 0.04 0 0 372 6 0.17 54 0 0 0 0.07 0
  cup 240, can 410, carton 946 | from meat, allergens celery, check, usda 06008
low-salt beef stock: low-sodium beef broth; low-sodium beef stock; reduced-sodium beef broth
  16 2 0.6 0.18 1.2 0 0.13 30 4 0.21 86 0 0 0 0.1 0
  cup 240, can 410, carton 946 | from meat, allergens celery, check, usda 06970
  # Low-salt beef stock has no record; that of chicken is made alike.
fish stock: fish broth; seafood stock; fish fumet; shellfish stock; hot fish stock; lobster stock; clam juice; dashi stock; dashi broth
  16 2 0.6 0.13 0.4 0 0.09 318 30 0.21 86 1 0 0 0.1 0
  cup 244 | from fish, allergens fish+celery, usda 06963
`,
  ),
  ...foodTable(
    { aisle: "canned_and_jarred", state: "dried", sold: "pack", shopping: "check" },
    `
vegetable stock cube: vegetable bouillon cube; stock cube; bouillon cube; veg stock cube; vegetable bouillon powder; vegetable stock powder; stock powder; vegetable stock pot; bouillon powder; reduced-salt vegetable stock cube; swiss vegetable bouillon powder; vegetable stock concentrate; gluten-free vegetable stock cube; low-salt vegetable stock cube; vegetable bouillon paste; vegetable stock paste; marigold bouillon powder; chicken-style seasoning
  245 9 13 6.5 21 1.5 8 17500 40 1 300 0 0 0 0 0
  teaspoon 4, each 10, cube 10, package 80, pot 28 | allergens celery
  # SR28 has meat cubes only; UK label figures.
chicken stock cube: chicken bouillon cube; chicken stock powder; chicken bouillon granule; chicken stock pot; chicken bouillon powder; chicken bouillon; chicken stock concentrate; better than bouillon chicken; chicken powder; chicken bouillon paste; chicken base; chicken granule; chicken broth cube
  198 14.6 4.7 1.2 23.5 0 0 24000 190 1.87 374 0 1 0 0.3 13
  teaspoon 4, each 10, cube 10, small 4.8, package 80, pot 28 | from plant+meat, allergens celery+gluten, usda 06081
beef stock cube: beef bouillon cube; oxo cube; beef stock pot; beef bouillon granule; lamb stock cube; beef stock powder; beef bouillon powder; beef stock concentrate; ham stock cube; beef bouillon paste; beef base
  170 17.3 4 1.99 16.1 0 14.51 24000 60 2.23 403 0 0 0 1 4
  teaspoon 4, each 7, cube 7, small 3.6, package 70, pot 28 | from plant+meat, allergens celery+gluten, usda 06076
fish stock cube: fish stock pot; fish bouillon; fish bouillon cube
  198 14.6 4.7 1.2 23.5 0 0 24000 190 1.87 374 0 1 0 0.3 13
  teaspoon 4, each 10, cube 10, package 80, pot 28 | from fish, allergens celery+fish, usda 06081
  # Fish cubes have no record; those of chicken are made alike.
`,
  ),
  ...foodTable(
    { aisle: "canned_and_jarred", state: "canned", sold: "can" },
    `
cream of mushroom soup: condensed cream of mushroom soup; condensed mushroom soup; condensed cheddar cheese soup
  79 1.35 5.3 0.96 6.8 0.7 0.4 691 12 0.18 64 2 0 0.2 0 0
  cup 251, can 305 | from plant+dairy, allergens milk+gluten, usda 06043
cream of celery soup: condensed cream of celery soup
  72 1.32 4.46 1.12 7.03 0.6 1.35 516 32 0.5 98 22 0.2 0 0.04 11
  cup 251, can 305 | from plant+dairy, allergens milk+gluten+celery, usda 06010
cream of chicken soup: condensed cream of chicken soup
  90 2.38 5.77 1.7 7.16 0 0.54 702 14 1.06 49 43 0.1 0 0 8
  cup 251, can 305 | from plant+dairy+meat, allergens milk+gluten, usda 06016
tomato soup: condensed tomato soup; canned tomato soup; cream of tomato soup
  66 1.46 0.44 0.12 15.22 1.1 8.23 377 13 0.59 562 20 12.9 0 0 0
  cup 248, can 305 | allergens gluten+celery, usda 06159
chicken noodle soup: canned soup; chicken noodle soup mix; shop-bought chicken noodle soup; condensed chicken noodle soup
  48 2.37 1.55 0.39 6.07 0.9 0 681 6 0.67 48 22 0 0 0.12 8
  cup 246, can 305 | from plant+meat+egg, allergens gluten+eggs+celery, usda 06019
`,
  ),
];
