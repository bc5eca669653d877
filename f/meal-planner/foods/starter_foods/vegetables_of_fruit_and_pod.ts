import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Tomatoes, peppers, pods, mushrooms and the vegetables that a freezer or a can holds. */
export const VEGETABLES_OF_FRUIT_AND_POD: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "fruit_and_vegetables", state: "fresh", sold: "piece" },
    `
tomato: ripe tomato; fresh tomato; vine tomato; red tomato; beefsteak tomato; salad tomato; heirloom tomato; round tomato; ripe heirloom tomato; beef tomato; tomato on the vine
  18 0.88 0.2 0.03 3.89 1.2 2.63 5 10 0.27 237 42 13.7 0 0 0
  cup 180, each 123, small 91, medium 123, large 182, slice 20, wedge 31 | refuse 9, usda 11529
cherry tomato: grape tomato; baby plum tomato; mini tomato; cocktail tomato; vine-ripened cherry tomato
  18 0.88 0.2 0.03 3.89 1.2 2.63 5 10 0.27 237 42 13.7 0 0 0
  cup 149, each 17, handful 100, punnet 250 | sold gram 250, usda 11529
plum tomato: roma tomato; italian tomato; san marzano tomato; fresh plum tomato
  18 0.88 0.2 0.03 3.89 1.2 2.63 5 10 0.27 237 42 13.7 0 0 0
  cup 180, each 62, small 50, medium 62, large 80 | refuse 5, usda 11529
green tomato:
  23 1.2 0.2 0.03 5.1 1.1 4 13 13 0.51 204 32 23.4 0 0 0
  cup 180, each 123, small 91, medium 123, large 182, slice 20 | refuse 9, usda 11527
tomatillo: fresh tomatillo; husk tomato
  32 0.96 1.02 0.14 5.84 1.9 3.93 1 7 0.62 268 6 11.7 0 0 0
  cup 132, each 34, small 25, medium 34, large 50 | refuse 5, usda 11954
cucumber: english cucumber; telegraph cucumber; hothouse cucumber; salad cucumber
  15 0.65 0.11 0.04 3.63 0.5 1.67 2 16 0.28 147 5 2.8 0 0 0
  cup 104, each 301, small 158, medium 201, large 301, slice 7, stick 9 | refuse 3, usda 11205
small cucumber: persian cucumber; lebanese cucumber; mini cucumber; kirby cucumber; pickling cucumber; baby cucumber
  15 0.65 0.11 0.04 3.63 0.5 1.67 2 16 0.28 147 5 2.8 0 0 0
  cup 104, each 100, small 80, large 130, slice 5 | refuse 3, usda 11205
courgette: zucchini; zucchinis; summer squash; green zucchini; yellow zucchini; yellow squash; yellow summer squash; baby courgette; crookneck squash
  17 1.21 0.32 0.08 3.11 1 2.5 8 16 0.37 261 10 17.9 0 0 0
  cup 124, each 196, small 118, medium 196, large 323, slice 10 | refuse 5, usda 11477
aubergine: eggplant; brinjal; italian eggplant; japanese eggplant; chinese eggplant; thai eggplant; baby aubergine; asian eggplant; globe eggplant
  25 0.98 0.18 0.03 5.88 3 3.53 2 9 0.23 229 1 2.2 0 0 0
  cup 82, each 350, small 230, medium 350, large 548, slice 20 | refuse 10, usda 11209
okra: lady's finger; bhindi; okra pod
  33 1.93 0.19 0.03 7.45 3.2 1.48 7 82 0.62 299 36 23 0 0 0
  cup 100, each 12, pod 12, handful 70 | refuse 14, sold gram 250, usda 11278
red bell pepper: red pepper; sweet red pepper; red capsicum; bell pepper; sweet pepper; capsicum; pepper red; red sweet pepper; romano pepper; pointed red pepper; ramiro pepper; romano red pepper; red romano pepper; mixed pepper
  31 0.99 0.3 0.03 6.03 2.1 4.2 4 7 0.43 211 157 127.7 0 0 0
  cup 149, each 150, small 90, medium 130, large 164, slice 5, strip 3 | refuse 18, usda 11821
green bell pepper: green pepper; sweet green pepper; green capsicum
  20 0.86 0.17 0.06 4.64 1.7 2.4 3 10 0.34 175 18 80.4 0 0 0
  cup 149, each 150, small 90, medium 130, large 164, slice 5, strip 3 | refuse 18, usda 11333
yellow bell pepper: yellow pepper; sweet yellow pepper; orange bell pepper; orange pepper; yellow capsicum; yellow sweet pepper
  27 1 0.21 0.03 6.32 0.9 4.4 2 11 0.46 212 10 183.5 0 0 0
  cup 149, each 150, small 90, medium 130, large 186, slice 5, strip 5 | refuse 18, usda 11951
banana pepper: hungarian wax pepper; sweet banana pepper
  27 1.66 0.45 0.05 5.35 3.4 1.95 13 14 0.46 256 17 82.7 0 0 0
  cup 124, each 46, small 33, medium 46, large 75 | refuse 18, usda 11976
padron pepper: shishito pepper; pimiento de padron; shishito
  27 1.66 0.45 0.05 5.35 3.4 1.95 13 14 0.46 256 17 82.7 0 0 0
  cup 124, each 8, handful 60 | refuse 5, sold gram 150, usda 11976
red chilli: red chili; chilis; fresh red chilli; red chile; red chili pepper; hot red chile; long red chilli; fresno chile; chilli; chili pepper; hot pepper; red chilli pepper; chile pepper; fresh chilli; fresh hot red chile; chilli pepper; fresh chili; hot chile; hot chilli; hot chili; red chile pepper; fresno pepper
  40 1.87 0.44 0.04 8.81 1.5 5.3 9 14 1.03 322 48 143.7 0 0 0
  cup 150, each 20, small 8, medium 20, large 45 | refuse 27, usda 11819
green chilli: green chili; green chile; fresh green chilli; hot green chili; green chili pepper; green finger chilli; green chilli pepper; green hot chile
  40 2 0.2 0.02 9.46 1.5 5.1 7 18 1.2 340 59 242.5 0 0 0
  cup 150, each 20, small 8, medium 20, large 45 | refuse 27, usda 11670
anaheim pepper: anaheim chile
  40 2 0.2 0.02 9.46 1.5 5.1 7 18 1.2 340 59 242.5 0 0 0
  cup 120, each 45 | refuse 27, usda 11670
poblano pepper: poblano chile; poblano
  20 0.86 0.17 0.06 4.64 1.7 2.4 3 10 0.34 175 18 80.4 0 0 0
  cup 120, each 80, small 60, large 110 | refuse 27, usda 11333
  # It has no record; mild as it is, the green sweet pepper is nearest.
bird's eye chilli: thai chili; thai chile; bird eye chilli; bird chili; thai bird chili; bird's eye chili; thai chilli; red thai chili; thai red chili; birdseye chilli
  40 1.87 0.44 0.04 8.81 1.5 5.3 9 14 1.03 322 48 143.7 0 0 0
  tablespoon 8, each 2, small 1, large 3 | refuse 10, sold gram 30, usda 11819
jalapeño: jalapeno pepper; jalapeno chile; jalapeno chili; fresh jalapeño
  29 0.91 0.37 0.09 6.5 2.8 4.12 3 12 0.25 248 54 118.6 0 0 0
  cup 90, each 14, small 10, medium 14, large 20, slice 1.5 | refuse 8, usda 11979
serrano chilli: serrano pepper; serrano chile; serrano chili; serrano
  32 1.74 0.44 0.06 6.7 3.7 3.83 10 11 0.86 305 47 44.9 0 0 0
  cup 105, each 6.1, small 4, large 9 | refuse 3, usda 11977
scotch bonnet: habanero; scotch bonnet pepper; scotch bonnet chilli; habanero pepper; scotch bonnet chilli pepper; habanero chile
  40 1.87 0.44 0.04 8.81 1.5 5.3 9 14 1.03 322 48 143.7 0 0 0
  each 8, small 5, large 12 | refuse 10, usda 11819
sweetcorn cob: corn on the cob; ear of corn; sweetcorn; corn cob; fresh corn; ear corn; corn; sweet corn; corn kernel; sweetcorn kernel; corn ear; fresh corn kernel
  86 3.27 1.35 0.33 18.7 2 6.26 15 2 0.52 270 9 6.8 0 0 0
  cup 145, each 102, ear 102, small 73, medium 102, large 143 | refuse 36, usda 11167
baby corn: baby sweetcorn
  26 2.5 0.4 0.1 2.7 2 1.9 1 8 0.5 180 14 8 0 0 0
  cup 140, each 10, can 200 | sold gram 125
  # SR28 has ripe corn only; UK label figures for raw baby corn.
green bean: french bean; string bean; snap bean; fine green bean; haricot vert; runner bean; fine bean; wax bean; yellow wax bean; romano bean; yellow bean
  31 1.83 0.22 0.05 6.97 2.7 3.26 6 37 1.03 211 35 12.2 0 0 0
  cup 100, each 5.5, handful 60 | refuse 12, sold gram 200, usda 11052
long bean: yardlong bean; chinese long bean; snake bean
  47 2.8 0.4 0.1 8.35 3 3 4 50 0.47 240 43 18.8 0 0 0
  cup 91, each 12, bunch 250 | refuse 5, sold gram 200, usda 11199
mangetout: snow pea; snow pea pod; mange tout; mange-tout
  42 2.8 0.2 0.04 7.55 2.6 4 4 43 2.08 200 54 60 0 0 0
  cup 80, each 3.4, handful 50 | refuse 6, sold gram 150, usda 11300
sugar snap pea: sugar snap; snap pea; sugarsnap pea
  42 2.8 0.2 0.04 7.55 2.6 4 4 43 2.08 200 54 60 0 0 0
  cup 80, each 3.4, handful 50 | refuse 6, sold gram 150, usda 11300
fresh pea: shelled pea; fresh green pea; english pea; garden pea in pod; pea in the pod
  81 5.42 0.4 0.07 14.45 5.7 5.67 5 25 1.47 244 38 40 0 0 0
  cup 145, handful 50 | refuse 62, sold gram 500, usda 11304
broad bean: fava bean; fresh fava bean; fresh broad bean; frozen broad bean; baby broad bean
  72 5.6 0.6 0.14 11.7 4.2 1.5 50 22 1.9 250 18 33 0 0 0
  cup 109, each 8, handful 60 | sold gram 500, usda 11088
bitter melon: bitter gourd; karela; balsam pear
  17 1 0.17 0.02 3.7 2.8 1.9 5 19 0.43 296 24 84 0 0 0
  cup 93, each 124 | refuse 17, usda 11024
chayote: chayote squash; christophene; chow chow
  19 0.82 0.13 0.03 4.51 1.7 1.66 2 17 0.34 125 0 7.7 0 0 0
  cup 132, each 203 | refuse 1, usda 11149
plantain: green plantain; ripe plantain
  122 1.3 0.37 0.14 31.89 2.3 15 4 3 0.6 499 56 18.4 0 0 0
  cup 148, each 179, medium 179, slice 8 | refuse 35, usda 09277
avocado: hass avocado; ripe avocado; avocado pear; ripe hass avocado
  160 2 14.66 2.13 8.53 6.7 0.66 7 12 0.55 485 7 10 0 0 0
  cup 150, each 150, small 110, medium 150, large 201, slice 15 | refuse 26, usda 09037
button mushroom: mushroom; white mushroom; closed cup mushroom; white button mushroom; fresh mushroom; champignon; sliced mushroom; baby button mushroom; cup mushroom; field mushroom
  22 3.09 0.34 0.05 3.26 1 1.98 5 3 0.5 318 0 2.1 0.2 0.04 0
  cup 70, each 18, small 10, medium 18, large 23, slice 6, handful 50 | refuse 3, sold gram 250, usda 11260
chestnut mushroom: cremini mushroom; crimini mushroom; baby bella mushroom; brown mushroom; baby portobello mushroom; cremini; brown cap mushroom; baby bella
  22 2.5 0.1 0.01 4.3 0.6 1.72 6 18 0.4 448 0 0 0.1 0.1 0
  cup 72, each 20, small 12, medium 18, large 25, handful 50 | refuse 3, sold gram 250, usda 11266
portobello mushroom: portabella mushroom; flat mushroom; large flat mushroom; portobello; portabello mushroom; portobello cap; portobello mushroom cap
  22 2.11 0.35 0.06 3.87 1.3 2.5 9 3 0.31 364 0 0 0.3 0.05 0
  cup 86, each 84, medium 84, large 110 | refuse 3, usda 11265
shiitake mushroom: fresh shiitake; shiitake; fresh shiitake mushroom; shitake mushroom; shiitake mushroom cap
  34 2.24 0.49 0.05 6.79 2.5 2.38 9 2 0.41 304 0 0 0.4 0 0
  cup 70, each 19, handful 50 | refuse 5, sold gram 125, usda 11238
oyster mushroom: king oyster mushroom; king trumpet mushroom
  33 3.31 0.41 0.06 6.09 2.3 1.11 18 3 1.33 420 2 0 0.7 0 0
  cup 86, each 25, small 15, large 148, handful 50 | refuse 11, sold gram 150, usda 11987
enoki mushroom: enoki
  37 2.66 0.29 0.02 7.81 2.7 0.22 3 0 1.15 359 0 0 0.1 0 0
  cup 65, each 3, bunch 100, handful 30 | refuse 16, sold gram 100, usda 11950
wild mushroom: chanterelle; chanterelle mushroom; girolle; mixed wild mushroom; girolle mushroom; mixed mushroom; morel
  38 1.49 0.53 0.1 6.86 3.8 1.16 9 15 3.47 506 0 0 5.3 0 0
  cup 54, each 5.4, handful 40 | refuse 5, sold gram 150, usda 11239
maitake mushroom: hen of the woods mushroom
  31 1.94 0.19 0.03 6.97 2.7 2.07 1 1 0.3 204 0 0 28.1 0 0
  cup 54, each 5.4, handful 40 | refuse 5, sold gram 150, usda 11993
dried shiitake: dried shiitake mushroom; dried chinese mushroom; dried mushroom; chinese black mushroom
  296 9.58 0.99 0.23 75.37 11.5 2.21 13 11 1.72 1534 0 3.5 3.9 0 0
  cup 30, each 3.6, handful 15 | sold gram 40, aisle canned_and_jarred, state dried, usda 11268
dried porcini: dried porcini mushroom; porcini; dried wild mushroom; dried cep
  300 26 4 0.6 35 25 10 20 25 12 2500 0 2 3.5 0 0
  cup 25, tablespoon 2, each 2, handful 15 | sold gram 30, aisle canned_and_jarred, state dried
  # No record of dried boletus; Italian label figures, in line with dried shiitake.
wood ear mushroom: cloud ear; black fungus; dried wood ear; wood ear; tree ear; dried black fungus
  284 9.25 0.73 0.1 73.01 70.1 0 35 159 5.88 754 0 0 0 0 0
  cup 28, each 4.5 | sold gram 40, aisle canned_and_jarred, state dried, usda 11988
`,
  ),
  ...foodTable(
    { aisle: "frozen", state: "frozen", sold: "gram 500" },
    `
frozen pea: pea; green pea; petit pois; garden pea; petite pea; frozen green pea; frozen petit pois; frozen petite pea; frozen garden pea; baby pea; peas
  77 5.22 0.4 0.07 13.62 4.5 5 108 22 1.53 153 103 18 0 0 0
  cup 134, handful 50 | sold gram 900, usda 11312
frozen sweetcorn: frozen corn; frozen corn kernel; frozen sweet corn; frozen sweetcorn kernel
  88 3.02 0.78 0.12 20.71 2.1 2.5 3 4 0.42 213 10 6.4 0 0 0
  cup 136, handful 50 | sold gram 750, usda 11178
frozen spinach: frozen leaf spinach; frozen chopped spinach; chopped frozen spinach
  29 3.63 0.57 0.04 4.21 2.9 0.65 74 129 1.89 346 586 5.5 0 0 0
  cup 156, each 50, block 50, cube 50, package 284 | sold gram 900, usda 11463
frozen mixed vegetable: mixed vegetable; frozen vegetable; frozen mixed veg; frozen vegetable mix; mixed veg; vegetable mix
  72 3.33 0.52 0.1 13.47 4 3.1 47 25 0.95 212 254 10.4 0 0 0
  cup 140, handful 50 | sold gram 900, usda 11583
frozen broccoli: frozen broccoli floret
  26 2.81 0.29 0.04 4.78 3 1.35 24 56 0.81 212 52 56.4 0 0 0
  cup 156, handful 60 | sold gram 900, usda 11092
edamame: frozen edamame; shelled edamame; edamame bean; soya bean; frozen shelled edamame; green soybean; frozen soya bean; frozen edamame bean; podded edamame; shelled edamame bean
  109 11.22 4.73 0.6 7.61 4.8 2.48 6 60 2.11 482 15 9.7 0 0 0
  cup 118, handful 50 | main edamame, allergens soy, usda 11211
french fry: frozen chip; oven chip; frozen french fry; chip potato; fries; frozen potato chip
  147 2.24 4.66 1 24.81 1.9 0.2 332 9 0.62 408 0 17.3 0 0 0
  cup 85, each 8, handful 80 | sold gram 900, main potatoes, usda 11402
hash brown: frozen hash brown; hash brown potato; shredded hash brown
  82 2.06 0.62 0.16 17.72 1.4 0.5 22 10 0.98 285 0 8.2 0 0 0
  cup 105, each 60 | sold gram 700, main potatoes, usda 11390
`,
  ),
  ...foodTable(
    { aisle: "canned_and_jarred", state: "canned", sold: "can" },
    `
canned sweetcorn: tinned sweetcorn; canned corn; tinned corn; whole kernel corn; canned corn kernel; canned sweet corn; can of corn; canned sweetcorn kernel
  67 2.29 1.22 0.24 14.34 2 4.44 205 3 0.27 132 2 1.8 0 0 0
  cup 164, can 260 | usda 11172
creamed corn: cream-style corn; cream style corn; creamed sweetcorn
  72 1.74 0.42 0.07 18.13 1.2 3.23 261 3 0.38 134 4 4.6 0 0 0
  cup 256, can 418 | usda 11174
canned artichoke heart: artichoke heart; marinated artichoke heart; tinned artichoke; jarred artichoke; artichoke heart in oil; artichoke bottom
  42 2.2 0.4 0.1 8.4 4.5 0.9 300 25 0.8 190 1 5 0 0 0
  cup 168, each 30, can 240, jar 280
  # Hearts in brine, drained, from labels; SR28 has boiled artichoke only.
roasted red pepper: jarred roasted pepper; roasted pepper; piquillo pepper; bottled roasted red pepper; roasted red bell pepper; jarred red pepper; pimiento; roasted bell pepper; pimento; jarred roasted red pepper
  23 1.1 0.3 0.04 5.1 1.9 2.71 14 6 1.68 158 133 84.9 0 0 0
  cup 192, each 66, jar 280 | sold jar, usda 11943
sun-dried tomato: sun-dried tomato in oil; sundried tomato; sun dried tomato; sun-dried tomato half; oil-packed sun-dried tomato; semi-dried tomato; sunblush tomato; sundried tomato in oil
  213 5.06 14.08 1.89 23.33 5.8 15 266 47 2.68 1565 64 101.8 0 0 0
  cup 110, each 3, piece 3, jar 160 | sold jar, usda 11956
dry sun-dried tomato: dry-packed sun-dried tomato; dried tomato
  258 14.11 2.97 0.43 55.76 12.3 37.59 107 110 9.09 3427 44 39.2 0 0 0
  cup 54, each 2, piece 2 | sold gram 100, state dried, usda 11955
canned beetroot: cooked beetroot; vacuum-packed beetroot; cooked beet; canned beet; tinned beetroot; vac-packed beetroot; ready-cooked beetroot
  31 0.91 0.14 0.02 7.21 1.8 5.51 194 15 1.82 148 1 4.1 0 0 0
  cup 160, each 50, can 294, slice 8, package 250 | sold pack, usda 11084
pickled beetroot: pickled beet; pickled baby beetroot
  65 0.8 0.08 0.01 16.28 0.8 11.05 149 11 0.41 115 2 2.3 0 0 0
  cup 227, slice 8, jar 340 | sold jar, usda 11609
sauerkraut: pickled cabbage
  19 0.91 0.14 0.03 4.28 2.9 1.78 661 30 1.47 170 1 14.7 0 0 0
  cup 142, jar 680, can 400 | sold jar, usda 11439
kimchi: napa cabbage kimchi
  15 1.1 0.5 0.07 2.4 1.6 1.06 498 33 2.5 151 5 0 0 0 0
  cup 150, tablespoon 15, jar 300, handful 50 | sold jar, aisle chilled, state prepared, from plant+fish, allergens fish, usda 11118
gherkin: dill pickle; pickled cucumber; dill pickle spear; kosher dill; pickle; cornichon; dill pickle slice; pickled gherkin; sour pickle
  12 0.5 0.3 0.08 2.41 1 1.07 809 57 0.26 117 6 2.3 0 0 0
  cup 143, each 20, small 35, medium 65, large 135, slice 7, spear 35, jar 340 | sold jar, usda 11937
sweet pickle: bread and butter pickle; sweet gherkin; sweet pickle slice
  91 0.58 0.41 0.07 21.15 1 18.27 457 61 0.25 100 38 0.7 0 0 0
  cup 160, each 25, slice 7, jar 340 | sold jar, usda 11940
pickle relish: sweet pickle relish; relish; sweet relish
  130 0.37 0.47 0.05 35.06 1.1 29.13 811 3 0.87 25 61 1 0 0 0
  tablespoon 15, jar 300 | sold jar, aisle sauces_and_condiments, usda 11945
pickled jalapeño: canned jalapeño; jalapeño slice; jarred jalapeño; sliced pickled jalapeño; jalapeno in brine
  27 0.92 0.94 0.1 4.74 2.6 2.14 1671 23 1.88 193 85 10 0 0 0
  cup 136, each 22, slice 2, jar 210 | sold jar, usda 11632
canned green chilli: canned green chile; diced green chile; canned diced green chili; chopped green chilies; diced green chilies
  21 0.72 0.27 0.03 4.6 1.7 2.5 397 36 1.33 113 6 34.2 0 0 0
  cup 139, can 113 | usda 11980
chipotle in adobo: chipotle pepper in adobo; chipotle chile in adobo; chipotle in adobo sauce; chipotle chilli in adobo; canned chipotle
  85 1.8 3 0.5 13 5 7 1300 40 2 400 150 10 0 0 0
  tablespoon 15, each 12, can 200
  # Label figures for chipotles in adobo.
green olive: pitted green olive; stuffed olive; spanish olive; castelvetrano olive; manzanilla olive; picholine olive; pimento-stuffed olive; stuffed green olive
  145 1.03 15.32 2.03 3.84 3.3 0.54 1556 52 0.49 42 20 0 0 0 0
  cup 135, each 2.7, handful 30, jar 160 | sold jar, usda 09195
black olive: kalamata olive; pitted black olive; ripe olive; olive; kalamata; nicoise olive; pitted kalamata olive; greek olive; pitted olive; taggiasca olive; dry-cured olive
  115 0.84 10.68 1.42 6.26 3.2 0 735 88 3.3 8 20 0.9 0 0 0
  cup 135, each 3.5, small 3, large 4.5, handful 30, jar 160, can 170 | sold jar, usda 09193
caper: drained caper; nonpareil caper; caper in brine; baby caper
  23 2.36 0.86 0.23 4.89 3.2 0.41 2348 40 1.67 40 7 4.3 0 0 0
  tablespoon 8.6, each 0.5, jar 60 | sold jar, usda 02054
hearts of palm: palm heart; canned heart of palm
  28 2.52 0.62 0.13 4.62 2.4 1 426 58 3.13 177 0 7.9 0 0 0
  cup 146, each 33, can 220, piece 33 | usda 11961
canned mushroom: tinned mushroom; mushroom in a can
  25 1.87 0.29 0.04 5.09 2.4 2.34 425 11 0.79 129 0 0 0.2 0 0
  cup 156, each 12, can 132 | usda 11264
hominy: canned hominy; white hominy; pozole corn; mote
  72 1.48 0.88 0.12 14.26 2.5 1.82 345 10 0.62 9 0 0 0 0 0
  cup 165, can 255 | usda 20030
canned pumpkin: pumpkin puree; canned pumpkin puree; solid-pack pumpkin; tinned pumpkin
  34 1.1 0.28 0.15 8.09 2.9 3.3 5 26 1.39 206 778 4.2 0 0 0
  cup 245, can 425 | usda 11424
`,
  ),
  ...foodTable(
    { aisle: "canned_and_jarred", state: "canned", sold: "can" },
    `
canned chopped tomato: chopped tomato; canned tomato; tinned tomato; diced tomato; tinned chopped tomato; canned diced tomato; can of tomatoes; canned plum tomato; whole peeled tomato; tinned plum tomato; stewed tomato; peeled tomato; canned whole tomato; petite diced tomato; fire-roasted tomato; fire roasted diced tomato; fire-roasted diced tomato; canned cherry tomato; whole canned tomato; chopped canned tomato; canned san marzano tomato; peeled plum tomato; diced tomatoes in juice
  16 0.79 0.25 0.03 3.47 1.9 2.55 115 33 0.57 191 20 12.6 0 0 0
  cup 240, can 400, each 111 | usda 11531
crushed tomato: canned crushed tomato; tinned crushed tomato; polpa
  32 1.64 0.28 0.04 7.29 1.9 4.4 186 34 1.3 293 11 9.2 0 0 0
  cup 242, can 400 | usda 11693
passata: tomato passata; sieved tomato; strained tomato; canned tomato puree; rustica passata
  38 1.65 0.21 0.03 8.98 1.9 4.83 28 18 1.78 439 26 10.6 0 0 0
  cup 250, jar 700, carton 500, can 400 | sold jar, usda 11547
tomato sauce: canned tomato sauce; plain tomato sauce
  24 1.2 0.3 0.04 5.31 1.5 3.56 474 14 0.96 297 22 7 0 0 0
  cup 245, can 425, jar 400 | usda 11549
tomato paste: tomato puree; tomato concentrate; double concentrate tomato puree; concentrated tomato puree; tomato puree paste; concentrated tomato paste
  82 4.32 0.47 0.1 18.91 4.1 12.18 59 36 2.98 1014 76 21.9 0 0 0
  tablespoon 16, can 170, tube 200, jar 200 | sold gram 200, usda 11546
marinara sauce: pasta sauce; tomato pasta sauce; spaghetti sauce; arrabbiata sauce; fradiavolo sauce; tomato basil sauce; jarred pasta sauce
  50 1.39 1.61 0.22 7.43 1.8 4.91 437 26 0.73 320 31 2 0 0 2
  cup 257, jar 500 | sold jar, state prepared, usda 06931
pizza sauce:
  54 2.18 1.15 0.46 8.66 2 3.78 348 54 0.9 354 20 11.3 0 0.02 0
  cup 252, jar 300 | sold jar, state prepared, usda 06152
`,
  ),
];
