import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Fresh herbs and aromatic leaves. */
export const HERBS: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "fresh_herbs", state: "fresh", sold: "bunch" },
    `
parsley: fresh parsley; flat-leaf parsley; italian parsley; curly parsley; flat leaf parsley; parsley leaf; fresh flat-leaf parsley; fresh flatleaf parsley; flatleaf parsley; parsley sprig; parsley stalk; curly-leaf parsley; fresh italian parsley; fresh herb; mixed herb fresh; soft herb; mixed fresh herb; parsley stem
  36 2.97 0.79 0.13 6.33 3.3 0.85 56 138 6.2 554 421 133 0 0 0
  cup 60, sprig 1, bunch 60, handful 12, leaf 0.2, stalk 1 | refuse 5, usda 11297
coriander leaf: fresh coriander; cilantro; fresh cilantro; cilantro leaf; coriander; cilantro sprig; coriander sprig; fresh coriander leaf; cilantro stem; coriander stalk; chopped coriander; fresh cilantro leaf; coriander root; cilantro fresh coriander leaf; coriander stem
  23 2.13 0.52 0.01 3.67 2.8 0.87 46 67 1.77 521 337 27 0 0 0
  cup 16, sprig 2.2, bunch 50, handful 10, leaf 0.2, stalk 1 | refuse 15, usda 11165
basil: fresh basil; basil leaf; fresh basil leaf; sweet basil; basil sprig; thai basil; thai basil leaf; holy basil; genovese basil; fresh thai basil
  23 3.15 0.64 0.04 2.65 1.6 0.3 4 177 3.17 295 264 18 0 0 0
  cup 24, tablespoon 2.6, leaf 0.5, sprig 2, bunch 50, handful 12 | refuse 10, usda 02044
mint: fresh mint; mint leaf; fresh mint leaf; spearmint; mint sprig; peppermint; fresh mint sprig
  44 3.29 0.73 0.19 8.41 6.8 0.5 30 199 11.87 458 203 13.3 0 0 0
  cup 25, tablespoon 3, leaf 0.15, sprig 1.5, bunch 40, handful 10 | refuse 20, usda 02065
dill: fresh dill; dill frond; dill sprig; dill weed; fresh dill weed
  43 3.46 1.12 0.06 7.02 2.1 0.5 61 208 6.59 738 386 85 0 0 0
  cup 9, tablespoon 2, sprig 0.5, bunch 30, handful 8 | refuse 10, usda 02045
chives: fresh chive; chopped chive; garlic chive; chinese chive; snipped chive
  30 3.27 0.73 0.15 4.35 2.5 1.85 3 92 1.6 296 218 58.1 0 0 0
  tablespoon 3, bunch 25, handful 10, each 0.3, stalk 0.3 | usda 11156
thyme: fresh thyme; thyme sprig; thyme leaf; fresh thyme leaf; lemon thyme; sprig thyme; fresh thyme sprig
  101 5.56 1.68 0.47 24.45 14 1 9 405 17.45 609 238 160.1 0 0 0
  teaspoon 0.8, sprig 0.8, bunch 20, handful 6 | refuse 10, usda 02049
rosemary: fresh rosemary; rosemary sprig; fresh rosemary leaf; rosemary leaf; rosemary needle; fresh rosemary sprig
  131 3.31 5.86 2.84 20.7 14.1 1 26 317 6.65 668 146 21.8 0 0 0
  teaspoon 0.7, sprig 2, bunch 20, handful 8 | refuse 10, usda 02063
sage: fresh sage; sage leaf; fresh sage leaf; sage sprig
  72 2.4 2.9 1.6 14 9 0.4 3 380 6.5 250 68 7 0 0 0
  tablespoon 2, leaf 0.3, sprig 1.5, bunch 20, handful 8 | refuse 5
  # Fresh sage has no record; a fifth of the dried leaf, which has about 8 % water.
oregano: fresh oregano; oregano leaf; fresh oregano leaf; oregano sprig; fresh oregano sprig
  66 2.3 1.1 0.4 17 10.6 1 6 400 9 315 21 5 0 0 0
  tablespoon 2.5, sprig 1, bunch 20, handful 8 | refuse 10
  # Fresh oregano has no record; about a quarter of the dried leaf.
marjoram: fresh marjoram; marjoram leaf
  66 2.3 1.1 0.4 17 10.6 1 6 400 9 315 21 5 0 0 0
  tablespoon 2.5, sprig 1, bunch 20, handful 8 | refuse 10
  # Fresh marjoram has no record; oregano is its kin.
tarragon: fresh tarragon; tarragon leaf; french tarragon; tarragon sprig
  49 3.8 1.2 0.3 8.4 1.2 1.2 10 190 5.4 500 35 8 0 0 0
  tablespoon 1.8, sprig 1, bunch 20, handful 8 | refuse 10
  # Fresh tarragon has no record; a sixth of the dried leaf.
chervil: fresh chervil
  49 3.8 1.2 0.3 8.4 1.2 1.2 10 190 5.4 500 35 8 0 0 0
  tablespoon 1.8, sprig 1, bunch 20, handful 8 | refuse 10
  # Fresh chervil has no record; tarragon is like it.
lemongrass: lemon grass; lemongrass stalk; stalk lemongrass; fresh lemongrass; lemon grass stalk
  99 1.82 0.49 0.12 25.31 3 0.5 6 65 8.17 723 0 2.6 0 0 0
  cup 67, each 20, stalk 20, stick 20 | refuse 35, sold piece, usda 11972
curry leaf: fresh curry leaf; dried curry leaf
  63 7.4 1.1 0.2 4.7 16.9 0.5 11 659 8.7 584 379 4 0 0 0
  each 0.1, leaf 0.1, sprig 1.5, handful 3, bunch 15
  # Curry leaves, fresh, after the Indian Food Composition Tables.
lime leaf: kaffir lime leaf; makrut lime leaf; kaffir leaf; makrut lime leave; fresh lime leaf
  313 7.61 8.36 2.28 74.97 26.3 0 23 834 43 529 309 46.5 0 0 0
  each 0.5, leaf 0.5, bunch 10
  # Rarely eaten; a leaf's figures are taken as those of bay.
shiso: shiso leaf; perilla leaf; perilla
  44 3.29 0.73 0.19 8.41 6.8 0.5 30 199 11.87 458 203 13.3 0 0 0
  each 1, leaf 1, bunch 15 | usda 02065
  # Perilla has no record; mint's figures stand in, a near relative.
epazote: fresh epazote
  32 0.33 0.52 ? 7.44 3.8 ? 43 275 1.88 633 3 3.6 0 0 0
  tablespoon 0.8, sprig 2, bunch 30 | usda 11984
sorrel: fresh sorrel
  22 2 0.7 ? 3.2 2.9 ? 4 44 2.4 390 200 48 0 0 0
  cup 60, leaf 2, bunch 50, handful 20 | usda 11616
`,
  ),
];
