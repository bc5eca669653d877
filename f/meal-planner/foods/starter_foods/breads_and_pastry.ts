import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Breads, wraps, doughs and pastry. */
export const BREADS_AND_PASTRY: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "bakery", state: "prepared", sold: "pack", allergens: "gluten" },
    `
white bread: bread; sliced white bread; sandwich bread; white sandwich bread; white loaf; toast; bread slice; slice of bread; white bread slice; farmhouse loaf; pullman bread; stale bread; sliced bread; crusty bread; white sliced bread; country bread; day-old bread; rustic bread; stale white bread; loaf of bread; texas toast; good bread; country loaf; sturdy bread; toast bread
  266 8.85 3.33 0.7 49.42 2.7 5.67 490 144 3.61 126 0 0 0 0 0
  cup 45, slice 35, each 35, loaf 800, package 800 | usda 18069
wholemeal bread: whole-wheat bread; whole wheat bread; wholewheat bread; brown bread; sliced wholemeal bread; wholemeal toast; granary bread; wholegrain bread; whole-grain bread; whole wheat sandwich bread; whole grain bread; wholemeal loaf; seeded wholemeal bread; seeded bread; multigrain bread; wholemeal slice; wholewheat toast; whole-wheat toast; wholegrain toast; spelt bread
  252 12.45 3.5 0.72 42.71 6 4.34 455 161 2.47 254 0 0 0 0 0
  cup 45, slice 40, each 40, loaf 800, package 800 | usda 18075
sourdough bread: sourdough; sourdough loaf; sourdough toast; white sourdough; white sourdough loaf; sourdough slice; rustic sourdough; wholemeal sourdough; peasant bread
  272 10.75 2.42 0.53 51.88 2.2 4.62 602 52 3.91 117 0 0 0 0 0
  cup 40, slice 50, each 50, loaf 600, package 600 | usda 18029
italian bread: italian loaf
  271 8.8 3.5 0 50.1 3.2 3.17 550 78 2.94 110 0 0 0 0 0
  cup 40, slice 50, each 50, loaf 600, package 600 | usda 18033
french bread: vienna bread; crusty white bread
  272 10.75 2.42 0.53 51.88 2.2 4.62 602 52 3.91 117 0 0 0 0 0
  cup 40, slice 50, each 50, loaf 600, package 600 | usda 18029
baguette: french stick; french baguette; french loaf; crusty baguette; part-baked baguette; demi-baguette
  272 10.75 2.42 0.53 51.88 2.2 4.62 602 52 3.91 117 0 0 0 0 0
  each 250, small 125, slice 15, loaf 250 | sold piece, usda 18029
ciabatta: ciabatta roll; ciabatta loaf; ciabatta bread
  271 8.8 3.5 0 50.1 3.2 3.17 550 78 2.94 110 0 0 0 0 0
  each 270, loaf 270, slice 30 | sold piece, usda 18033
rye bread: dark rye bread; pumpernickel; light rye bread; rye; german rye bread; dark rye; pumpernickel bread; rye sourdough
  259 8.5 3.3 0.63 48.3 5.8 3.85 603 73 2.83 166 0 0.4 0 0 0
  slice 40, each 40, package 500 | usda 18060
gluten-free bread: gluten-free white bread; gluten-free loaf; gluten-free toast; gluten free bread; gluten-free sourdough bread; gluten-free brown bread; gluten-free wholemeal bread
  248 4.31 5.24 0.98 45.78 4.3 3.53 447 138 2.63 75 0 0 0 0 0
  slice 35, each 35, package 500 | from plant+egg, allergens eggs, usda 28337
bread roll: soft roll; roll; bun; white roll; dinner roll; sandwich roll; crusty roll; bap; brioche burger bun; white bap; bread bun
  279 9.77 3.91 0.84 50.12 1.8 7.28 494 144 3.43 122 29 1.3 0 0.2 0
  each 55, package 330 | usda 18350
hot dog bun: hot dog roll; finger roll; sub roll; submarine roll; hoagie roll
  279 9.77 3.91 0.84 50.12 1.8 7.28 494 144 3.43 122 29 1.3 0 0.2 0
  each 55, package 330 | usda 18350
burger bun: hamburger bun; seeded burger bun; slider bun; burger roll; kaiser roll
  279 9.77 3.91 0.84 50.12 1.8 7.28 494 144 3.43 122 29 1.3 0 0.2 0
  each 55, package 330 | usda 18350
wholemeal roll: whole-wheat roll; wholemeal bap; wholemeal bun; whole wheat bun; whole-wheat burger bun; wholemeal bread roll; wholemeal burger bun; wholewheat roll; whole wheat hamburger bun; seeded roll; wholegrain roll; whole-wheat hamburger bun
  269 12.38 4.38 0.92 44.93 6.1 5.92 427 198 2.42 242 33 1.3 0 0.19 0
  each 55, package 330 | usda 28313
brioche: brioche bun; brioche roll; challah; brioche loaf; egg bread; brioche slice; challah bread; milk bread
  287 9.5 6 1.59 47.8 2.3 1.78 380 93 3.04 115 63 0 0.4 0.1 51
  each 50, slice 40, loaf 400, package 300 | from plant+egg+dairy, allergens gluten+eggs+milk, usda 18027
pitta bread: pita; pita bread; wholemeal pitta; white pitta; pitta; pita pocket; whole-wheat pita; white pita; wholemeal pitta bread; whole wheat pita; mini pitta; white pitta bread; whole wheat pita bread; whole-wheat pita bread
  275 9.1 1.2 0.17 55.7 2.2 1.3 536 86 2.62 120 0 0 0 0 0
  each 60, small 28, medium 60, large 75, package 360 | usda 18041
naan: naan bread; plain naan; garlic naan; peshawari naan; nan bread; mini naan
  291 9.62 5.65 1.39 50.43 2.2 3.55 465 84 3.25 125 0 0 0 0.1 2
  each 110, small 60, large 160, package 260 | from plant+dairy, allergens gluten+milk, usda 28307
chapati: chapatis; roti; rotis; chapatti; paratha; wholemeal chapati
  299 7.85 9.2 3.31 46.13 9.7 2.93 298 36 2.2 196 0 0 0 0 0
  each 43, package 260 | usda 28285
flatbread: ready-made flatbread; lavash; soft flatbread; turkish bread; barbari; khobez; markook; injera; lebanese bread; yufka; piadina
  275 9.1 1.2 0.17 55.7 2.2 1.3 536 86 2.62 120 0 0 0 0 0
  each 80, small 50, large 110, package 320 | usda 18041
focaccia: focaccia bread
  249 8.77 7.89 0.88 35.82 1.8 1.75 561 35 3.16 114 0 0 0 0 0
  slice 57, each 300, loaf 300, package 300 | usda 18973
english muffin: muffin english; toasted english muffin; wholemeal english muffin
  227 8.87 1.69 0.73 44.17 3.5 3.53 425 163 4 109 0 1.8 0 0.04 0
  each 57, package 228 | from plant+dairy, allergens gluten+milk, usda 18258
crumpet:
  227 8.87 1.69 0.73 44.17 3.5 3.53 425 163 4 109 0 1.8 0 0.04 0
  each 57, package 228 | from plant+dairy, allergens gluten+milk, usda 18258
bagel: plain bagel; sesame bagel; wholemeal bagel; everything bagel; seeded bagel
  264 10.56 1.32 0.36 52.38 1.6 8.43 422 219 3.57 107 0 0 0 0 0
  each 90, mini 26, package 450 | usda 18001
croissant: butter croissant; pain au chocolat
  406 8.2 21 11.66 45.8 2.6 11.26 467 37 2.03 118 206 0.2 0 0.16 67
  each 57, small 42, large 67, package 228 | from plant+dairy+egg, allergens gluten+milk+eggs, usda 18239
flour tortilla: tortilla; wrap; tortilla wrap; wheat tortilla; large flour tortilla; soft tortilla; tortilla wrap plain; soft tortilla wrap; plain tortilla wrap; soft flour tortilla; small flour tortilla; burrito tortilla; fajita tortilla; white wrap
  306 8.2 7.99 2.92 49.38 3.5 3.71 736 146 3.63 125 0 0 0 0 0
  each 49, small 32, medium 45, large 64, package 320 | usda 18364
wholemeal tortilla: wholewheat wrap; whole-wheat tortilla; whole wheat tortilla; wholemeal wrap; wholewheat tortilla; wholegrain wrap; whole-grain tortilla; wholewheat tortilla wrap; whole wheat wrap; wholemeal tortilla wrap; seeded wrap; whole wheat flour tortilla
  310 9.76 9.76 4.88 45.89 9.8 2.44 512 244 2.63 262 0 0 0 0 0
  each 49, small 32, medium 45, large 64, package 320 | usda 28295
corn tortilla: soft corn tortilla; white corn tortilla; fresh corn tortilla; yellow corn tortilla; small corn tortilla; maize tortilla
  218 5.7 2.85 0.45 44.64 6.3 0.88 45 81 1.23 186 0 0 0 0 0
  each 26, small 19, large 35, package 250 | allergens none, usda 18363
taco shell: hard taco shell; crunchy taco shell; crispy taco shell; tostada; tostada shell
  476 6.41 21.79 7.11 63.49 6.7 1.5 324 100 1.64 231 1 0 0 0 0
  each 13, large 21, package 156 | allergens none, usda 18360
pizza base: ready-made pizza base; pizza crust; pizza dough; ready-rolled pizza dough; pizza dough ball; bread dough; refrigerated pizza dough
  270 8 4 0.7 49 2.3 2 550 20 1.5 120 0 0 0 0 0
  each 200, ball 250, package 400 | aisle chilled
  # No plain record; label figures of chilled pizza dough.
breadcrumbs: dried breadcrumb; bread crumb; dry bread crumb; dried bread crumb; plain breadcrumb; golden breadcrumb; dry breadcrumb; seasoned breadcrumb; italian breadcrumb; italian-style breadcrumb; seasoned bread crumb; plain bread crumb
  395 13.35 5.3 1.2 71.98 4.5 6.2 732 183 4.83 196 0 0 0 0.35 0
  cup 108, handful 20 | sold gram 250, aisle baking, usda 18079
panko breadcrumb: panko; panko crumb; japanese breadcrumb; panko bread crumb
  360 12 2 0.5 73 4 5 450 30 2.5 150 0 0 0 0 0
  cup 55, handful 15 | sold gram 200, aisle baking, usda 18079
  # Label figures of plain panko; the record is common dry crumbs.
fresh breadcrumb: white breadcrumb; soft breadcrumb; fresh bread crumb; fresh white breadcrumb; soft bread crumb; crouton; wholemeal breadcrumb; bread cube; ciabatta crumb; fresh wholemeal breadcrumb; fresh white bread crumb
  266 8.85 3.33 0.7 49.42 2.7 5.67 490 144 3.61 126 0 0 0 0 0
  cup 45, handful 15 | sold gram 250, usda 18069
stuffing mix: bread stuffing; sage and onion stuffing mix; stuffing
  386 11 3.4 0.84 76.2 3.2 8.27 1405 97 3.81 246 0 0 0 0.02 1
  cup 60, package 170 | aisle baking, state dried, usda 18081
puff pastry: ready-rolled puff pastry; puff pastry sheet; frozen puff pastry; ready-made puff pastry; puff pastry dough; sheet puff pastry; ready rolled puff pastry
  551 7.3 38.1 9.64 45.1 1.5 0.74 249 10 2.56 61 0 0 0 0 0
  sheet 320, package 375, each 320 | aisle chilled, state fresh, usda 18337
all-butter puff pastry: butter puff pastry; all butter puff pastry
  402 6 26 16.5 35 1.7 1.3 350 20 1 80 200 0 0.2 0.1 65
  sheet 320, package 320 | aisle chilled, state fresh, from plant+dairy, allergens gluten+milk
  # Made with butter it has no record; label figures.
shortcrust pastry: pie crust; pastry; ready-made shortcrust pastry; pie dough; pie shell; pastry dough; unbaked pie crust; savory pastry; ready-rolled shortcrust pastry; pastry case; readymade shortcrust pastry; sweet pastry; pie pastry; sweet shortcrust pastry
  445 2.97 25.46 9.6 51.11 1.8 2 409 10 1.02 73 0 0 0 0 0
  sheet 320, each 229, package 375 | aisle chilled, state fresh, usda 18948
filo pastry: phyllo dough; phyllo; filo; filo sheet; phyllo sheet; phyllo pastry; filo pastry sheet; fillo dough; phyllo dough sheet; brick pastry
  299 7.1 6 1.47 52.6 1.9 0.18 483 11 3.21 74 0 0 0 0 0
  sheet 19, each 19, package 270 | aisle chilled, state fresh, usda 18338
cracker: saltine; water biscuit; cream cracker; saltine cracker; ritz cracker; savoury biscuit; soda cracker; savory cracker; wheat cracker; oyster cracker; buttery cracker; matzo; butter cracker; snack cracker
  418 9.46 8.64 1.65 74.05 2.8 1.29 941 19 5.57 152 1 0 0 0.09 0
  cup 70, each 3, package 200 | aisle snacks_and_sweets, usda 18228
crispbread: rye crispbread; rye cracker; ryvita; knackebrod; wholegrain crispbread; wholegrain rye crispbread; rye crisp; wasa crispbread
  366 7.9 1.3 0.14 82.2 16.5 1.07 410 31 2.43 319 0 0 0 0 0
  each 10, slice 10, package 250 | aisle snacks_and_sweets, usda 18216
oatcake: rough oatcake; scottish oatcake
  430 10.5 17 4 56 9.5 1 600 40 3.5 330 0 0 0 0 0
  each 10, package 250 | aisle snacks_and_sweets
  # No record; UK label figures of rough oatcakes.
rice cake: brown rice cake; plain rice cake; puffed rice cake; wholegrain rice cake; salted rice cake; unsalted rice cake
  387 8.2 2.8 0.57 81.5 4.2 0.88 26 11 1.49 290 0 0 0 0 0
  each 9, package 130 | aisle snacks_and_sweets, allergens none, usda 19816
pancake: ready-made pancake; crepe
  273 6.58 9.22 1.9 41.05 2.2 4.3 621 279 6.04 126 401 0 0 2.86 15
  each 35, package 200 | from plant+egg+dairy, allergens gluten+eggs+milk, usda 18932
waffle: ready-made waffle; frozen waffle
  273 6.58 9.22 1.9 41.05 2.2 4.3 621 279 6.04 126 401 0 0 2.86 15
  each 35, package 200 | from plant+egg+dairy, allergens gluten+eggs+milk, usda 18932
`,
  ),
];
