import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Spices, dried herbs and salt. */
export const SPICES: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "spices", state: "dried", sold: "gram 50", shopping: "check" },
    `
salt: sea salt; table salt; fine salt; fine sea salt; cooking salt; rock salt; iodised salt; pink salt; kala namak; himalayan salt; salt to taste; iodized salt; canning salt; seasoning; black salt
  0 0 0 0 0 0 0 38758 24 0.33 8 0 0 0 0 0
  teaspoon 6 | sold gram 750, usda 02047
celery salt:
  98 4.5 6.3 0.5 10.3 3 0.2 29100 460 11.5 350 1 4 0 0 0
  teaspoon 5 | allergens celery
  # Three parts salt to one of celery seed.
garlic salt: onion salt
  83 4.1 0.2 0.1 18.2 2.3 0.6 29100 40 1.7 300 0 0.3 0 0 0
  teaspoon 5
  # Three parts salt to one of garlic powder.
seasoned salt: seasoning salt
  83 4.1 0.2 0.1 18.2 2.3 0.6 29100 40 1.7 300 0 0.3 0 0 0
  teaspoon 5
  # Three parts salt to one of garlic powder.
flaky salt: kosher salt; coarse salt; flaky sea salt; sea salt flake; maldon salt; coarse sea salt; flake salt; sea salt crystal; salt flake; coarse kosher salt; diamond crystal kosher salt; flaked sea salt; pickling salt
  0 0 0 0 0 0 0 38758 24 0.33 8 0 0 0 0 0
  teaspoon 4 | sold gram 250, usda 02047
black pepper: pepper; freshly ground black pepper; ground black pepper; ground pepper; black peppercorn; peppercorn; cracked black pepper; freshly ground pepper; coarsely ground black pepper; whole black peppercorn; fresh ground pepper; fresh black pepper; freshly cracked black pepper; fresh ground black pepper; mixed peppercorn; cracked pepper; coarse black pepper; green peppercorn; pink peppercorn; lemon pepper; coarse ground black pepper; mignonette
  251 10.39 3.26 1.39 63.95 25.3 0.64 20 443 9.71 1329 27 0 0 0 0
  teaspoon 2.3, each 0.05 | usda 02030
white pepper: ground white pepper; white pepper powder; white peppercorn
  296 10.4 2.12 0.63 68.61 26.2 0.6 5 265 14.31 73 0 21 0 0 0
  teaspoon 2.4 | usda 02032
sichuan pepper: sichuan peppercorn; szechuan peppercorn; szechuan pepper; sichuan peppercorn powder; ground sichuan pepper; szechuan pepper corn; sansho pepper
  251 10.39 3.26 1.39 63.95 25.3 0.64 20 443 9.71 1329 27 0 0 0 0
  teaspoon 1.8 | usda 02030
  # It has no record; black pepper's figures stand in for a pinch of it.
paprika: sweet paprika; hungarian paprika; mild paprika; ground paprika; paprika powder; hot paprika; red pepper powder; pul biber; aleppo pepper; sweet hungarian paprika; kashmiri chilli powder; hungarian sweet paprika; hot paprika powder; gochugaru; aleppo chilli flake; sweet paprika powder; kashmiri red chilli powder; hot dried kashmiri chilli powder
  282 14.14 12.89 2.14 53.99 34.9 10.34 68 229 21.14 2280 2463 0.9 0 0 0
  teaspoon 2.3 | usda 02028
smoked paprika: pimenton; sweet smoked paprika; hot smoked paprika; spanish paprika; smoked sweet paprika; spanish smoked paprika; smoky paprika
  282 14.14 12.89 2.14 53.99 34.9 10.34 68 229 21.14 2280 2463 0.9 0 0 0
  teaspoon 2.3 | usda 02028
cayenne pepper: hot chilli powder; red chilli powder; chilli powder; cayenne; ground red pepper; ground cayenne pepper; mild chilli powder; chile powder; ground chili; chili pepper powder; ground cayenne; chipotle powder; chipotle chili powder; chipotle chilli powder; ancho chile powder; pure chile powder; ground chilli; ancho chili powder; ground chipotle; dried chili powder; red chile powder; cayenne powder; ground ancho chile
  318 12.01 17.27 3.26 56.63 27.2 10.34 30 148 7.8 2014 2081 76.4 0 0 0
  teaspoon 1.8 | usda 02031
chili powder: chili powder blend; chili seasoning; mexican chili powder; american chili powder; tex-mex seasoning; chilli seasoning; tex mex seasoning; chili seasoning mix
  282 13.46 14.28 2.46 49.7 34.8 7.19 2867 330 17.3 1950 1483 0.7 0 0 0
  teaspoon 2.7 | usda 02009
chilli flake: red pepper flake; crushed red pepper; dried chilli flake; chili flake; hot pepper flake; crushed red pepper flake; crushed chilli; dried red pepper flake; crushed chili; dried chili flake; red chilli flake; dried crushed chilli; chile flake; red chili flake; crushed red chili flake; dried red chilli flake; chipotle flake; chipotle chilli flake; crushed hot red pepper; crushed chili flake; dried chile flake
  318 12.01 17.27 3.26 56.63 27.2 10.34 30 148 7.8 2014 2081 76.4 0 0 0
  teaspoon 1.5 | usda 02031
dried chilli: dried chili; dried red chilli; dried chile; ancho chilli; guajillo chile; ancho chile; chile de arbol; dried red chili; dried ancho chile; whole dried chilli; pasilla chile; dried red chile; arbol chile; ancho chili; guajillo chili; dried kashmiri chilli; dried whole red chilli; dried chipotle; mulato chile; dried guajillo chile; dried arbol chile; dried chilli pepper; dried chipotle chile
  324 10.58 5.81 0.81 69.86 28.7 41.06 91 45 6.04 1870 1324 31.4 0 0 0
  each 1, small 0.5, large 10 | usda 11962
cumin seed: whole cumin seed; whole cumin; jeera
  375 17.81 22.27 1.53 44.24 10.5 2.25 168 931 66.36 1788 64 7.7 0 0 0
  teaspoon 2.1 | usda 02014
ground cumin: cumin; cumin powder; ground cumin seed; jeera powder
  375 17.81 22.27 1.53 44.24 10.5 2.25 168 931 66.36 1788 64 7.7 0 0 0
  teaspoon 2.1 | usda 02014
coriander seed: whole coriander seed; whole coriander
  298 12.37 17.77 0.99 54.99 41.9 0 35 709 16.32 1267 0 21 0 0 0
  teaspoon 1.8 | usda 02013
ground coriander: coriander powder; ground coriander seed; dried ground coriander; dhania powder
  298 12.37 17.77 0.99 54.99 41.9 0 35 709 16.32 1267 0 21 0 0 0
  teaspoon 1.8 | usda 02013
turmeric: ground turmeric; curcuma; turmeric powder; dried turmeric; haldi
  312 9.68 3.25 1.84 67.14 22.7 3.21 27 168 55 2080 0 0.7 0 0 0
  teaspoon 3 | usda 02043
ground ginger: ginger powder; dried ginger; powdered ginger; dry ginger; dried ground ginger
  335 8.98 4.24 2.6 71.62 14.1 3.39 27 114 19.8 1320 2 0.7 0 0 0
  teaspoon 1.8 | usda 02021
cinnamon: ground cinnamon; cinnamon powder; ground mexican cinnamon; cassia; mexican cinnamon; ceylon cinnamon
  247 3.99 1.24 0.34 80.59 53.1 2.17 10 1002 8.32 431 15 3.8 0 0 0
  teaspoon 2.6 | usda 02010
cinnamon stick: stick of cinnamon; cinnamon bark; cinnamon quill; stick cinnamon; mexican cinnamon stick; piece of cinnamon
  247 3.99 1.24 0.34 80.59 53.1 2.17 10 1002 8.32 431 15 3.8 0 0 0
  each 3, stick 3, piece 3 | usda 02010
nutmeg: ground nutmeg; grated nutmeg; whole nutmeg; freshly grated nutmeg; fresh nutmeg; nutmeg powder; fresh grated nutmeg; grating of nutmeg
  525 5.84 36.31 25.94 49.29 20.8 2.99 16 184 3.04 350 5 3 0 0 0
  teaspoon 2.2, each 5 | usda 02025
mace: ground mace; blade of mace; mace blade
  475 6.71 32.38 9.51 50.5 20.2 0 80 252 13.9 463 40 21 0 0 0
  teaspoon 1.7, each 0.5 | usda 02022
clove: whole clove; ground clove; powdered clove; clove spice; clove powder
  274 5.97 13 3.95 65.53 33.9 2.38 277 632 11.83 1020 8 0.2 0 0 0
  teaspoon 2.1, each 0.1 | usda 02011
juniper berry: dried juniper berry
  290 4 15 1.5 33 25 15 10 80 2 300 1 3 0 0 0
  teaspoon 2, each 0.2
  # No record; they flavour and are seldom eaten; label figures.
allspice: ground allspice; pimento berry; allspice berry; whole allspice; allspice powder
  263 6.09 8.69 2.55 72.12 21.6 0 77 661 7.06 1044 27 39.2 0 0 0
  teaspoon 1.9, each 0.1 | usda 02001
mixed spice: pumpkin pie spice; pumpkin spice; gingerbread spice; apple pie spice; speculoos spice; quatre epices; lebkuchen spice; pumpkin spice mix; four-spice; advieh
  342 5.76 12.6 6.53 69.28 14.8 7.76 52 682 19.71 663 13 23.4 0 0 0
  teaspoon 1.7 | usda 02035
cardamom: ground cardamom; cardamom pod; green cardamom pod; green cardamom; cardamom seed; black cardamom pod; black cardamom; cardamom powder; green cardamon pod
  311 10.76 6.7 0.68 68.47 28 0 18 383 13.97 1119 0 21 0 0 0
  teaspoon 2, each 0.2, pod 0.2 | usda 02006
star anise: whole star anise
  337 17.6 15.9 0.59 50.02 14.6 0 16 646 36.96 1441 16 21 0 0 0
  teaspoon 2.1, each 1 | usda 02002
  # It has no record of its own; aniseed's figures are close.
anise seed: aniseed; ground anise; anise
  337 17.6 15.9 0.59 50.02 14.6 0 16 646 36.96 1441 16 21 0 0 0
  teaspoon 2.1 | usda 02002
fennel seed: ground fennel seed; ground fennel
  345 15.8 14.87 0.48 52.29 39.8 0 88 1196 18.54 1694 7 21 0 0 0
  teaspoon 2 | usda 02018
caraway seed: caraway; ajwain; ground caraway; carom seed; ajwain seed; ground caraway seed
  333 19.77 14.59 0.62 49.9 38 0.64 17 689 16.23 1351 18 21 0 0 0
  teaspoon 2.1 | usda 02005
mustard seed: black mustard seed; yellow mustard seed; brown mustard seed; white mustard seed
  508 26.08 36.24 1.99 28.09 12.2 6.79 13 266 9.21 738 2 7.1 0 0 0
  teaspoon 3.3 | allergens mustard, usda 02024
mustard powder: dry mustard; ground mustard; english mustard powder; dry mustard powder; ground mustard seed; dried mustard; powdered mustard; dry english mustard
  508 26.08 36.24 1.99 28.09 12.2 6.79 13 266 9.21 738 2 7.1 0 0 0
  teaspoon 2 | allergens mustard, usda 02024
fenugreek seed: fenugreek; ground fenugreek; methi seed; fenugreek powder; ground fenugreek seed
  323 23 6.41 1.46 58.35 24.6 0 67 176 33.53 770 3 3 0 0 0
  teaspoon 3.7 | usda 02019
dried fenugreek leaf: kasuri methi; dried fenugreek; methi leaf; fenugreek leaf; dried methi
  279 21.93 4.78 0.12 52.1 10.4 7.27 211 1246 42.46 4466 293 566.7 0 0 0
  teaspoon 0.6
  # Dried leaf has no record; dried coriander leaf is close.
nigella seed: kalonji; black onion seed; black cumin seed; onion seed
  375 17.81 22.27 1.53 44.24 10.5 2.25 168 931 66.36 1788 64 7.7 0 0 0
  teaspoon 2.1 | usda 02014
  # It has no record; cumin's figures are close for a pinch of it.
celery seed: ground celery seed
  392 18.07 25.27 2.19 41.35 11.8 0.67 160 1767 44.9 1400 3 17.1 0 0 0
  teaspoon 2 | allergens celery, usda 02007
dill seed:
  305 15.98 14.54 0.73 55.17 21.1 0 20 1516 16.33 1186 3 21 0 0 0
  teaspoon 2.1 | usda 02016
sumac: ground sumac; sumach
  290 4.5 12 3 30 30 5 60 350 12 900 10 5 0 0 0
  teaspoon 2.7
  # No record; label figures.
za'atar: zaatar; za'atar spice blend; za'atar spice mix; zahtar
  330 9 17 3 20 25 2 1500 600 20 600 40 5 0 0 0
  teaspoon 2 | allergens sesame
  # No record; label figures of thyme, sesame and sumac.
garam masala: garam masala powder; garam masala spice mix
  296 11.06 10.25 0.99 62.45 31.8 1.69 50 694 22.94 1187 21 10.7 0 0 0
  teaspoon 2
  # Mean of cumin, coriander seed, cinnamon, cardamom and pepper, in fifths.
curry powder: mild curry powder; madras curry powder; medium curry powder; hot curry powder; vadouvan; curry; japanese curry powder; mild madras curry powder; biryani spice mix; tikka masala spice mix; garam curry powder; sambar powder
  325 14.29 14.01 1.65 55.83 53.2 2.76 52 525 19.1 1170 1 0.7 0 0 0
  teaspoon 2 | allergens mustard, usda 02015
chaat masala: chat masala
  325 14.29 14.01 1.65 55.83 53.2 2.76 52 525 19.1 1170 1 0.7 0 0 0
  teaspoon 2 | allergens mustard, usda 02015
tandoori masala: tandoori spice; tandoori spice mix
  325 14.29 14.01 1.65 55.83 53.2 2.76 52 525 19.1 1170 1 0.7 0 0 0
  teaspoon 2 | allergens mustard, usda 02015
five-spice powder: chinese five-spice powder; chinese five spice; five spice; five-spice; chinese five-spice; chinese five spice powder; five spice powder; chinese 5 spice; shichimi togarashi
  291 10.75 9.65 1.35 62.48 33.3 1.73 82 784 17.07 1183 15 9.2 0 0 0
  teaspoon 2.1
  # Mean of aniseed, fennel seed, cinnamon, cloves and pepper, in fifths.
ras el hanout: moroccan spice mix; moroccan spice; moroccan seasoning; shawarma spice mix; moroccan spice blend; shawarma spice
  307 11.46 11.68 1.52 61.09 30.9 4.54 62 597 26.39 1417 509 6.8 0 0 0
  teaspoon 2.1
  # Mean of cumin, coriander seed, ginger, cinnamon and paprika, in fifths.
dukkah:
  540 18 45 5 13 12 3 1000 350 8 600 1 2 0 0 0
  teaspoon 2.3 | allergens nuts+sesame
  # Nuts, sesame and spices; label figures.
berbere:
  307 11.46 11.68 1.52 61.09 30.9 4.54 62 597 26.39 1417 509 6.8 0 0 0
  teaspoon 2.1
  # Mean of cumin, coriander seed, ginger, cinnamon and paprika, in fifths.
baharat: seven spice; lebanese seven spice
  307 11.46 11.68 1.52 61.09 30.9 4.54 62 597 26.39 1417 509 6.8 0 0 0
  teaspoon 2.1
  # Mean of cumin, coriander seed, ginger, cinnamon and paprika, in fifths.
taco seasoning: mexican seasoning; taco seasoning mix; taco spice mix; mexican spice mix; adobo seasoning; sazon; piri-piri seasoning; peri-peri seasoning
  322 4.5 0 0 58 13.3 10.83 7203 0 7.2 1000 200 0 0 0 0
  teaspoon 2.9, package 28, sachet 28 | sold pack, buy, usda 02075
fajita seasoning: fajita spice mix; fajita spice; fajita seasoning mix
  322 4.5 0 0 58 13.3 10.83 7203 0 7.2 1000 ? 0 0 0 0
  teaspoon 2.9, package 28, sachet 28 | sold pack, buy, usda 02075
barbecue rub: bbq rub; steak seasoning; burger seasoning; spice rub; chicken seasoning; all-purpose seasoning
  322 4.5 0 0 58 13.3 10.83 7203 0 7.2 1000 ? 0 0 0 0
  teaspoon 2.9, package 28, sachet 28 | usda 02075
old bay seasoning: old bay; seafood seasoning
  322 4.5 0 0 58 13.3 10.83 7203 0 7.2 1000 ? 0 0 0 0
  teaspoon 2.9, package 28, sachet 28 | usda 02075
jerk seasoning: jerk spice
  322 4.5 0 0 58 13.3 10.83 7203 0 7.2 1000 ? 0 0 0 0
  teaspoon 2.9, package 28, sachet 28 | usda 02075
cajun seasoning: cajun spice; creole seasoning; cajun spice mix; blackening seasoning
  322 4.5 0 0 58 13.3 10.83 7203 0 7.2 1000 ? 0 0 0 0
  teaspoon 2.9, package 28, sachet 28 | usda 02075
saffron: saffron thread; saffron strand; saffron stamen; powdered saffron
  310 11.43 5.85 1.59 65.37 3.9 0 148 111 11.1 1724 27 80.8 0 0 0
  teaspoon 0.7, sachet 0.1 | sold gram 1, buy, usda 02037
garlic powder: garlic granule; powdered garlic; granulated garlic; dried garlic; dried minced garlic; dried garlic granule
  331 16.55 0.73 0.25 72.73 9 2.43 60 79 5.65 1193 0 1.2 0 0 0
  teaspoon 3.1 | usda 02020
onion powder: onion granule; granulated onion; dried onion; onion flake; dried minced onion; dried onion flake; minced onion dried; dehydrated onion
  341 10.41 1.04 0.22 79.12 15.2 6.63 73 384 3.9 985 0 23.4 0 0 0
  teaspoon 2.4 | usda 02026
crispy onion: fried onion; crispy fried onion; crispy fried shallot; fried shallot; french fried onion; crispy shallot
  590 6 44 20 40 5 9 550 40 1 250 0 1 0 0 0
  cup 56, handful 15 | sold gram 150, aisle canned_and_jarred, state prepared, allergens gluten, buy
  # No record; label figures.
bay leaf: dried bay leaf; fresh bay leaf; bayleaf; laurel leaf; indian bay leaf; bay; turkish bay leaf; dry bay leaf
  313 7.61 8.36 2.28 74.97 26.3 0 23 834 43 529 309 46.5 0 0 0
  teaspoon 0.6, each 0.2, leaf 0.2 | usda 02004
dried oregano: mexican oregano; greek oregano; ground oregano; dried oregano leaf; dried mexican oregano; dry oregano; oregano dried; crumbled dried oregano
  265 9 4.28 1.55 68.92 42.5 4.09 25 1597 36.8 1260 85 2.3 0 0 0
  teaspoon 1 | usda 02027
dried marjoram: marjoram dried
  271 12.66 7.04 0.53 60.56 40.3 4.09 77 1990 82.71 1522 403 51.4 0 0 0
  teaspoon 0.6 | usda 02023
dried basil: basil dried; dry basil; dried basil leaf
  233 22.98 4.07 2.16 47.75 37.7 1.71 76 2240 89.8 2630 37 0.8 0 0 0
  teaspoon 0.7 | usda 02003
dried thyme: ground thyme; dried thyme leaf; dry thyme; thyme dried; powdered thyme
  276 9.11 7.43 2.73 63.94 37 1.71 55 1890 123.6 814 190 50 0 0 0
  teaspoon 1 | usda 02042
savory: summer savory; dried savory; savoury herb
  272 6.73 5.91 3.26 68.73 45.7 0 24 2132 37.88 1051 257 50 0 0 0
  teaspoon 1.4 | usda 02039
dried rosemary: ground rosemary; rosemary dried; dry rosemary
  331 4.88 15.22 7.37 64.06 42.6 0 50 1280 29.25 955 156 61.2 0 0 0
  teaspoon 1.2 | usda 02036
dried sage: ground sage; rubbed sage; dried rubbed sage; sage dried; dry sage; powdered sage
  315 10.63 12.75 7.03 60.73 40.3 1.71 11 1652 28.12 1070 295 32.4 0 0 0
  teaspoon 0.7 | usda 02038
poultry seasoning:
  307 9.59 7.53 3.29 65.59 11.3 1.8 27 996 35.3 684 132 12 0 0 0
  teaspoon 1.5 | usda 02034
dried parsley: parsley flake; dried parsley flake; dry parsley; parsley dried; dried chives; dried parsley leaf
  292 26.63 5.48 1.38 50.64 26.7 7.27 452 1140 22.04 2683 97 125 0 0 0
  teaspoon 0.5 | usda 02029
dried mint: mint dried; dried spearmint; dry mint
  285 19.93 6.03 1.58 52.04 29.8 0 344 1488 87.47 1924 529 0 0 0 0
  teaspoon 0.5 | usda 02066
dried dill: dried dill weed; dill dried; dry dill; dried dillweed
  253 19.96 4.36 0.23 55.82 13.6 0 208 1784 48.78 3308 293 50 0 0 0
  teaspoon 1 | usda 02017
dried tarragon: tarragon dried; dried chervil
  295 22.77 7.24 1.88 50.22 7.4 0 62 1139 32.3 3020 210 50 0 0 0
  teaspoon 0.6 | usda 02041
mixed dried herb: italian seasoning; dried mixed herb; italian herb; mixed herb; dried italian herb; dried italian seasoning; italian herb seasoning; dried herb; mixed italian herb; fines herbes; italian herb mix
  276 11.49 7.75 3.45 61.17 40 2.5 52 1752 69.86 1415 117 28.6 0 0 0
  teaspoon 1, each 1
  # Mean of dried oregano, basil, thyme and rosemary, in quarters.
bouquet garni:
  276 11.49 7.75 3.45 61.17 40 2.5 52 1752 69.86 1415 117 28.6 0 0 0
  teaspoon 1, each 1
  # Mean of dried oregano, basil, thyme and rosemary, in quarters.
herbes de provence: herbs de provence; provencal herb
  276 11.49 7.75 3.45 61.17 40 2.5 52 1752 69.86 1415 117 28.6 0 0 0
  teaspoon 1, each 1
  # Mean of dried oregano, basil, thyme and rosemary, in quarters.
asafoetida: hing; asafetida; ground asafetida; asafoetida powder; asafoetida hing
  297 4 1.1 0.2 64 4 0 50 690 22 300 0 0 0 0 0
  teaspoon 2.6 | allergens gluten
  # Compounded with flour; Indian label figures.
amchur: mango powder; amchoor; dried mango powder; dry mango powder; mango powder amchur
  320 2.5 1 0.3 66 12 40 25 90 5 700 50 20 0 0 0
  teaspoon 2.2
  # Dried green mango; label figures.
annatto: achiote; achiote paste; annatto seed; annatto powder; ground annatto
  350 10 5 1 55 20 3 100 250 5 800 200 5 0 0 0
  teaspoon 3
  # No record; label figures.
msg: monosodium glutamate; accent seasoning
  290 0 0 0 72 0 0 12300 0 0 0 0 0 0 0 0
  teaspoon 4.5
  # The salt itself: a tenth of its weight is sodium; the rest counts as protein's glutamate.
dried hibiscus flower: hibiscus; culinary lavender; lavender; dried rose petal; dried lavender
  280 7 2 0.3 50 30 0 30 1200 30 1500 10 20 0 0 0
  cup 40 | buy
  # Steeped and mostly discarded; label figures of the dried calyx.
`,
  ),
];
