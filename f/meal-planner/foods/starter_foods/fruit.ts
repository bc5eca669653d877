import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Fruit: fresh, frozen, dried, canned, and its juices. */
export const FRUIT: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "fruit_and_vegetables", state: "fresh", sold: "piece" },
    `
apple: eating apple; red apple; gala apple; golden delicious apple; fuji apple; pink lady apple; dessert apple; english eating apple; sweet apple; crisp apple; braeburn apple; honeycrisp apple; red delicious apple
  52 0.26 0.17 0.03 13.81 2.4 10.39 1 6 0.12 107 3 4.6 0 0 0
  cup 117, each 182, small 149, medium 182, large 223, slice 15 | refuse 10, usda 09003
cooking apple: bramley apple; granny smith apple; green apple; tart apple; baking apple; tart green apple; granny smith
  58 0.44 0.19 0.03 13.61 2.8 9.59 1 5 0.15 120 5 4.6 0 0 0
  cup 109, each 167, small 144, medium 167, large 206, slice 15 | refuse 11, usda 09502
pear: conference pear; bosc pear; bartlett pear; anjou pear; ripe pear
  57 0.36 0.14 0.02 15.23 3.1 9.75 1 9 0.18 116 1 4.3 0 0 0
  cup 150, each 178, small 148, medium 178, large 230 | refuse 10, usda 09252
asian pear: nashi pear; korean pear
  42 0.5 0.23 0.01 10.65 3.6 7.05 0 4 0 121 0 3.8 0 0 0
  cup 150, each 200, small 122, large 275 | refuse 9, usda 09340
quince:
  57 0.4 0.1 0.01 15.3 1.9 8.9 4 11 0.7 197 2 15 0 0 0
  each 92 | refuse 39, usda 09296
banana: ripe banana; overripe banana; mashed banana
  89 1.09 0.33 0.11 22.84 2.6 12.23 1 5 0.26 358 3 8.7 0 0 0
  cup 150, each 118, small 101, medium 118, large 136, slice 6 | refuse 36, usda 09040
orange: navel orange; sweet orange; blood orange; seville orange; bitter orange
  47 0.94 0.12 0.01 11.75 2.4 9.35 0 40 0.1 181 11 53.2 0 0 0
  cup 180, each 131, small 96, medium 131, large 184, slice 18 | refuse 27, usda 09200
clementine: mandarin; satsuma; tangerine; mandarin orange; easy peeler
  47 0.85 0.15 0.02 12.02 1.7 9.18 1 30 0.14 177 10 48.8 0 0 0
  cup 195, each 74, small 60, large 100 | refuse 23, usda 09433
grapefruit: pink grapefruit; red grapefruit; ruby grapefruit; white grapefruit; pomelo
  42 0.77 0.14 0.02 10.66 1.6 6.89 0 22 0.08 135 58 31.2 0 0 0
  cup 230, each 246, small 200, medium 246, large 330 | refuse 49, usda 09112
lemon: unwaxed lemon; lemon wedge; whole lemon; lemon slice; meyer lemon; wedge of lemon
  29 1.1 0.3 0.04 9.32 2.8 2.5 2 26 0.6 138 1 53 0 0 0
  cup 212, each 58, small 50, medium 58, large 84, wedge 7, slice 7 | refuse 47, usda 09150
lime: lime wedge; whole lime; key lime; lime slice; unwaxed lime
  30 0.7 0.2 0.02 10.54 2.8 1.69 2 33 0.6 102 2 29.1 0 0 0
  each 67, small 55, medium 67, large 80, wedge 8, slice 6 | refuse 16, usda 09159
lemon zest: lemon peel; lemon rind; grated lemon zest; lemon peel strip; zest of lemon
  47 1.5 0.3 0.04 16 10.6 4.17 6 134 0.8 160 3 129 0 0 0
  tablespoon 6, each 6, strip 1 | check, usda 09156
lime zest: lime peel; grated lime zest; lime rind; zest of lime; kaffir lime zest
  47 1.5 0.3 0.04 16 10.6 4.17 6 134 0.8 160 3 129 0 0 0
  tablespoon 6, each 4, strip 1 | check, usda 09156
  # Lime peel has no record; lemon peel is like it.
orange zest: orange peel; grated orange zest; orange rind; orange peel strip; zest of orange
  97 1.5 0.2 0.02 25 10.6 7 3 161 0.8 212 21 136 0 0 0
  tablespoon 6, each 12, strip 1 | check, usda 09216
apricot: fresh apricot; ripe apricot
  48 1.4 0.39 0.03 11.12 2 9.24 1 13 0.39 259 96 10 0 0 0
  cup 155, each 35 | refuse 7, sold gram 500, usda 09021
peach: fresh peach; ripe peach; yellow peach; white peach
  39 0.91 0.25 0.02 9.54 1.5 8.39 0 6 0.25 190 16 6.6 0 0 0
  cup 154, each 150, small 130, medium 150, large 175 | refuse 4, usda 09236
nectarine: ripe nectarine
  44 1.06 0.32 0.03 10.55 1.7 7.89 0 6 0.28 201 17 5.4 0 0 0
  cup 143, each 142, small 129, medium 142, large 156 | refuse 9, usda 09191
plum: fresh plum; ripe plum; damson
  46 0.7 0.28 0.02 11.42 1.4 9.92 0 6 0.17 157 17 9.5 0 0 0
  cup 165, each 66, small 50, large 90 | refuse 6, sold gram 500, usda 09279
cherry: fresh cherry; sweet cherry; pitted cherry; dark sweet cherry
  63 1.06 0.2 0.04 16.01 2.1 12.82 0 13 0.36 222 3 7 0 0 0
  cup 154, each 8.2, handful 60 | refuse 8, sold gram 250, usda 09070
sour cherry: morello cherry; tart cherry; jarred sour cherry
  50 1 0.3 0.07 12.18 1.6 8.49 3 16 0.32 173 64 10 0 0 0
  cup 155, each 6, handful 60 | refuse 10, sold gram 250, usda 09063
grape: red grape; seedless grape; green grape; white grape; black grape; seedless red grape
  69 0.72 0.16 0.05 18.1 0.9 15.48 2 10 0.36 191 3 3.2 0 0 0
  cup 151, each 4.9, handful 80, bunch 400 | refuse 4, sold gram 500, usda 09132
strawberry: fresh strawberry; ripe strawberry
  32 0.67 0.3 0.01 7.68 2 4.89 1 16 0.41 153 1 58.8 0 0 0
  cup 152, each 12, small 7, medium 12, large 18, handful 80, punnet 400 | refuse 6, sold gram 400, usda 09316
raspberry: fresh raspberry
  52 1.2 0.65 0.02 11.94 6.5 4.42 1 25 0.69 151 2 26.2 0 0 0
  cup 123, each 1.9, handful 50, punnet 150 | refuse 4, sold gram 150, usda 09302
blueberry: fresh blueberry
  57 0.74 0.33 0.03 14.49 2.4 9.96 1 6 0.28 77 3 9.7 0 0 0
  cup 148, each 1.4, handful 50, punnet 150 | refuse 5, sold gram 150, usda 09050
blackberry: fresh blackberry; bramble; boysenberry; mulberry; loganberry
  43 1.39 0.49 0.01 9.61 5.3 4.88 1 29 0.62 162 11 21 0 0 0
  cup 144, each 5, handful 60, punnet 150 | refuse 4, sold gram 150, usda 09042
cranberry: fresh cranberry; frozen cranberry
  46 0.46 0.13 0.01 11.97 3.6 4.27 2 8 0.23 80 3 14 0 0 0
  cup 100, each 1, handful 40 | refuse 2, sold gram 300, usda 09078
gooseberry:
  44 0.88 0.58 0.04 10.18 4.3 4.5 1 25 0.31 198 15 27.7 0 0 0
  cup 150, each 5 | sold gram 300, usda 09107
redcurrant: red currant; white currant
  56 1.4 0.2 0.02 13.8 4.3 7.37 1 33 1 275 2 41 0 0 0
  cup 112, handful 40, sprig 10 | refuse 2, sold gram 150, usda 09084
blackcurrant: black currant
  63 1.4 0.41 0.03 15.38 4.3 8 2 55 1.54 322 12 181 0 0 0
  cup 112, handful 40 | refuse 2, sold gram 150, usda 09083
mango: ripe mango; green mango; fresh mango; alphonso mango
  60 0.82 0.38 0.09 14.98 1.6 13.66 1 11 0.16 168 54 36.4 0 0 0
  cup 165, each 250, small 180, medium 250, large 336 | refuse 29, usda 09176
pineapple: fresh pineapple; ripe pineapple; pineapple chunk
  50 0.54 0.12 0.01 13.12 1.4 9.85 1 13 0.29 109 3 47.8 0 0 0
  cup 165, each 905, slice 84 | refuse 49, usda 09266
papaya: ripe papaya; green papaya; pawpaw
  43 0.47 0.26 0.08 10.82 1.7 7.82 8 20 0.25 182 47 60.9 0 0 0
  cup 145, each 400, small 157, medium 400, large 781 | refuse 38, usda 09226
kiwi: kiwi fruit; kiwifruit; green kiwi
  61 1.14 0.52 0.03 14.66 3 8.99 3 34 0.31 312 4 92.7 0 0 0
  cup 180, each 69, slice 8 | refuse 24, usda 09148
passion fruit: passionfruit
  97 2.2 0.7 0.06 23.38 10.4 11.2 28 12 1.6 348 64 30 0 0 0
  cup 236, each 18 | refuse 48, usda 09231
pomegranate: pomegranate seed; pomegranate aril; fresh pomegranate
  83 1.67 1.17 0.12 18.7 4 13.67 3 10 0.3 236 0 10.2 0 0 0
  cup 174, each 158, handful 40 | refuse 44, usda 09286
watermelon: watermelon chunk; seedless watermelon
  30 0.61 0.15 0.02 7.55 0.4 6.2 1 7 0.24 112 28 8.1 0 0 0
  cup 152, each 4518, slice 286, wedge 286 | refuse 48, sold gram 2000, usda 09326
cantaloupe: cantaloupe melon; melon; galia melon; charentais melon; rockmelon; muskmelon; ripe cantaloupe
  34 0.84 0.19 0.05 8.16 0.9 7.86 16 9 0.21 267 169 36.7 0 0 0
  cup 160, each 552, wedge 69, slice 69 | refuse 49, usda 09181
honeydew melon: honeydew
  36 0.54 0.14 0.04 9.09 0.8 8.12 18 6 0.17 228 3 18 0 0 0
  cup 170, each 1000, wedge 125, slice 125 | refuse 54, usda 09184
fig: fresh fig; ripe fig
  74 0.75 0.3 0.06 19.18 2.9 16.26 1 35 0.37 232 7 2 0 0 0
  each 50, small 40, medium 50, large 64 | refuse 1, sold gram 200, usda 09089
persimmon: kaki; sharon fruit
  70 0.58 0.19 0.02 18.59 3.6 12.53 1 8 0.15 161 81 7.5 0 0 0
  each 168 | refuse 16, usda 09263
lychee: litchi
  66 0.83 0.44 0.1 16.53 1.3 15.23 1 5 0.31 171 0 71.5 0 0 0
  cup 190, each 9.6 | refuse 40, sold gram 250, usda 09164
jackfruit: canned jackfruit; young green jackfruit; green jackfruit; young jackfruit
  30 1 0.3 0 5 4.5 0.5 250 30 0.5 110 0 1 0 0 0
  cup 150, can 280 | sold can, aisle canned_and_jarred, state canned
  # Young green jackfruit in brine, drained, from labels; SR28 has the ripe, sweet fruit.
star fruit: carambola
  31 1.04 0.33 0.02 6.73 2.8 3.98 2 3 0.08 133 3 34.4 0 0 0
  cup 108, each 91 | refuse 3, usda 09060
guava:
  68 2.55 0.95 0.27 14.32 5.4 8.92 2 18 0.26 417 31 228.3 0 0 0
  cup 165, each 55 | refuse 22, usda 09139
`,
  ),
  ...foodTable(
    { aisle: "frozen", state: "frozen", sold: "gram 500" },
    `
frozen berry: frozen mixed berry; mixed berry; frozen mixed fruit; berry; frozen summer fruit; frozen blueberry; forest fruit; frozen fruit
  51 0.42 0.64 0.05 12.17 2.7 8.45 1 8 0.18 54 2 2.5 0 0 0
  cup 155, handful 60 | usda 09054
frozen raspberry: frozen unsweetened raspberry
  52 1.2 0.65 0.02 11.94 6.5 4.42 1 25 0.69 151 2 26.2 0 0 0
  cup 140, handful 60 | usda 09518
frozen strawberry:
  35 0.43 0.11 0.01 9.13 2.1 4.56 2 16 0.75 148 2 41.2 0 0 0
  cup 149, each 10.6, handful 80 | usda 09318
frozen mango: frozen mango chunk
  60 0.82 0.38 0.09 14.98 1.6 13.66 1 11 0.16 168 54 36.4 0 0 0
  cup 165, handful 80 | usda 09176
  # Frozen unsweetened mango is the raw fruit; the record is that of raw mango.
frozen cherry: frozen sour cherry; frozen sweet cherry; frozen pitted cherry; frozen dark cherry
  46 0.92 0.44 0.1 11.02 1.6 9.02 1 13 0.53 124 44 1.7 0 0 0
  cup 155, handful 60 | usda 09068
`,
  ),
  ...foodTable(
    { aisle: "nuts_and_dried_fruit", state: "dried", sold: "gram 250" },
    `
raisin: seedless raisin; black raisin; golden raisin; sultana; dark raisin; mixed dried fruit; dried mixed fruit; dried fruit
  299 3.07 0.46 0.06 79.18 3.7 59.19 11 50 1.88 749 0 2.3 0 0 0
  cup 145, handful 30, box 43 | allergens sulphites, usda 09298
currant: dried currant; zante currant
  283 4.08 0.27 0.03 74.08 6.8 67.28 8 86 3.26 892 4 4.7 0 0 0
  cup 144, handful 30 | usda 09085
dried cranberry: sweetened dried cranberry; craisin
  308 0.17 1.09 0.09 82.8 5.3 72.56 5 9 0.39 49 2 0.2 0 0 0
  cup 120, handful 30 | usda 09079
dried apricot: ready-to-eat dried apricot; soft dried apricot
  241 3.39 0.51 0.02 62.64 7.3 53.44 10 55 2.66 1162 180 1 0 0 0
  cup 130, each 7, handful 40 | allergens sulphites, usda 09032
prune: dried plum; pitted prune; ready-to-eat prune; soft prune
  240 2.18 0.38 0.09 63.88 7.1 38.13 2 43 0.93 732 39 0.6 0 0 0
  cup 174, each 9.5, handful 50 | usda 09291
date: deglet noor date; dried date; pitted date; chopped date; stoned date
  282 2.45 0.39 0.03 75.03 8 63.35 2 39 1.02 656 0 0.4 0 0 0
  cup 147, each 7.1, handful 40 | usda 09087
medjool date: pitted medjool date; fresh date
  277 1.81 0.15 0 74.97 6.7 66.47 1 64 0.9 696 7 0 0 0 0
  cup 170, each 24 | usda 09421
dried fig: soft dried fig; ready-to-eat dried fig
  249 3.3 0.93 0.14 63.87 9.8 47.92 10 162 2.03 680 0 1.2 0 0 0
  cup 149, each 8.4, handful 40 | usda 09094
dried cherry: dried tart cherry; dried sour cherry
  333 1.25 0.73 0.15 80.45 2.5 67.15 13 38 0.68 376 141 19.3 0 0 0
  cup 160, handful 40 | usda 09044
dried apple: dried apple ring
  243 0.93 0.32 0.05 65.89 8.7 57.19 87 14 1.4 450 0 3.9 0 0 0
  cup 86, each 6.4 | allergens sulphites, usda 09011
dried mango:
  319 2.45 1.18 0.29 78.58 2.4 66.27 162 0 0.23 279 67 42.3 0 0 0
  cup 120, each 15, slice 15 | allergens sulphites, usda 09178
goji berry: dried goji berry
  349 14.26 0.39 0 77.06 13 45.61 298 190 6.8 ? ? 48.4 0 0 0
  tablespoon 5.6, handful 25 | usda 09110
candied peel: mixed peel; candied fruit; candied orange peel; glace cherry; candied citrus peel; crystallised fruit; maraschino cherry; candied bergamot; chopped mixed peel
  322 0.34 0.07 0.01 82.74 1.6 80.68 98 18 0.17 56 1 0 0 0 0
  cup 150, each 5 | aisle baking, allergens sulphites, usda 09426
`,
  ),
  ...foodTable(
    { aisle: "canned_and_jarred", state: "canned", sold: "can" },
    `
canned pineapple: pineapple in juice; tinned pineapple; pineapple ring; canned pineapple chunk; crushed pineapple; canned crushed pineapple; pineapple tidbit; pineapple slice in juice
  60 0.51 0.11 0.01 15.56 1.3 14.26 1 16 0.28 124 3 9.4 0 0 0
  cup 181, each 47, slice 47, can 260 | usda 09354
canned peach: tinned peach; peach slice in juice; canned peach in juice; canned peach half
  44 0.63 0.03 0 11.57 1.3 10.27 4 6 0.27 128 19 3.6 0 0 0
  cup 250, can 400, slice 20 | usda 09238
canned pear: tinned pear; pear in juice; canned pear half
  50 0.34 0.07 0 12.94 1.6 9.7 4 9 0.29 96 0 1.6 0 0 0
  cup 248, can 400 | usda 09254
canned mandarin: canned mandarin orange; mandarin segment; tinned mandarin; mandarin orange segment
  38 0.75 0.04 0 9.41 1.2 8.25 5 12 0.27 136 66 33.9 0 0 0
  cup 189, can 175 | usda 09383
apple sauce: applesauce; unsweetened applesauce; unsweetened apple sauce; apple puree; apple compote; stewed apple
  42 0.17 0.1 0.01 11.27 1.1 9.39 2 4 0.23 74 1 1 0 0 0
  cup 244, jar 360 | sold jar, usda 09019
cranberry sauce: cranberry jelly; whole berry cranberry sauce
  159 0.9 0.15 0.01 40.4 1.1 31.75 5 3 0.41 28 2 1 0 0 0
  cup 277, jar 250, can 397 | sold jar, aisle sauces_and_condiments, usda 09081
`,
  ),
  ...foodTable(
    { aisle: "fruit_and_vegetables", state: "liquid", sold: "piece" },
    `
lemon juice: fresh lemon juice; juice of lemon; freshly squeezed lemon juice; juice lemon; lemon juice fresh; bottled lemon juice; squeeze of lemon; squeeze of lemon juice
  22 0.35 0.24 0.04 6.9 0.3 2.52 1 6 0.08 103 0 38.7 0 0 0
  cup 244, each 48 | usda 09152
lime juice: fresh lime juice; juice of lime; freshly squeezed lime juice; key lime juice; juice lime; squeeze of lime; squeeze of lime juice
  25 0.42 0.07 0.01 8.42 0.4 1.69 2 14 0.09 117 2 30 0 0 0
  cup 242, each 44 | usda 09160
`,
  ),
  ...foodTable(
    { aisle: "drinks", state: "liquid", sold: "millilitre 1000" },
    `
orange juice concentrate: frozen orange juice concentrate
  148 2.4 0.25 0.06 35.19 1 29.68 7 38 0.33 629 13 144.8 0 0 0
  cup 284, can 213 | sold can, aisle frozen, state frozen, usda 09214
orange juice: fresh orange juice; freshly squeezed orange juice; juice of orange; bitter orange juice; clementine juice; tangerine juice
  45 0.7 0.2 0.02 10.4 0.2 8.4 1 11 0.2 200 10 50 0 0 0
  cup 248, each 86 | usda 09206
apple juice: cloudy apple juice; sweet cider; fresh apple juice; pressed apple juice
  46 0.1 0.13 0.02 11.3 0.2 9.62 4 8 0.12 101 0 38.5 0 0 0
  cup 248 | usda 09400
pineapple juice:
  53 0.36 0.12 0.01 12.87 0.2 9.98 2 13 0.31 130 0 10 0 0 0
  cup 250 | usda 09273
cranberry juice: unsweetened cranberry juice
  46 0.39 0.13 0.01 12.2 0.1 12.1 2 8 0.25 77 2 9.3 0 0 0
  cup 253 | usda 43382
tomato juice: vegetable juice; clamato
  17 0.85 0.29 0.02 3.53 0.4 2.58 10 10 0.39 217 23 70.1 0 0 0
  cup 243 | usda 11886
pomegranate juice:
  54 0.15 0.29 0.08 13.13 0.1 12.65 9 11 0.1 214 0 0.1 0 0 0
  cup 249 | usda 09442
grape juice: white grape juice; red grape juice
  60 0.37 0.13 0.03 14.77 0.2 14.2 5 11 0.25 104 0 0.1 0 0 0
  cup 253 | usda 09135
coconut water: unsweetened coconut water
  19 0.72 0.2 0.18 3.71 1.1 2.61 105 24 0.29 250 0 2.4 0 0 0
  cup 240 | usda 12119
`,
  ),
];
