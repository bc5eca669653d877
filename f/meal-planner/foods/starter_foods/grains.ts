import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Grains and their flakes, dry and cooked; breakfast cereals. */
export const GRAINS: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "grains_and_pasta", state: "dried", sold: "gram 1000" },
    `
long-grain rice: rice; white rice; long-grain white rice; long grain rice; easy-cook rice; uncooked rice; long grain white rice; uncooked white rice; regular rice; parboiled rice; white long-grain rice; dry rice; american long-grain rice
  365 7.13 0.66 0.18 79.95 1.3 0.12 5 28 4.31 115 0 0 0 0 0
  cup 185, handful 50 | main rice, usda 20044
basmati rice: white basmati rice; basmati
  365 7.13 0.66 0.18 79.95 1.3 0.12 5 28 4.31 115 0 0 0 0 0
  cup 185, handful 50 | main rice, usda 20044
jasmine rice: thai rice; fragrant rice; thai jasmine rice; jasmine; thai fragrant rice
  365 7.13 0.66 0.18 79.95 1.3 0.12 5 28 4.31 115 0 0 0 0 0
  cup 185, handful 50 | main rice, usda 20044
brown rice: long-grain brown rice; brown basmati rice; wholegrain rice; whole grain rice; brown long-grain rice; uncooked brown rice; short-grain brown rice; wholegrain basmati rice
  367 7.54 3.2 0.59 76.25 3.6 0.66 5 9 1.29 250 0 0 0 0 0
  cup 185, handful 50 | main rice, usda 20036
risotto rice: arborio rice; carnaroli rice; arborio; short-grain rice; pudding rice; paella rice; bomba rice; medium-grain white rice; medium-grain rice; round-grain rice; calasparra rice; vialone nano rice
  360 6.61 0.58 0.16 79.34 1.4 0.1 1 9 4.36 86 0 0 0 0 0
  cup 195, handful 50 | sold gram 500, main rice, usda 20050
sushi rice: japanese rice; short-grain sushi rice; japanese short-grain rice; sticky rice; glutinous rice; short grain rice; thai sticky rice; calrose rice
  358 6.5 0.52 0.14 79.15 2.8 0.1 1 3 4.23 76 0 0 0 0 0
  cup 200, handful 50 | sold gram 500, main rice, usda 20052
wild rice:
  357 14.73 1.08 0.16 74.9 6.2 2.5 7 21 1.96 427 1 0 0 0 0
  cup 160 | sold gram 250, main rice, usda 20088
cooked rice: cooked white rice; leftover rice; cooked basmati rice; microwave rice; cooked jasmine rice; steamed rice; cold cooked rice; cooked long-grain rice; pouch of cooked rice; day-old rice; microwave basmati rice; hot cooked rice; ready-cooked rice
  130 2.69 0.28 0.08 28.17 0.4 0.05 1 10 1.2 35 0 0 0 0 0
  cup 158, package 250, bowl 200 | sold pack, main rice, state cooked, usda 20045
cooked brown rice: microwave brown rice; leftover brown rice; cooked wholegrain rice; pouch of brown rice
  123 2.74 0.97 0.26 25.58 1.6 0.24 4 3 0.56 86 0 0 0 0 0
  cup 195, package 250 | sold pack, main rice, state cooked, usda 20037
quinoa: dried quinoa; white quinoa; red quinoa; uncooked quinoa; tricolour quinoa; dry quinoa; rinsed quinoa; tricolor quinoa
  368 14.12 6.07 0.71 64.16 7 2.3 5 47 4.57 563 1 0 0 0 0
  cup 170, handful 40 | sold gram 500, main quinoa, usda 20035
cooked quinoa: ready-cooked quinoa; leftover quinoa; pouch of quinoa
  120 4.4 1.92 0.23 21.3 2.8 0.87 7 17 1.49 172 0 0 0 0 0
  cup 185, package 250 | sold pack, main quinoa, state cooked, usda 20137
couscous: dried couscous; instant couscous; giant couscous; pearl couscous; israeli couscous; wholewheat couscous; moghrabieh; uncooked couscous; whole-wheat couscous; fregola
  376 12.76 0.64 0.12 77.43 5 0.4 10 24 1.08 166 0 0 0 0 0
  cup 173, handful 45 | sold gram 500, main couscous, allergens gluten, usda 20028
bulgur: bulgur wheat; bulghur wheat; burghul; cracked wheat; bulgar wheat; fine bulgur; coarse bulgur; medium bulgur; bulghur; fine bulgur wheat
  342 12.29 1.33 0.23 75.87 12.5 0.41 17 35 2.46 410 0 0 0 0 0
  cup 140, handful 40 | sold gram 500, main bulgur, allergens gluten, usda 20012
pearl barley: barley; pearled barley; hulled barley; pot barley
  352 9.91 1.16 0.24 77.72 15.6 0.8 9 29 2.5 280 1 0 0 0 0
  cup 200 | sold gram 500, main barley, allergens gluten, usda 20005
farro: pearled farro; wheat berry; einkorn; kamut
  338 14.57 2.43 0.41 70.19 10.7 6.82 8 27 4.44 388 0 0 0 0 0
  cup 174 | sold gram 500, main spelt, allergens gluten, usda 20140
freekeh: cracked freekeh; green wheat
  338 14.57 2.43 0.41 70.19 10.7 6.82 8 27 4.44 388 0 0 0 0 0
  cup 160 | sold gram 500, main freekeh, allergens gluten, usda 20140
  # Wheat cut green has no record; spelt, its kin, has much the same figures.
spelt: pearled spelt; spelt grain
  338 14.57 2.43 0.41 70.19 10.7 6.82 8 27 4.44 388 0 0 0 0 0
  cup 174 | sold gram 500, main spelt, allergens gluten, usda 20140
buckwheat: buckwheat groat; roasted buckwheat; kasha; raw buckwheat
  346 11.73 2.71 0.59 74.95 10.3 1.5 11 17 2.47 320 0 0 0 0 0
  cup 164 | sold gram 500, main buckwheat, usda 20009
millet: millet grain; hulled millet
  378 11.02 4.22 0.72 72.85 8.5 1.5 5 8 3.01 195 0 0 0 0 0
  cup 200 | sold gram 500, main millet, usda 20031
amaranth: amaranth grain
  371 13.56 7.02 1.46 65.25 6.7 1.69 4 159 7.61 508 0 4.2 0 0 0
  cup 193 | sold gram 500, usda 20001
teff:
  367 13.3 2.38 0.45 73.13 8 1.84 12 180 7.63 427 0 0 0 0 0
  cup 193 | sold gram 500, usda 20142
polenta: cornmeal; yellow cornmeal; quick-cook polenta; instant polenta; coarse cornmeal; fine polenta; maize meal; stone-ground cornmeal; medium cornmeal; instant quick cook polenta; fine cornmeal; white cornmeal; quick polenta
  370 7.11 1.75 0.22 79.45 3.9 1.61 7 3 4.36 142 11 0 0 0 0
  cup 157 | sold gram 500, main polenta, usda 20022
corn grit: grit; hominy grit; stone-ground grit; quick grit
  370 7.65 1.75 0.34 79.09 4.6 0.57 1 4 3.05 141 0 0 0 0 0
  cup 156 | sold gram 500, main polenta, usda 08090
tapioca pearl: tapioca; instant tapioca; sago; quick-cooking tapioca; minute tapioca; pearl tapioca; quick tapioca
  358 0.19 0.02 0.01 88.69 0.9 3.35 1 20 1.58 11 0 0 0 0 0
  cup 152 | sold gram 500, aisle baking, usda 20068
popping corn: popcorn kernel; popcorn maize
  382 12 4.2 0.57 77.9 15.1 0.9 4 10 2.66 301 1 0 0 0 0
  cup 200, handful 40 | sold gram 500, aisle snacks_and_sweets, usda 19806
  # Kernels have no record; air-popped corn loses only water and hulls, so its figures serve.
`,
  ),
  ...foodTable(
    { aisle: "breakfast", state: "dried", sold: "gram 500" },
    `
rolled oat: porridge oat; oat; old-fashioned oat; jumbo oat; quick oat; oatmeal; oat flake; old-fashioned rolled oat; quick-cooking oat; large flake oat; jumbo rolled oat; instant oat; quick cooking oat; whole oat; rolled porridge oat; uncooked oat; porridge; rolled jumbo oat
  379 13.15 6.52 1.11 67.7 10.1 0.99 6 52 4.25 362 0 0 0 0 0
  cup 81, handful 25 | sold gram 1000, main oats, allergens gluten, usda 08120
gluten-free rolled oat: gluten-free oat; certified gluten-free oat; gluten-free porridge oat; gluten free oat
  379 13.15 6.52 1.11 67.7 10.1 0.99 6 52 4.25 362 0 0 0 0 0
  cup 81, handful 25 | main oats, usda 08120
steel-cut oat: pinhead oatmeal; irish oat; coarse oatmeal; oat groat; medium oatmeal; steel cut oat; fine oatmeal
  389 16.89 6.9 1.22 66.27 10.6 1 2 54 4.72 429 0 0 0 0 0
  cup 156 | sold gram 1000, main oats, allergens gluten, usda 20038
oat bran:
  246 17.3 7.03 1.33 66.22 15.4 1.45 4 58 5.41 566 0 0 0 0 0
  cup 94 | allergens gluten, usda 20033
  # USDA counts its energy by factors of its own, lower than the common ones.
wheat bran: bran; wheatbran
  216 15.55 4.25 0.63 64.51 42.8 0.41 2 73 10.57 1182 0 0 0 0 0
  cup 58 | allergens gluten, usda 20077
wheat germ: wheatgerm; toasted wheat germ
  360 23.15 9.72 1.67 51.8 13.2 10 12 39 6.26 892 0 0 0 0 0
  cup 115 | allergens gluten, usda 20078
muesli: unsweetened muesli; swiss muesli; no-added-sugar muesli
  365 10.5 7.5 1.2 60 8.5 15 20 50 3.3 420 1 0 0 0 0
  cup 90, handful 30 | main oats, allergens gluten+nuts+sulphites
  # No plain record; UK label figures of no-added-sugar muesli.
granola: nutty granola; oat granola; crunchy oat cereal; honey granola; toasted muesli
  489 13.67 24.31 3.96 53.88 8.9 19.8 26 76 3.95 539 1 1.2 0 0 0
  cup 122, handful 35 | from plant+honey, allergens gluten+nuts, usda 08037
corn flake: cornflake; crushed cornflake
  357 7.5 0.4 0.12 84.1 3.3 9.5 729 5 28.9 168 490 21 3.6 5 0
  cup 28, handful 15 | allergens gluten, usda 08020
puffed rice: rice krispie; rice crispy; crisped rice; rice bubble; puffed rice cereal; crisp rice cereal; rice cereal
  402 6.3 0.5 0.13 89.8 1.7 0.5 3 6 31.7 113 0 0 0 0 0
  cup 14, handful 10 | usda 08156
shredded wheat: wheat biscuit; weetabix; breakfast biscuit cereal
  337 11.37 2.01 0.41 78.96 12.4 0.94 2 56 2.63 381 0 0 0 0 0
  cup 49, each 23 | allergens gluten, usda 08147
bran flake: bran cereal; all-bran; wheat flake cereal
  327 10.2 2.5 0.4 81.6 17.3 18.8 718 39 62.1 518 776 207 3.5 21 0
  cup 40, handful 25 | allergens gluten, usda 08028
semolina: fine semolina; farina; cream of wheat; coarse semolina; semolina flour; durum wheat semolina; sooji; rava; suji
  360 12.68 1.05 0.15 72.83 3.9 0.5 1 17 4.36 186 0 0 0 0 0
  cup 167 | aisle baking, allergens gluten, usda 20066
`,
  ),
];
