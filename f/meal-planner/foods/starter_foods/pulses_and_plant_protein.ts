import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Beans, peas and lentils, dried and canned; tofu and its kin; plant milks. */
export const PULSES_AND_PLANT_PROTEIN: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "grains_and_pasta", state: "dried", sold: "gram 500" },
    `
dried chickpea: dried chick pea; chana dal; dried garbanzo bean; kala chana; chana; dry chickpea; split chickpea
  378 20.47 6.04 0.6 62.95 12.2 10.7 24 57 4.31 718 3 4 0 0 0
  cup 200, handful 40 | main chickpeas, usda 16056
dried black bean: black turtle bean; dry black bean
  341 21.6 1.42 0.37 62.36 15.5 2.12 5 123 5.02 1483 0 0 0 0 0
  cup 194 | main beans, usda 16014
dried kidney bean: dry kidney bean; dried red kidney bean; rajma
  337 22.53 1.06 0.15 61.29 15.2 2.1 12 83 6.69 1359 0 4.5 0 0 0
  cup 184 | main beans, usda 16032
dried white bean: dried cannellini bean; dried haricot bean; dried navy bean; navy bean; dried borlotti bean; dried great northern bean; dry white bean; dried bean; dry navy bean; haricot bean
  333 23.36 0.85 0.22 60.27 15.2 2.11 16 240 10.44 1795 0 0 0 0 0
  cup 202 | main beans, usda 16049
dried pinto bean: dry pinto bean
  347 21.42 1.23 0.23 62.55 15.5 2.11 12 113 5.07 1393 0 6.3 0 0 0
  cup 193 | main beans, usda 16042
dried butter bean: dried lima bean; dried gigantes bean; large lima bean
  338 21.46 0.69 0.16 63.38 19 8.5 18 81 7.51 1724 0 0 0 0 0
  cup 178 | main beans, usda 16071
dried black-eyed pea: dried black-eyed bean; dry black-eyed pea; cowpea
  336 23.52 1.26 0.33 60.03 10.6 6.9 16 110 8.27 1112 3 1.5 0 0 0
  cup 167 | main beans, usda 16062
adzuki bean: dried adzuki bean; aduki bean
  329 19.87 0.53 0.19 62.9 12.7 1 5 66 4.98 1254 1 0 0 0 0
  cup 197 | main beans, usda 16001
mung bean: dried mung bean; moong dal; split mung bean; mung dal; moong bean; yellow moong dal
  347 23.86 1.15 0.35 62.62 16.3 6.6 15 132 6.74 1246 6 4.8 0 0 0
  cup 207 | main lentils, usda 16080
urad dal: black gram; urad bean; white urad dal
  341 25.21 1.64 0.11 58.99 18.3 2 38 138 7.57 983 1 0 0 0 0
  cup 207 | main lentils, usda 16083
toor dal: dried pigeon pea; arhar dal; pigeon pea; gandules; toovar dal
  343 21.7 1.49 0.33 62.78 15 2.5 17 130 5.23 1392 1 0 0 0 0
  cup 205 | main lentils, usda 16101
brown lentil: lentil; dried lentil; dry lentil; green lentil; dried green lentil; continental lentil; dried brown lentil
  352 24.63 1.06 0.15 63.35 10.7 2.03 6 35 6.51 677 2 4.5 0 0 0
  cup 192, handful 40 | main lentils, usda 16069
puy lentil: french green lentil; beluga lentil; black lentil; le puy lentil; french lentil; black beluga lentil
  352 24.63 1.06 0.15 63.35 10.7 2.03 6 35 6.51 677 2 4.5 0 0 0
  cup 192, handful 40 | main lentils, usda 16069
red lentil: split red lentil; masoor dal; red split lentil; dried red lentil; dal; orange lentil; pink lentil; daal
  358 23.91 2.17 0.38 63.1 10.8 2 7 48 7.39 668 3 1.7 0 0 0
  cup 192, handful 40 | main lentils, usda 16144
split pea: dried split pea; yellow split pea; green split pea; dried pea; marrowfat pea
  352 23.82 1.16 0.16 63.74 25.5 8 15 37 4.82 823 7 1.8 0 0 0
  cup 197 | main lentils, usda 16085
dried broad bean: dried fava bean; ful; dried ful
  341 26.12 1.53 0.25 58.29 25 5.7 13 103 6.7 1062 3 1.4 0 0 0
  cup 150 | main beans, usda 16052
dried soybean: soybean; dried soya bean; soy bean
  446 36.49 19.94 2.88 30.16 9.3 7.33 2 277 15.7 1797 1 6 0 0 0
  cup 186 | main beans, allergens soy, usda 16108
lupin bean: lupini bean; lupini
  119 15.57 2.92 0.35 9.88 2.8 0.5 4 51 1.2 245 0 1.1 0 0 0
  cup 166, jar 200 | main beans, state cooked, allergens lupin, usda 16077
soya mince: textured vegetable protein; tvp; textured soy protein; dried soya mince; soy mince; dried soy mince; soya chunk; textured soya protein
  327 51.46 1.22 0.14 33.92 17.5 16.42 20 241 9.24 2384 2 0 0 0 0
  cup 80, handful 25 | main soya mince, allergens soy, usda 16117
  # Textured protein is extruded defatted soya flour; the record is that of the flour.
`,
  ),
  ...foodTable(
    { aisle: "canned_and_jarred", state: "canned", sold: "can" },
    `
chickpea: canned chickpea; garbanzo bean; tinned chickpea; cooked chickpea; chick pea; garbanzo; canned garbanzo bean; can of chickpea; jarred chickpea; drained chickpea; canned chick pea
  138 7.04 2.47 0.21 22.87 6.3 4 212 43 0.98 109 1 0.1 0 0 0
  cup 160, can 240, jar 425, handful 40 | main chickpeas, usda 16359
black bean: canned black bean; tinned black bean; cooked black bean
  130 8.18 0.35 0.09 24.35 8.3 0.32 240 55 2.85 433 0 0 0 0 0
  cup 172, can 240, handful 40 | main beans, usda 16017
  # The record holds beans with their liquid; these are drained, so the figures are those of boiled beans with a tin's salt.
kidney bean: canned kidney bean; red kidney bean; tinned kidney bean; canned red kidney bean; cooked kidney bean; tinned red kidney bean; red bean; dark red kidney bean
  121 8.12 0.93 0.33 20.8 6 0.3 208 58 1.5 250 0 0.2 0 0 0
  cup 177, can 240, handful 40 | main beans, usda 16335
cannellini bean: white bean; canned white bean; canned cannellini bean; great northern bean; tinned haricot bean; tinned cannellini bean; white kidney bean; canned haricot bean; flageolet bean; cooked white bean; canned navy bean; small white bean; tinned white bean; canned great northern bean; cooked cannellini bean; navy pea bean
  139 9.73 0.35 0.09 25.09 6.3 0.34 240 90 3.7 561 0 0 0 0 0
  cup 179, can 240, jar 425, handful 40 | main beans, usda 16050
pinto bean: canned pinto bean; tinned pinto bean; cooked pinto bean; bean; mixed bean; canned mixed bean; five-bean salad; canned bean; three bean mix; tinned mixed bean
  117 7.04 0.97 0.14 20.77 7 0.4 212 64 1.27 234 0 0.1 0 0 0
  cup 170, can 240, handful 40 | main beans, usda 16345
butter bean: canned butter bean; lima bean; tinned butter bean; butterbean; gigantes bean; canned lima bean; jarred butter bean; judion bean; cooked butter bean
  115 7.8 0.38 0.09 20.88 7 2.9 240 17 2.39 508 0 0 0 0 0
  cup 188, can 240, jar 425, handful 40 | main beans, usda 16072
borlotti bean: canned borlotti bean; cranberry bean; tinned borlotti bean; roman bean; pinto borlotti bean
  136 9.34 0.46 0.12 24.46 8.6 0.3 240 50 2.09 387 0 0 0 0 0
  cup 177, can 240, handful 40 | main beans, usda 16020
black-eyed pea: black-eyed bean; canned black-eyed pea; tinned black-eyed bean; black eyed pea; black-eye bean; black eyed bean
  116 7.73 0.53 0.14 20.76 6.5 3.3 240 24 2.51 278 1 0.4 0 0 0
  cup 171, can 240 | main beans, usda 16063
cooked lentil: lentil, cooked; canned lentil; tinned lentil; ready-cooked lentil; cooked puy lentil; cooked green lentil; pouch of cooked lentil; cooked brown lentil; canned green lentil; tinned green lentil; canned brown lentil; pouch lentil; beluga lentil pouch
  116 9.02 0.38 0.05 20.13 7.9 1.8 2 19 3.33 369 0 1.5 0 0 0
  cup 198, can 240, package 250, handful 40 | main lentils, usda 16070
baked bean: baked beans in tomato sauce; tinned baked bean; canned baked bean; pork and beans
  94 4.75 0.37 0.07 21.14 4.1 7.96 343 34 1.19 224 5 0 0 0 0
  cup 254, can 400 | main beans, usda 16006
refried bean: canned refried bean; refried black bean
  83 5.28 0.87 0.14 13.5 4.7 0.59 430 35 1.7 344 0 0 0 0 0
  cup 238, can 400 | main beans, usda 16171
canned pea: marrowfat pea in can; mushy pea; tinned pea; processed pea; garden pea in water
  71 4.33 0.95 0.17 11.82 4.9 4.2 231 24 1.09 105 24 9.3 0 0 0
  cup 163, can 180 | usda 11311
`,
  ),
  ...foodTable(
    { aisle: "chilled", state: "fresh", sold: "gram 280", allergens: "soy" },
    `
firm tofu: tofu; plain tofu; firm tofu block; tofu block; pressed tofu; bean curd; regular tofu; natural tofu; medium tofu; medium-firm tofu
  78 9.04 4.17 0.79 2.85 0.9 0.6 12 201 1.61 148 0 0.2 0 0 0
  cup 252, block 400, each 400, slice 84, package 400 | main tofu, usda 16126
extra-firm tofu: extra firm tofu; super-firm tofu; super firm tofu
  83 9.98 5.26 0.92 1.18 1 0.71 4 282 2.04 130 0 0 0 0 0
  cup 252, block 400, each 400, package 400 | main tofu, usda 16159
silken tofu: soft tofu; silken soft tofu; silken firm tofu
  61 7.17 3.69 0.53 1.18 0.2 0.7 8 111 1.11 120 0 0.2 0 0 0
  cup 248, block 300, package 300 | sold pack, main tofu, usda 16127
smoked tofu: baked tofu; marinated tofu
  145 12.68 9.99 1.45 4.39 0.6 0.6 2 345 2.75 146 0 0.3 0 0 0
  cup 252, block 200, each 200, package 200 | main tofu, usda 16160
  # Smoked tofu has no record; it's as dense as hard tofu.
fried tofu: tofu puff; deep-fried tofu; aburaage; tofu pouch
  270 18.82 20.18 2.92 8.86 3.9 2.72 16 372 4.87 146 1 0 0 0 0
  cup 80, each 13, piece 13 | main tofu, usda 16129
tempeh: plain tempeh; soy tempeh; tempeh block
  192 20.29 10.8 2.54 7.64 5 0.8 9 111 2.7 412 0 0 0 0.08 0
  cup 166, block 200, each 200, package 200 | main tempeh, usda 16114
seitan: wheat protein; vital wheat gluten seitan; seitan strip
  140 26 1.8 0.3 6 1 0.8 500 40 2 120 0 0 0 0 0
  cup 150, slice 30, package 200 | main seitan, state prepared, allergens gluten+soy
  # No record; label figures of seitan in soy broth.
natto:
  211 19.4 11 1.59 12.68 5.4 4.89 7 217 8.6 729 0 13 0 0 0
  cup 175, package 50 | main natto, usda 16113
vegan mince: plant-based mince; vegetarian mince; meat-free mince; quorn mince; meatless ground; plant-based ground beef; veggie mince; vegetarian ground beef; soya mince frozen
  130 17 4 0.5 4 6 1.5 500 80 3 400 0 0 0 0 0
  cup 120, package 300 | sold gram 300, main soya mince, aisle frozen, state frozen
  # No record; label figures of soya-based frozen mince.
veggie burger: vegetable burger; plant-based burger; soya burger; vegetarian burger; vegan burger; bean burger; vegetarian sausage; vegan sausage; meatless sausage
  177 15.7 6.3 1.44 14.27 4.9 1.07 569 136 2.41 333 1 4.5 0 2.01 5
  each 70, patty 70, package 280 | sold pack, main veggie burger, aisle frozen, state frozen, allergens soy+gluten, usda 16147
falafel: ready-made falafel; cooked falafel
  333 13.31 17.8 2.38 31.84 5 2 294 54 3.42 585 1 1.6 0 0 0
  each 17, package 200 | sold pack, main chickpeas, state prepared, allergens none, usda 16138
hummus: houmous; plain hummus; hommus; shop-bought hummus
  166 7.9 9.6 1.44 14.29 6 0.6 379 38 2.44 228 1 0 0 0 0
  cup 246, tub 200, pot 200 | sold gram 200, state prepared, allergens sesame, usda 16158
vegan cheese: plant-based cheese; vegan-style mozzarella; dairy-free cheese; vegan cheddar; vegan parmesan; vegan feta; vegan mozzarella
  290 0.5 23 20 20 1 0.2 800 150 0.1 30 0 0 0 0 0
  cup 113, slice 20 | sold gram 200, state prepared, allergens none
  # No record; label figures of coconut-oil based blocks.
vegan butter: plant butter; vegan spread; vegan block; plant-based butter; earth balance; dairy-free butter; vegan margarine; dairy-free spread; vegan buttery stick
  717 0.16 80.71 15.19 0.7 0 0 2 3 0.06 18 819 0.2 0 0.1 0
  cup 227, knob 10, stick 113 | sold gram 250, aisle dairy_and_eggs, allergens none, usda 04617
soya yogurt: soy yogurt; plant-based yogurt; dairy-free yogurt; vegan yogurt; soya yoghurt; unsweetened soya yogurt; plain soy yogurt; plant yogurt; unsweetened soy yogurt; plain soya yogurt; plain dairy-free yogurt
  50 4 2.3 0.4 2.2 1 2.1 40 120 0.6 120 0 0 0.8 0.4 0
  cup 245, pot 150 | sold gram 500
  # SR28's tofu yoghurt is sweetened; label figures of plain, fortified soya yoghurt.
coconut yogurt: coconut yoghurt; dairy-free coconut yogurt; coconut milk yogurt; plain coconut yogurt
  190 1.5 18 16 5 0.8 2 30 20 0.8 150 0 0 0 0 0
  cup 245, pot 150 | sold gram 400, allergens none
  # No record; label figures of plain coconut-milk yoghurt.
`,
  ),
  ...foodTable(
    { aisle: "drinks", state: "liquid", sold: "millilitre 1000" },
    `
soya milk: soy milk; unsweetened soya milk; soya drink; unsweetened soy milk; plant milk; plant-based milk; dairy-free milk; soymilk; non-dairy milk; soy drink; unsweetened plant milk; unsweetened plant-based milk; nondairy milk
  33 2.86 1.61 0.21 1.74 0.5 0.41 37 124 0.46 120 0 0 1.2 1.11 0
  cup 243 | allergens soy, usda 16222
almond milk: unsweetened almond milk; almond drink
  15 0.59 1.1 0 0.58 0 0 71 197 0.35 67 43 0 1 0 0
  cup 240 | allergens nuts, usda 14091
oat milk: oat drink; barista oat milk; unsweetened oat milk
  46 1 1.5 0.2 6.7 0.8 4 40 120 0.2 60 0 0 1 0.4 0
  cup 245 | allergens gluten
  # SR28 has none; label figures of fortified oat drink.
rice milk: rice drink; unsweetened rice milk
  47 0.28 0.97 0 9.17 0.3 5.28 39 118 0.2 27 63 0 1 0.63 0
  cup 240 | usda 14639
coconut drink: coconut milk drink; coconut milk beverage; coconut milk carton
  20 0.2 1.6 1.5 1.2 0.1 0.8 45 120 0.1 40 0 0 0.8 0.4 0
  cup 240
  # SR28's is sweetened; label figures of unsweetened fortified drink.
soya cream: soy cream; oat cream; plant-based cream; vegan cream; dairy-free cream; plant cream; soya single cream
  160 3 15 2.2 2.2 1 1.6 50 15 0.5 80 0 0 0 0 0
  cup 240, carton 250 | sold millilitre 250, aisle chilled, allergens soy
  # No record; label figures of soya single cream.
`,
  ),
];
