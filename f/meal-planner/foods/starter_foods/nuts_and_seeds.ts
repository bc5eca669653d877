import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Nuts, seeds and what is ground of them. */
export const NUTS_AND_SEEDS: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "nuts_and_dried_fruit", state: "dried", sold: "gram 200", allergens: "nuts" },
    `
almond: whole almond; unblanched almond; raw almond; unsalted almond; roasted almond; natural almond; smoked almond; marcona almond; toasted almond; salted almond; chopped almond
  579 21.15 49.93 3.8 21.55 12.5 4.35 1 269 3.71 733 0 0 0 0 0
  cup 143, each 1.2, handful 30 | usda 12061
blanched almond: whole blanched almond; slivered almond; almond sliver; skinned almond
  590 21.4 52.52 3.95 18.67 9.9 4.63 19 236 3.28 659 0 0 0 0 0
  cup 145, each 1.2, handful 30 | usda 12062
flaked almond: sliced almond; almond flake; toasted flaked almond; toasted sliced almond; shaved almond
  579 21.15 49.93 3.8 21.55 12.5 4.35 1 269 3.71 733 0 0 0 0 0
  cup 92, handful 20 | usda 12061
walnut: walnut half; walnut piece; chopped walnut; english walnut; shelled walnut; toasted walnut; walnut halve; black walnut
  654 15.23 65.21 6.13 13.71 6.7 2.61 2 98 2.91 441 1 1.3 0 0 0
  cup 117, each 4, handful 30 | usda 12155
cashew: cashew nut; raw cashew; unsalted cashew; roasted cashew; unsalted cashew nut; roasted unsalted cashew; unroasted cashew; salted cashew; raw cashew nut; salted roasted cashew; toasted cashew
  553 18.22 43.85 7.78 30.19 3.3 5.91 12 37 6.68 660 0 0.5 0 0 0
  cup 130, each 1.6, handful 30 | usda 12087
hazelnut: filbert; blanched hazelnut; roasted hazelnut; toasted hazelnut; cobnut; chopped hazelnut
  628 14.95 60.75 4.46 16.7 9.7 4.34 0 114 4.7 680 1 6.3 0 0 0
  cup 135, each 1.4, handful 30 | usda 12120
pecan: pecan half; pecan nut; chopped pecan; pecan halve; pecan piece; toasted pecan; candied pecan
  691 9.17 71.97 6.18 13.86 9.6 3.97 0 70 2.53 410 3 1.1 0 0 0
  cup 109, each 3, handful 30 | usda 12142
pistachio: shelled pistachio; pistachio nut; unsalted pistachio; pistachio kernel; shelled pistachio nut; salted pistachio; roasted pistachio
  560 20.16 45.32 5.91 27.17 10.6 7.66 1 105 3.92 1025 26 5.6 0 0 0
  cup 123, each 0.6, handful 30 | usda 12151
macadamia: macadamia nut
  718 7.91 75.77 12.06 13.82 8.6 4.57 5 85 3.69 368 0 1.2 0 0 0
  cup 134, each 2.6, handful 30 | usda 12131
brazil nut:
  659 14.32 67.1 16.13 11.74 7.5 2.33 3 160 2.43 659 0 0.7 0 0 0
  cup 133, each 5, handful 30 | usda 12078
pine nut: pine kernel; pignoli; pine nut kernel; pinenut; pinon nut; toasted pine nut; pignolia nut
  673 13.69 68.37 4.9 13.08 3.7 3.59 2 16 5.53 597 1 0.8 0 0 0
  cup 135, handful 25 | sold gram 100, usda 12147
mixed nut: chopped mixed nut; nut; chopped nut; unsalted mixed nut; roasted mixed nut; your favourite nut; mixed chopped nut; salted mixed nut
  607 19.5 53.5 8.01 22.42 6.4 5 4 87 3.73 643 0 0.8 0 0 0
  cup 137, handful 30 | allergens nuts+peanuts, usda 12135
chestnut: cooked chestnut; vacuum-packed chestnut; roasted chestnut; peeled chestnut; pre-cooked chestnut; whole chestnut; vacuum-packed cooked chestnut; peeled and cooked chestnut; cooked peeled chestnut; cooked and peeled chestnut; cooked whole chestnut
  131 2 1.38 0.26 27.76 5 7 27 46 1.73 715 1 26.7 0 0 0
  cup 143, each 9, package 180 | aisle canned_and_jarred, state cooked, allergens none, usda 12101
almond butter: smooth almond butter; cashew butter; nut butter; crunchy almond butter; unsweetened almond butter; hazelnut butter; creamy almond butter
  614 20.96 55.5 4.15 18.82 10.3 4.43 7 347 3.49 748 0 0 0 0 0
  cup 250, jar 170 | sold jar, aisle breakfast, state prepared, usda 12195
`,
  ),
  ...foodTable(
    { aisle: "nuts_and_dried_fruit", state: "dried", sold: "gram 200" },
    `
peanut: roasted peanut; unsalted peanut; dry-roasted peanut; salted peanut; roasted unsalted peanut; fried peanut; raw peanut; groundnut; roasted salted peanut; crushed peanut; roasted peanut unsalted; unsalted roasted peanut; salted roasted peanut; shelled peanut; chopped peanut
  587 24.35 49.66 7.72 21.26 8.4 4.9 6 58 1.58 634 0 0 0 0 0
  cup 146, each 1, handful 30 | allergens peanuts, usda 16390
peanut butter: smooth peanut butter; crunchy peanut butter; natural peanut butter; creamy peanut butter; unsweetened peanut butter; chunky peanut butter; no-sugar peanut butter; unsalted peanut butter; pb; no-added-sugar peanut butter; all-natural peanut butter
  598 22.21 51.36 10.32 22.31 5 10.49 17 49 1.74 558 0 0 0 0 0
  cup 258, jar 340 | sold jar, aisle breakfast, state prepared, allergens peanuts, usda 16398
peanut butter powder: powdered peanut butter; peanut flour; pb2
  327 52.2 0.55 0.06 34.7 15.8 8.22 180 140 2.1 1290 0 0 0 0 0
  cup 60, tablespoon 6 | aisle breakfast, state powder, allergens peanuts, usda 16099
sesame seed: white sesame seed; toasted sesame seed; black sesame seed; sesame; hulled sesame seed; roasted sesame seed; mixed sesame seed; unhulled sesame seed; white sesame; black sesame
  573 17.73 49.67 6.96 23.45 11.8 0.3 11 975 14.55 468 0 0 0 0 0
  cup 144 | sold gram 100, allergens sesame, usda 12023
tahini: sesame paste; tahina; tahini paste; light tahini; sesame butter; chinese sesame paste; smooth tahini
  595 17 53.76 7.53 21.19 9.3 0.49 115 426 8.95 414 3 0 0 0 0
  cup 240, jar 300 | sold jar, aisle sauces_and_condiments, state prepared, allergens sesame, usda 12166
sunflower seed: sunflower kernel; hulled sunflower seed; sunflower seed kernel; shelled sunflower seed; raw sunflower seed; toasted sunflower seed
  584 20.78 51.46 4.46 20 8.6 2.62 9 78 5.25 645 3 1.4 0 0 0
  cup 140, handful 30 | usda 12036
sunflower seed butter: sunflower butter; sunbutter
  617 17.28 55.2 4.68 23.32 5.7 10.54 3 64 4.12 576 3 2.7 0 0 0
  cup 256, jar 300 | sold jar, aisle breakfast, state prepared, usda 12040
pumpkin seed: pepita; pumpkin seed kernel; shelled pumpkin seed; green pumpkin seed; raw pumpkin seed; hulled pumpkin seed; toasted pumpkin seed; raw pepita; toasted pepita
  559 30.23 49.05 8.66 10.71 6 1.4 7 46 8.82 809 1 1.9 0 0 0
  cup 129, handful 30 | usda 12014
mixed seed: seed mix; mixed omega seed; salad seed mix; seeds; mixed toasted seed
  562 21.76 48.09 5.93 20.76 13.4 1.47 14 338 8.59 684 1 1 0 0 0
  cup 138, handful 30 | allergens sesame
  # Mean of sunflower, pumpkin, sesame and flax seeds, in quarters.
chia seed: black chia seed; white chia seed; chia; ground chia seed; whole chia seed
  486 16.54 30.74 3.33 42.12 34.4 0 16 631 7.72 407 3 1.6 0 0 0
  cup 170 | usda 12006
flaxseed: linseed; ground flaxseed; ground linseed; milled linseed; flax seed; flax meal; flaxseed meal; golden linseed; milled flaxseed; ground flax seed; ground flax; golden flaxseed; flax; flax egg
  534 18.29 42.16 3.66 28.88 27.3 1.55 30 255 5.73 813 0 0.6 0 0 0
  cup 168, tablespoon 8, teaspoon 2.5 | usda 12220
hemp seed: shelled hemp seed; hulled hemp seed; hemp heart
  553 31.56 48.75 4.6 8.67 4 1.5 5 70 7.95 1200 1 0.5 0 0 0
  cup 160 | usda 12012
poppy seed: blue poppy seed
  525 17.99 41.56 4.52 28.13 19.5 2.99 26 1438 9.76 719 0 1 0 0 0
  cup 141 | sold gram 100, aisle spices, usda 02033
desiccated coconut: coconut; unsweetened coconut; dried coconut; unsweetened shredded coconut; coconut flake; shredded coconut; unsweetened desiccated coconut; grated coconut; unsweetened coconut flake; toasted coconut flake; coconut chip; coconut shred; toasted coconut; unsweetened flaked coconut; unsweetened dried coconut; flaked coconut
  660 6.88 64.53 57.22 23.65 16.3 7.35 37 26 3.32 543 0 1.5 0 0 0
  cup 85, handful 20 | usda 12108
sweetened coconut: sweetened shredded coconut; sweetened coconut flake; sweetened flaked coconut; sweetened desiccated coconut
  501 2.88 35.49 31.47 47.67 4.5 43.17 262 15 1.92 337 0 0.7 0 0 0
  cup 93 | usda 12179
fresh coconut: coconut flesh; fresh grated coconut; frozen grated coconut; coconut meat; freshly grated coconut
  354 3.33 33.49 29.7 15.23 9 6.23 20 14 2.43 356 0 3.3 0 0 0
  cup 85, each 397, piece 45 | refuse 48, sold piece, aisle fruit_and_vegetables, state fresh, usda 12104
coconut milk: canned coconut milk; full-fat coconut milk; tinned coconut milk; unsweetened coconut milk; thick coconut milk; can of coconut milk; full fat coconut milk; coconut milk full-fat
  197 2.02 21.33 18.91 2.81 0 2 13 18 3.3 220 0 1 0 0 0
  cup 226, can 400 | sold can, aisle canned_and_jarred, state canned, usda 12118
light coconut milk: reduced-fat coconut milk; low-fat coconut milk; lite coconut milk; half-fat coconut milk; reduced fat coconut milk
  73 0.7 7 6.2 1.6 0.2 1 20 8 0.6 90 0 0 0 0 0
  cup 230, can 400 | sold can, aisle canned_and_jarred, state canned
  # No record; label figures at about 7 % fat.
coconut cream: canned coconut cream; creamed coconut; cream of coconut; coconut butter; canned cream of coconut; block creamed coconut; coconut manna
  330 3.63 34.68 30.75 6.65 2.2 3 4 11 2.28 325 0 2.8 0 0 0
  cup 240, can 400, block 200, sachet 50 | sold can, aisle canned_and_jarred, state canned, usda 12115
`,
  ),
];
