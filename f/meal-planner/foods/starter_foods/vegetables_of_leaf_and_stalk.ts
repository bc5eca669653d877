import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Leaves, stalks, flower heads and sprouts, fresh. */
export const VEGETABLES_OF_LEAF_AND_STALK: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "fruit_and_vegetables", state: "fresh", sold: "piece" },
    `
spinach: fresh spinach; spinach leaf; leaf spinach; english spinach
  23 2.86 0.39 0.06 3.63 2.2 0.42 79 99 2.71 558 469 28.1 0 0 0
  cup 30, handful 30, bunch 340, leaf 10, bag 200, package 284 | refuse 5, sold gram 250, usda 11457
baby spinach: baby spinach leaf; young spinach
  23 2.86 0.39 0.06 3.63 2.2 0.42 79 99 2.71 558 469 28.1 0 0 0
  cup 30, handful 25, leaf 2, bag 200 | sold gram 200, usda 11457
kale: curly kale; kale leaf; green kale; tuscan kale; lacinato kale; cavolo nero; black kale; dinosaur kale; torn kale; baby kale
  49 4.28 0.93 0.09 8.75 3.6 2.26 38 150 1.47 491 500 120 0 0 0
  cup 21, handful 30, bunch 200, leaf 15, bag 200, stalk 20 | refuse 28, sold gram 200, usda 11233
swiss chard: chard; rainbow chard; silverbeet; chard leaf; ruby chard
  19 1.8 0.2 0.03 3.74 1.6 1.1 213 51 1.8 379 306 30 0 0 0
  cup 36, bunch 300, leaf 48, handful 35, stalk 48 | refuse 8, sold bunch, usda 11147
collard green: collard; spring green
  32 3.02 0.61 0.06 5.42 4 0.46 17 232 0.47 213 251 35.3 0 0 0
  cup 36, bunch 250, leaf 25, handful 35 | refuse 43, sold bunch, usda 11161
mustard green: gai choy; chinese mustard
  27 2.86 0.42 0.01 4.67 3.2 1.32 20 115 1.64 384 151 70 0 0 0
  cup 56, bunch 250, handful 35 | refuse 7, sold bunch, usda 11270
rocket: arugula; rocket leaf; wild rocket; roquette; baby arugula; rucola
  25 2.58 0.66 0.09 3.65 1.6 2.05 27 160 1.46 369 119 15 0 0 0
  cup 20, handful 20, leaf 2, bag 80, bunch 60 | sold gram 80, usda 11959
watercress: watercress leaf
  11 2.3 0.1 0.03 1.29 0.5 0.2 41 120 0.2 330 160 43 0 0 0
  cup 34, handful 25, bunch 85, sprig 2.5, bag 80 | refuse 8, sold gram 85, usda 11591
lamb's lettuce: mache; corn salad; cornsalad
  21 2 0.4 0.05 3.6 1.8 0.7 4 38 2.18 459 355 38.2 0 0 0
  cup 56, handful 20, bag 100 | sold gram 100, usda 11190
mixed salad leaf: salad leaf; mixed leaf salad; mixed green; spring mix; mesclun; mizuna; mizuna leaf; mixed salad green; salad green; baby leaf salad; mixed leaf; baby green; mixed lettuce; salad
  15 1.36 0.15 0.02 2.87 1.3 0.78 28 36 0.86 194 370 9.2 0 0 0
  cup 30, handful 25, leaf 5, bag 130 | sold gram 130, usda 11253
lettuce: green leaf lettuce; leaf lettuce; lettuce leaf; red leaf lettuce; looseleaf lettuce; green lettuce; oak leaf lettuce
  15 1.36 0.15 0.02 2.87 1.3 0.78 28 36 0.86 194 370 9.2 0 0 0
  cup 36, each 360, head 360, leaf 15, handful 25 | refuse 15, usda 11253
romaine lettuce: cos lettuce; romaine; romaine lettuce leaf; romaine heart; cos; romaine leaf
  17 1.23 0.3 0.04 3.29 2.1 1.19 8 33 0.97 247 436 4 0 0 0
  cup 47, each 400, head 400, small 250, large 626, leaf 15, handful 25 | refuse 6, usda 11251
little gem lettuce: little gem; baby gem lettuce; gem lettuce; baby cos lettuce; baby gem
  17 1.23 0.3 0.04 3.29 2.1 1.19 8 33 0.97 247 436 4 0 0 0
  cup 47, each 100, head 100, leaf 8 | refuse 6, usda 11251
iceberg lettuce: crisphead lettuce; iceberg; shredded lettuce
  14 0.9 0.14 0.02 2.97 1.2 1.97 10 18 0.41 141 25 2.8 0 0 0
  cup 72, each 539, head 539, small 324, medium 539, large 755, leaf 15, wedge 90 | refuse 5, usda 11252
butter lettuce: butterhead lettuce; boston lettuce; bibb lettuce; round lettuce
  13 1.35 0.22 0.03 2.23 1.1 0.94 5 35 1.24 238 166 3.7 0 0 0
  cup 55, each 163, head 163, leaf 7.5 | refuse 26, usda 11250
radicchio: red chicory; treviso
  23 1.43 0.25 0.06 4.48 0.9 0.6 22 19 0.57 302 1 8 0 0 0
  cup 40, each 250, head 250, leaf 8 | refuse 9, usda 11952
chicory: belgian endive; witloof; endive; endive leaf; white chicory; belgian endive leaf
  17 0.9 0.1 0.02 4 3.1 0.7 2 19 0.24 211 1 2.8 0 0 0
  cup 90, each 53, head 53, leaf 5 | refuse 11, usda 11151
curly endive: frisee; escarole
  17 1.25 0.2 0.05 3.35 3.1 0.25 22 52 0.83 314 108 6.5 0 0 0
  cup 50, each 300, head 300, leaf 10, handful 20 | refuse 14, usda 11213
cabbage: white cabbage; green cabbage; head cabbage; shredded cabbage; coleslaw mix; slaw mix; shredded cabbage mix
  25 1.28 0.1 0.03 5.8 2.5 3.2 18 40 0.47 170 5 36.6 0 0 0
  cup 80, each 908, head 908, small 714, medium 908, large 1248, leaf 23, wedge 150, bag 400 | refuse 20, usda 11109
pointed cabbage: sweetheart cabbage; hispi cabbage; spring cabbage
  25 1.28 0.1 0.03 5.8 2.5 3.2 18 40 0.47 170 5 36.6 0 0 0
  cup 80, each 500, head 500, leaf 20 | refuse 20, usda 11109
red cabbage: purple cabbage
  31 1.43 0.16 0.02 7.37 2.1 3.83 27 45 0.8 243 56 57 0 0 0
  cup 80, each 839, head 839, small 567, medium 839, large 1134, leaf 23 | refuse 20, usda 11112
savoy cabbage:
  27 2 0.1 0.01 6.1 3.1 2.27 28 35 0.4 230 50 31 0 0 0
  cup 70, each 800, head 800, leaf 30 | refuse 20, usda 11114
chinese cabbage: napa cabbage; chinese leaf; wombok; wong bok; nappa cabbage
  16 1.2 0.2 0.04 3.23 1.2 1.41 9 77 0.31 238 16 27 0 0 0
  cup 76, each 700, head 700, small 450, large 1000, leaf 30 | refuse 7, usda 11119
pak choi: bok choy; pak choy; baby bok choy; baby pak choi; chinese chard
  13 1.5 0.2 0.03 2.18 1 1.18 65 105 0.8 252 223 45 0 0 0
  cup 70, each 150, head 150, small 100, medium 150, large 400, leaf 14, bunch 300 | refuse 12, usda 11116
chinese broccoli: gai lan; kai lan; chinese kale
  30 1.2 0.76 0.12 4.67 2.6 0.88 7 105 0.59 274 86 29.6 0 0 0
  cup 88, bunch 250, stalk 30 | refuse 12, sold bunch, usda 11994
brussels sprout: sprout
  43 3.38 0.3 0.06 8.95 3.8 2.2 25 42 1.4 389 38 85 0 0 0
  cup 88, each 19, handful 75 | refuse 10, sold gram 300, usda 11098
broccoli: calabrese; broccoli floret; broccoli head; broccoli crown; head broccoli; broccoli stem
  34 2.82 0.37 0.04 6.64 2.6 1.7 33 47 0.73 316 31 89.2 0 0 0
  cup 91, each 350, head 350, small 250, medium 350, large 600, floret 15, stalk 151, spear 31, bunch 608, handful 60 | refuse 39, usda 11090
tenderstem broccoli: broccolini; purple sprouting broccoli; long-stem broccoli; baby broccoli; sprouting broccoli
  34 2.82 0.37 0.04 6.64 2.6 1.7 33 47 0.73 316 31 89.2 0 0 0
  cup 91, each 15, stalk 15, spear 15, bunch 200, handful 75 | sold gram 200, usda 11090
broccoli rabe: rapini; broccoli raab; cime di rapa; friarielli
  22 3.17 0.49 0.05 2.85 2.7 0.38 33 108 2.14 196 131 20.2 0 0 0
  cup 40, bunch 437, stalk 19 | refuse 10, sold bunch, usda 11096
cauliflower: cauliflower floret; cauliflower head; head cauliflower
  25 1.92 0.28 0.13 4.97 2 1.91 30 22 0.42 299 0 48.2 0 0 0
  cup 107, each 588, head 588, small 265, medium 588, large 840, floret 13 | refuse 39, usda 11135
celery: celery stick; celery stalk; celery rib; celery heart; rib celery; stalk celery; celery leaf
  16 0.69 0.17 0.04 2.97 1.6 1.34 80 40 0.2 260 22 3.1 0 0 0
  cup 101, each 40, stalk 40, stick 40, small 17, medium 40, large 64, bunch 450, head 450 | refuse 11, sold bunch, allergens celery, usda 11143
fennel: fennel bulb; florence fennel; bulb fennel; finocchio; fresh fennel
  31 1.24 0.2 0.09 7.3 3.1 3.93 52 49 0.73 414 48 12 0 0 0
  cup 87, each 234, bulb 234, small 160, medium 234, large 300, slice 10 | refuse 28, usda 11957
asparagus: asparagus spear; green asparagus; asparagus tip; white asparagus
  20 2.2 0.12 0.04 3.88 2.1 1.88 2 24 2.14 202 38 5.6 0 0 0
  cup 134, each 16, spear 16, stalk 16, small 12, medium 16, large 20, bunch 250 | refuse 47, sold bunch, usda 11011
globe artichoke: artichoke; fresh artichoke
  47 3.27 0.15 0.04 10.51 5.4 0.99 94 44 1.28 370 1 11.7 0 0 0
  cup 168, each 128, medium 128, large 162 | refuse 60, usda 11007
rhubarb: rhubarb stalk
  21 0.9 0.2 0.05 4.54 1.8 1.1 4 86 0.22 288 5 8 0 0 0
  cup 122, stalk 51, each 51, stick 51 | refuse 25, sold gram 400, usda 09307
bean sprout: beansprout; mung bean sprout; mung beansprout
  30 3.04 0.18 0.05 5.94 1.8 4.13 6 13 0.91 149 1 13.2 0 0 0
  cup 104, handful 50, bag 300 | sold gram 300, usda 11043
alfalfa sprout: alfalfa
  23 3.99 0.69 0.07 2.1 1.9 0.2 6 32 0.96 79 8 8.2 0 0 0
  cup 33, tablespoon 3, handful 15 | sold gram 100, usda 11001
pea shoot: pea sprout; pea tendril
  33 3.5 0.5 0.1 2.5 2.4 1.8 5 43 2.5 235 108 68 0 0 0
  cup 30, handful 15, bag 80 | sold gram 80
  # Shoots have no record; UK label figures for pea shoots.
nopal: nopales; cactus paddle; cactus leaf
  16 1.32 0.09 0.02 3.33 2.2 1.15 21 164 0.59 257 23 9.3 0 0 0
  cup 86, each 100 | refuse 4, sold gram 250, usda 11963
dandelion green: dandelion leaf
  45 2.7 0.7 0.17 9.2 3.5 0.71 76 187 3.1 397 508 35 0 0 0
  cup 55, bunch 200, handful 25 | sold bunch, usda 11207
vine leaf: grape leaf; canned grape leaf; vine leaves in brine
  69 4.27 1.97 0.31 11.71 9.9 1 2853 289 2.98 29 263 11.3 0 0 0
  each 4, leaf 4, jar 250 | sold jar, aisle canned_and_jarred, state canned, usda 11975
`,
  ),
];
