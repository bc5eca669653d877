import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Roots, tubers, bulbs and squashes, fresh. */
export const VEGETABLES_OF_ROOT_AND_BULB: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "fruit_and_vegetables", state: "fresh", sold: "piece" },
    `
onion: yellow onion; brown onion; white onion; cooking onion; onion bulb
  40 1.1 0.1 0.04 9.34 1.7 4.24 4 23 0.21 146 0 7.4 0 0 0
  cup 160, each 110, small 70, medium 110, large 150, slice 14 | refuse 10, usda 11282
red onion: purple onion; italian red onion
  40 1.1 0.1 0.04 9.34 1.7 4.24 4 23 0.21 146 0 7.4 0 0 0
  cup 160, each 110, small 70, medium 110, large 150, slice 14 | refuse 10, usda 11282
sweet onion: vidalia onion; spanish onion; mild onion; maui onion
  32 0.8 0.08 0.02 7.55 0.9 5.02 8 20 0.26 119 0 4.8 0 0 0
  cup 160, each 200, small 110, medium 200, large 331, slice 14 | refuse 16, usda 11294
pearl onion: boiling onion; cipollini onion; silverskin onion; baby onion; pickling onion; cipolline onion
  40 1.1 0.1 0.04 9.34 1.7 4.24 4 23 0.21 146 0 7.4 0 0 0
  cup 160, each 12, small 8, large 20 | refuse 10, sold gram 250, usda 11282
spring onion: scallion; green onion; salad onion; bunching onion; scallion green
  32 1.83 0.19 0.03 7.34 2.6 2.33 16 72 1.48 276 50 18.8 0 0 0
  cup 100, each 15, small 5, medium 15, large 25, stalk 15, bunch 100 | refuse 4, sold bunch, usda 11291
shallot: banana shallot; echalion shallot; french shallot; eschalot
  72 2.5 0.1 0.02 16.8 3.2 7.87 12 37 1.2 334 0 8 0 0 0
  cup 160, each 30, small 20, medium 30, large 50, bulb 30 | refuse 12, usda 11677
leek:
  61 1.5 0.3 0.04 14.15 1.8 3.9 20 59 2.1 180 83 12 0 0 0
  cup 89, each 150, small 89, medium 150, large 220, slice 6, stalk 150 | refuse 25, usda 11246
garlic: garlic clove; smoked garlic; clove garlic; fresh garlic; clove of garlic
  149 6.36 0.5 0.09 33.06 2.1 1 17 181 1.7 401 0 31.2 0 0 0
  cup 136, clove 3, each 3, small 2, large 5, head 40, bulb 40, slice 0.5 | refuse 13, usda 11215
ginger: fresh ginger; ginger root; root ginger; fresh ginger root; gingerroot; fresh root ginger
  80 1.82 0.75 0.2 17.77 2 1.7 13 16 0.6 415 0 5 0 0 0
  cup 96, each 30, knob 15, slice 2.2, piece 15, inch 8, centimetre 3 | refuse 7, sold gram 50, usda 11216
galangal: fresh galangal; galangal root
  80 1.82 0.75 0.2 17.77 2 1.7 13 16 0.6 415 0 5 0 0 0
  cup 96, each 30, knob 15, slice 2.2, piece 15, inch 8 | refuse 7, sold gram 50, usda 11216
  # Galangal has no record; the figures are those of ginger root, its nearest relative.
fresh turmeric: turmeric root; fresh turmeric root
  80 1.82 0.75 0.2 17.77 2 1.7 13 16 0.6 415 0 5 0 0 0
  cup 96, each 15, knob 12, piece 10, inch 8 | refuse 7, sold gram 50
  # Turmeric root has no record; ginger root's figures stand in for it.
horseradish: fresh horseradish; horseradish root
  62 4.5 0.3 0.04 11 6.2 5 8 120 2 580 0 120 0 0 0
  tablespoon 8, each 150, piece 50 | refuse 20, sold gram 150
  # Fresh root after McCance and Widdowson's table.
carrot: chantenay carrot; raw carrot; orange carrot
  41 0.93 0.24 0.04 9.58 2.8 4.74 69 33 0.3 320 835 5.9 0 0 0
  cup 128, each 61, small 50, medium 61, large 72, stick 6, bunch 300, slice 3 | refuse 11, sold gram 500, usda 11124
baby carrot:
  35 0.64 0.13 0.02 8.24 2.9 4.76 78 32 0.89 237 690 2.6 0 0 0
  cup 123, each 10, small 8, medium 10, large 15, handful 60 | sold gram 250, usda 11960
parsnip:
  75 1.2 0.3 0.05 17.99 4.9 4.8 10 36 0.59 375 0 17 0 0 0
  cup 133, each 110, small 80, medium 110, large 180 | refuse 15, usda 11298
turnip: white turnip; baby turnip
  28 0.9 0.1 0.01 6.43 1.8 3.8 67 30 0.3 191 0 21 0 0 0
  cup 130, each 122, small 61, medium 122, large 183, slice 15 | refuse 19, usda 11564
swede: rutabaga; yellow turnip; neep
  37 1.08 0.16 0.03 8.62 2.3 4.46 12 43 0.44 305 0 25 0 0 0
  cup 140, each 386, small 192, medium 386, large 772 | refuse 15, usda 11435
beetroot: beet; red beet; baby beetroot; raw beetroot; golden beetroot; golden beet; fresh beetroot
  43 1.61 0.17 0.03 9.56 2.8 6.76 78 16 0.8 325 2 4.9 0 0 0
  cup 136, each 82, small 50, medium 82, large 150, bunch 330 | refuse 33, usda 11080
radish: breakfast radish; red radish; french radish
  16 0.68 0.1 0.03 3.4 1.6 1.86 39 25 0.34 233 0 14.8 0 0 0
  cup 116, each 4.5, small 2, medium 4.5, large 9, bunch 120, handful 50, slice 1 | refuse 10, sold bunch, usda 11429
daikon: mooli; daikon radish; white radish; chinese radish; oriental radish
  18 0.6 0.1 0.03 4.1 1.6 2.5 21 27 0.4 227 0 22 0 0 0
  cup 116, each 338, small 200, medium 338, large 500, slice 8 | refuse 21, usda 11430
celeriac: celery root; celery knob
  42 1.5 0.3 0.08 9.2 1.8 1.6 100 43 0.7 300 0 8 0 0 0
  cup 156, each 500, small 350, medium 500, large 800 | refuse 14, allergens celery, usda 11141
kohlrabi:
  27 1.7 0.1 0.01 6.2 3.6 2.6 20 24 0.4 350 2 62 0 0 0
  cup 135, each 200, small 120, medium 200, large 350, slice 16 | refuse 46, usda 11241
jerusalem artichoke: sunchoke
  73 2 0.01 0 17.44 1.6 9.6 4 14 3.4 429 1 4 0 0 0
  cup 150, each 60, small 40, large 90 | refuse 31, sold gram 500, usda 11226
potato: white potato; floury potato; maris piper potato; baking potato; yukon gold potato; yellow potato; king edward potato; russet potato; boiling potato; jacket potato; main crop potato; idaho potato; starchy potato; mashing potato
  77 2.05 0.09 0.03 17.49 2.1 0.82 6 12 0.81 425 0 19.7 0 0 0
  cup 150, each 170, small 92, medium 170, large 300 | refuse 10, sold gram 1000, main potatoes, usda 11352
new potato: baby potato; small waxy potato; fingerling potato; waxy potato; red potato; salad potato; jersey royal potato; charlotte potato; baby new potato; small potato
  70 1.89 0.14 0.04 15.9 1.7 1.29 18 10 0.73 455 0 8.6 0 0 0
  cup 150, each 60, small 40, medium 60, large 100 | sold gram 750, main potatoes, usda 11355
sweet potato: orange sweet potato; kumara; garnet yam; orange-fleshed sweet potato
  86 1.57 0.05 0.02 20.12 3 4.18 55 30 0.61 337 709 2.4 0 0 0
  cup 133, each 150, small 100, medium 150, large 220 | refuse 15, main sweet potatoes, usda 11507
yam: white yam
  118 1.53 0.17 0.04 27.88 4.1 0.5 9 17 0.54 816 7 17.1 0 0 0
  cup 150, each 400, small 250, large 700 | refuse 14, sold gram 500, usda 11601
cassava: yuca; manioc; yuca root; cassava root; tapioca root
  160 1.36 0.28 0.07 38.06 1.8 1.7 14 16 0.27 271 1 20.6 0 0 0
  cup 206, each 408, small 250, large 600 | refuse 16, usda 11134
taro: taro root; eddo; dasheen
  112 1.5 0.2 0.04 26.46 4.1 0.4 11 43 0.55 591 4 4.5 0 0 0
  cup 104, each 150, small 80, large 300 | refuse 14, usda 11518
jicama: yam bean; mexican turnip
  38 0.72 0.09 0.02 8.82 4.9 1.8 4 12 0.6 150 1 20.2 0 0 0
  cup 130, each 500, small 365, medium 659, large 1200, slice 6 | refuse 8, usda 11603
lotus root:
  74 2.6 0.1 0.03 17.23 4.9 0.5 40 45 1.16 556 0 44 0 0 0
  cup 120, each 115, slice 8 | refuse 21, sold gram 250, usda 11254
water chestnut: canned water chestnut; sliced water chestnut
  50 0.88 0.06 0.02 12.3 2.5 2.46 8 4 0.87 118 0 1.3 0 0 0
  cup 140, each 7, can 140 | sold can, aisle canned_and_jarred, state canned, usda 11590
bamboo shoot: canned bamboo shoot; sliced bamboo shoot
  19 1.72 0.4 0.09 3.22 1.4 1.89 7 8 0.32 80 1 1.1 0 0 0
  cup 131, can 140 | sold can, aisle canned_and_jarred, state canned, usda 11028
butternut squash: butternut pumpkin; squash; winter squash; butternut
  45 1 0.1 0.02 11.69 2 2.2 4 48 0.7 352 532 21 0 0 0
  cup 140, each 800, small 550, medium 800, large 1200 | refuse 16, usda 11485
pumpkin: fresh pumpkin; pie pumpkin; sugar pumpkin; kabocha squash; red kuri squash; onion squash; hokkaido pumpkin; kabocha
  26 1 0.1 0.05 6.5 0.5 2.76 1 21 0.8 340 426 9 0 0 0
  cup 116, each 1400, small 900, medium 1400, large 2500, wedge 200 | refuse 30, usda 11422
acorn squash:
  40 0.8 0.1 0.02 10.42 1.5 2.2 3 33 0.7 347 18 11 0 0 0
  cup 140, each 431, small 330, medium 431, large 600 | refuse 24, usda 11482
spaghetti squash:
  31 0.64 0.57 0.12 6.91 1.5 2.76 17 23 0.31 108 6 2.1 0 0 0
  cup 101, each 700, small 500, medium 700, large 1100 | refuse 29, usda 11492
`,
  ),
];
