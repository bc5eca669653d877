import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** What is bought or eaten as it is: cakes, takeaways, plates and drinks. Figures are USDA SR28's, by the number of each row. */
export const DISHES: readonly StarterFood[] = [
  ...foodTable(
    {
      aisle: "chilled",
      state: "prepared",
      sold: "pack",
      from: "plant+egg+dairy",
      allergens: "gluten+eggs+milk",
    },
    `
glazed doughnut: doughnut; donut; ring doughnut; glazed donut; sugared doughnut; krispy kreme
  426 5.2 22.9 5.93 50.8 1.5 ? 402 60 1.06 102 3 0.1 ? 0.24 32
  each 45, package 270 | aisle bakery, usda 18250
jam doughnut: jelly doughnut; jelly donut; filled doughnut; jam donut
  340 5.9 18.7 4.84 39 0.9 21.1 455 25 1.76 79 17 0 0 0.22 26
  each 85, package 340 | aisle bakery, usda 18256
blueberry muffin: chocolate muffin; banana muffin; chocolate chip muffin
  375 4.49 16.07 2.84 53 1.1 31.47 336 44 1.3 121 21 0.9 0.1 0.16 30
  each 113, small 66, package 450 | from plant+egg+dairy, allergens gluten+eggs+milk, aisle bakery, usda 18274
danish pastry: fruit danish; danish; apple danish
  371 5.4 18.5 4.86 47.8 1.9 27.53 445 46 1.77 83 15 3.9 0 0.09 114
  each 71, package 284 | aisle bakery, usda 18246
cinnamon roll: cinnamon bun; sticky bun; chelsea bun; cinnamon swirl
  372 6.2 16.4 3.08 50.9 2.4 31.73 304 72 1.6 111 62 2 0 0.14 66
  each 60, package 240 | aisle bakery, usda 18356
brownie: chocolate brownie
  405 4.8 16.3 4.24 63.9 2.1 36.61 286 29 2.25 149 20 0 0 0.07 17
  each 56, package 224 | aisle bakery, usda 18151
chocolate cake: chocolate layer cake; chocolate gateau
  389 3.48 20.05 5.92 52.84 2.2 39.96 348 30 3.04 270 1 0.1 0 0 22
  slice 100, each 100, package 800 | aisle bakery, usda 18096
cheesecake: new york cheesecake; baked cheesecake
  321 5.5 22.5 9.92 25.5 0.4 21.8 438 51 0.63 90 159 0.4 0.5 0.17 55
  slice 80, each 80, package 480 | aisle bakery, usda 18147
apple pie: apple tart; fruit pie
  237 1.9 11 3.8 34 1.6 15.65 201 11 0.45 65 32 3.2 0 0.01 0
  slice 125, each 125, package 1000 | aisle bakery, from plant, allergens gluten, usda 18301
buttermilk biscuit: american biscuit
  353 7 16.3 4.32 44.6 1.5 2.18 580 235 2.9 121 ? 0.2 ? 0.08 3
  each 60, package 360 | aisle bakery, from plant+dairy, allergens gluten+milk, usda 18016
chocolate chip cookie:
  492 5.1 24.72 8.09 65.36 2 32.9 311 21 5.58 171 0 0 0 0.03 0
  each 13, large 30, package 200 | aisle snacks_and_sweets, usda 18159
chocolate bar with nuts: snickers; chocolate bar with nougat and peanuts
  491 7.53 23.85 9.07 61.51 2.3 50.47 239 93 0.72 323 46 0.5 0 0.16 13
  each 57, package 57 | aisle snacks_and_sweets, from plant+egg+dairy, allergens milk+eggs+peanuts+soy, usda 19155
cheese pizza: pizza margherita; margherita pizza; frozen pizza; margherita
  268 10.36 12.28 4.27 29.02 2.2 3.57 447 179 2.27 152 66 1.2 0 0.78 14
  slice 107, each 430, package 430 | from plant+dairy, allergens gluten+milk, usda 21224
pepperoni pizza: pizza pepperoni; salami pizza; meat pizza
  274 14.38 13.13 4.83 24.69 2 3.39 590 168 2.43 239 69 1.9 0 0.61 27
  slice 107, each 532, package 532 | from plant+dairy+meat, allergens gluten+milk, main pork, usda 22903
hamburger in a bun: beef burger in a bun
  263 13.3 10.18 3.57 29.57 1.8 5.95 487 116 2.87 197 3 0.3 0.1 1.2 29
  each 97, large 171, package 97 | from plant+dairy+egg+meat, allergens gluten+milk+eggs+sesame+soy, main beef, usda 21108
cheeseburger: cheese burger
  270 13.49 12.9 5.8 25.46 1.9 5.24 628 123 2.25 184 55 0.4 0.1 1.31 39
  each 127, large 199, package 127 | from plant+dairy+egg+meat, allergens gluten+milk+eggs+sesame+soy, main beef, usda 21090
hot dog in a bun: hotdog in a bun
  247 10.6 14.84 5.21 18.4 ? ? 684 24 2.36 146 0 0.1 ? 0.52 45
  each 98, package 98 | from plant+dairy+meat, allergens gluten+milk+soy, main pork, usda 21118
burrito: beef burrito; bean and beef burrito
  191 11.52 7.47 2.9 19.52 3 2.19 570 90 1.91 269 17 1.9 0.1 0.68 26
  each 241, package 241 | from plant+dairy+meat, allergens gluten+milk, main beef, usda 21063
filled taco: beef taco; taco with beef
  226 8.86 12.7 4.38 19.85 3.9 0.9 397 89 1.19 209 20 0.4 0.1 0.93 28
  each 69, package 138 | from plant+dairy+meat, allergens gluten+milk, main beef, usda 21082
chicken nugget: chicken bite; breaded chicken piece; chicken popcorn
  307 15.92 20.36 3.57 14.93 0.9 0.08 594 11 0.83 251 5 0.6 0.2 0.33 55
  each 16, package 96 | from plant+meat, allergens gluten+eggs+milk, main chicken, usda 21229
takeaway chip: fast-food fry; takeaway fry; deep-fried chip; chip-shop chip
  312 3.43 14.73 2.34 41.44 3.8 0.3 210 18 0.81 579 0 4.7 0 0 0
  each 117, small 71, medium 117, large 154, package 117 | from plant, allergens none, aisle frozen, usda 21138
meat lasagne: lasagne with meat; beef lasagne; lasagna with meat; lasagna bolognese
  185 10.83 10.69 4.94 11.36 1.5 3.15 466 197 0.79 255 81 0.7 0 0.66 36
  each 350, piece 350, slice 350, package 700 | from plant+dairy+egg+meat, allergens gluten+milk+eggs, main beef, usda 36041
spaghetti with meat sauce: spaghetti bolognese; spag bol; pasta bolognese; spaghetti bolognaise
  121 5.79 3.59 1.06 16.4 1.6 1.82 230 17 0.97 172 12 0.7 ? 0.17 9
  cup 134, each 400, package 400 | from plant+meat+dairy, allergens gluten+milk+celery, main beef, usda 36630
pasta with tomato sauce: spaghetti pomodoro; spaghetti with tomato sauce; pasta pomodoro; pasta with marinara
  104 3.9 1.89 0.37 17.77 1.7 1.82 191 15 0.9 140 10 1.1 ? ? 0
  cup 134, each 400, package 400 | from plant, allergens gluten, usda 36046
prepared macaroni and cheese: mac and cheese; mac & cheese
  190 4.89 8.28 1.82 23.93 1.2 4.27 338 63 0.99 129 ? ? ? 0.16 3
  cup 198, each 300, package 300 | from plant+dairy, allergens gluten+milk, usda 22960
fried rice: egg fried rice; egg-fried rice
  174 4.05 2.96 0.54 32.79 1.1 0.56 387 12 0.66 76 22 3.8 0 0 18
  cup 137, each 250, package 250 | from plant+egg, allergens eggs+soy+gluten, usda 36602
chili with meat and beans: chili con carne; chilli con carne; beef chili; beef chilli
  157 12.56 9.79 4.02 4.57 1.4 2.27 381 34 1.46 320 149 1.1 0 1.26 45
  cup 136, each 300, package 400 | from plant+meat, allergens none, main beef, usda 36037
battered fish: fish in batter; fried battered fish; battered cod; battered fish fillet
  219 13.49 10.79 1.88 16.89 0.9 0.45 561 14 0.38 251 3 0 0.4 1.17 36
  each 226, fillet 226, package 226 | from plant+fish, allergens fish+gluten+eggs+milk, main fish, usda 36033
tuna mayonnaise: tuna mayo; tuna salad
  187 16.04 9.26 1.54 9.41 0 ? 402 17 1 178 24 2.2 ? 1.2 13
  cup 205, tablespoon 13, each 85, package 150 | from plant+fish+egg, allergens fish+eggs+celery+mustard, main tuna, usda 15128
potato salad: potato salad with egg
  157 1.96 9.4 1.44 16.18 1.3 4.95 329 15 0.5 242 19 0.8 0.1 0.07 17
  cup 250, each 150, package 300 | from plant+egg, allergens eggs+mustard, usda 22971
mashed potato: potato mash; creamy mash
  83 1.91 0.57 0.3 17.57 1.5 1.48 302 24 0.27 296 7 6.2 0.2 0.07 2
  cup 210, each 210, scoop 70, package 400 | from plant+dairy, allergens milk, usda 11657
baked potato: baked jacket potato
  93 2.5 0.13 0.03 21.15 2.2 1.18 10 15 1.08 535 1 9.6 0 0 0
  each 173, small 138, medium 173, large 299, package 400 | from plant, allergens none, state cooked, usda 11674
scrambled egg:
  149 9.99 10.98 3.33 1.61 0 1.39 145 66 1.31 132 161 0 1.8 0.76 277
  each 61, cup 220, package 122 | from egg+dairy, allergens eggs+milk, main eggs, state cooked, usda 01132
omelette: omelet; plain omelette; cheese omelette
  154 10.57 11.66 3.32 0.64 0 0.31 155 48 1.48 117 172 0 1.7 0.76 313
  each 122, package 122 | from egg+dairy, allergens eggs+milk, main eggs, state cooked, usda 01130
fried egg:
  196 13.61 14.84 4.32 0.83 0 0.4 207 62 1.89 152 219 0 2.2 0.97 401
  each 46, package 92 | from egg+dairy, allergens eggs+milk, main eggs, state cooked, usda 01128
cooked porridge: cooked oatmeal; porridge made with water; cooked oat
  71 2.54 1.52 0.31 12 1.7 0.27 4 9 0.9 70 0 0 0 0 0
  cup 234, each 234, bowl 234, package 234 | from plant, allergens gluten, main oats, state cooked, usda 08121
prepared tomato soup:
  32 0.71 0.21 0.06 7.45 0.5 4.03 186 8 0.29 275 10 6.3 0 0 0
  cup 248, each 350, bowl 350, package 400 | from plant, allergens gluten+milk+celery, usda 06559
vegetable soup: minestrone; minestrone soup
  34 1.77 1.04 0.23 4.66 0.4 ? 254 14 0.38 130 49 0.5 ? 0 1
  cup 241, each 350, bowl 350, package 400 | from plant, allergens gluten+celery, usda 06440
`,
  ),
  ...foodTable(
    { aisle: "drinks", state: "liquid", sold: "millilitre 250" },
    `
energy drink: red bull
  43 0.46 0 0 10.23 0 10.22 39 6 0.06 3 0 0 0 1.97 0
  cup 258, can 258, each 258 | usda 14154
diet cola: diet coke; coke zero; pepsi max; sugar-free cola; diet pepsi; cola zero
  1 0.12 0 0 0.12 0 0 4 3 0.02 7 0 0 0 0 0
  cup 237, can 330, each 330 | sold can, usda 14146
hot chocolate: hot cocoa; drinking chocolate with milk; cocoa made with milk
  85 3.23 3.24 1.86 11.91 0.4 ? 58 95 0.3 172 26 0.1 ? 0.4 9
  cup 250, each 250, package 250 | from plant+dairy, allergens milk, usda 14177
milkshake: milk shake; vanilla milkshake; vanilla shake; chocolate milkshake; strawberry milkshake
  112 3.86 3.03 1.89 17.75 0 17.75 95 146 0.1 183 25 0 1.2 0.52 12
  cup 227, each 313 | from dairy, allergens milk, usda 01111
fruit smoothie: strawberry banana smoothie; strawberry smoothie
  65 0.86 0.14 0 15.05 0.9 12.68 14 20 0.14 131 2 5.2 0 0 1
  cup 231, each 347 | from plant+dairy, allergens milk, usda 21521
tonic water: indian tonic water
  34 0 0 0 8.8 0 8.8 12 1 0.01 0 0 0 0 0 0
  cup 244, can 150, bottle 200, each 150 | usda 14155
`,
  ),
];
