import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Cheese. */
export const CHEESE: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "dairy_and_eggs", state: "fresh", sold: "gram 200", from: "dairy", allergens: "milk" },
    `
cheddar: cheddar cheese; mature cheddar; sharp cheddar; grated cheddar; sharp cheddar cheese; cheese; strong cheddar; grated cheese; shredded cheese; colby; hard cheese; extra mature cheddar; white cheddar; mild cheddar; medium cheddar; mature cheddar cheese; shredded cheddar; shredded cheddar cheese; colby jack; cheshire cheese; white cheddar cheese; extra-sharp cheddar cheese; extra-sharp cheddar; cheddar cheese slice; lancashire cheese; mexican cheese blend; cheese slice
  404 22.87 33.31 18.87 3.09 0 0.48 653 710 0.14 76 330 0 0.6 1.1 99
  cup 113, slice 28, handful 30 | usda 01009
red leicester: double gloucester
  404 22.87 33.31 18.87 3.09 0 0.48 653 710 0.14 76 330 0 0.6 1.1 99
  cup 113, slice 28, handful 30 | usda 01009
reduced-fat cheddar: half-fat cheddar; light cheddar; reduced fat cheddar; low-fat cheese; reduced-fat cheese; light cheese; low-fat cheddar; reduced-fat cheddar cheese
  309 27.35 20.41 12.6 4.06 0 0.26 628 761 0.12 63 145 0 0.3 1.41 76
  cup 113, slice 28, handful 30 | usda 01260
mozzarella: fresh mozzarella; mozzarella ball; buffalo mozzarella; mozzarella cheese; bocconcini; mozzarella di bufala; mozzarella fior di latte; burrata; baby mozzarella; fresh mozzarella cheese; mozzarella pearl; buffalo mozzarella ball
  300 22.17 22.35 13.15 2.19 0 1.03 627 505 0.44 76 179 0 0.4 2.28 79
  cup 112, each 125, ball 125, slice 20, handful 30 | sold piece, usda 01026
grated mozzarella: shredded mozzarella; low-moisture mozzarella; pizza mozzarella; part-skim mozzarella; cooking mozzarella; shredded mozzarella cheese; grated mozzarella cheese; pizza cheese; low-moisture part-skim mozzarella; part-skim mozzarella cheese; string cheese; oaxaca cheese; caciocavallo; scamorza
  295 23.75 19.78 11.29 5.58 0 1.9 666 697 0.22 188 223 0 0.4 1.68 64
  cup 113, slice 28, handful 30, stick 28 | usda 01029
parmesan: parmigiano reggiano; parmesan cheese; parmigiano-reggiano; grana padano; grated parmesan; parmesan shaving; freshly grated parmesan; fresh parmesan; parmigiano; grana padano cheese; hard italian cheese; parmigiano reggiano cheese; parmesan rind; shaved parmesan; grated parmesan cheese; freshly grated parmesan cheese; vegetarian parmesan; vegetarian hard cheese; italian hard cheese; dry jack cheese
  392 35.75 25.83 16.41 3.22 0 0.8 1376 1184 0.82 92 207 0 0.5 1.2 68
  cup 100, handful 25, slice 10 | usda 01033
pecorino: pecorino romano; romano cheese; romano; pecorino cheese; pecorino romano cheese; kefalotyri; ricotta salata; kasseri; hard sheep's cheese
  387 31.8 26.94 17.11 3.63 0 0.73 1433 1064 0.77 86 96 0 0.5 1.12 104
  cup 100, handful 25 | usda 01038
manchego: manchego cheese
  387 31.8 26.94 17.11 3.63 0 0.73 1433 1064 0.77 86 96 0 0.5 1.12 104
  cup 100, handful 25 | usda 01038
gruyère: gruyère cheese; appenzeller; beaufort
  413 29.81 32.34 18.91 0.36 0 0.36 714 1011 0.17 81 271 0 0.6 1.6 110
  cup 108, slice 28, handful 30 | usda 01023
comté: comté cheese
  413 29.81 32.34 18.91 0.36 0 0.36 714 1011 0.17 81 271 0 0.6 1.6 110
  cup 108, slice 28, handful 30 | usda 01023
raclette cheese: raclette
  413 29.81 32.34 18.91 0.36 0 0.36 714 1011 0.17 81 271 0 0.6 1.6 110
  cup 108, slice 28, handful 30 | usda 01023
emmental: swiss cheese; emmenthal; emmental cheese; emmentaler; jarlsberg; emmenthaler; swiss cheese slice; leerdammer
  393 26.96 30.99 18.23 1.44 0 0 187 890 0.13 72 288 0 0 3.06 93
  cup 108, slice 28, handful 30 | usda 01040
gouda: gouda cheese; maasdam; smoked gouda; tilsit
  356 24.94 27.44 17.61 2.22 0 2.22 819 700 0.24 121 165 0 0.5 1.54 114
  cup 113, slice 28, handful 30 | usda 01022
edam: edam cheese
  357 24.99 27.8 17.57 1.43 0 1.43 812 731 0.44 188 243 0 0.5 1.54 89
  cup 113, slice 28, handful 30 | usda 01018
provolone: provolone cheese; muenster; havarti
  351 25.58 26.62 17.08 2.14 0 0.56 876 756 0.52 138 236 0 0.5 1.46 69
  cup 132, slice 28 | usda 01035
fontina: fontina cheese; taleggio
  389 25.6 31.14 19.2 1.55 0 1.55 800 550 0.23 64 261 0 0.6 1.68 116
  cup 108, slice 28 | usda 01020
monterey jack: monterey jack cheese; jack cheese; pepper jack; pepper jack cheese
  373 24.48 30.28 19.07 0.68 0 0.5 600 746 0.72 81 198 0 0.6 0.83 89
  cup 113, slice 28, handful 30 | usda 01025
brie: brie cheese; semi-firm brie; soft ripened cheese; brie cheese wheel
  334 20.75 27.68 17.41 0.45 0 0.45 629 184 0.5 152 174 0 0.5 1.65 100
  cup 144, slice 28, wedge 30, each 250 | usda 01006
camembert: camembert cheese; reblochon; reblochon cheese
  300 19.8 24.26 15.26 0.46 0 0.46 842 388 0.33 187 241 0 0.4 1.3 72
  cup 144, slice 28, wedge 30, each 250 | usda 01007
blue cheese: stilton; gorgonzola; roquefort; danish blue; dolcelatte; crumbled blue cheese; roquefort cheese; gorgonzola cheese; stilton cheese; saint agur
  353 21.4 28.74 18.67 2.34 0 0.5 1146 528 0.31 256 198 0 0.5 1.22 75
  cup 135, slice 28 | usda 01004
feta: feta cheese; crumbled feta; greek feta; sheep's feta; french feta; goat's milk feta; crumbled feta cheese; bulgarian feta; salad cheese; feta cheese crumbles
  264 14.21 21.28 14.95 4.09 0 4.09 917 493 0.65 62 125 0 0.4 1.69 89
  cup 150, slice 30, block 200, handful 30, package 200 | usda 01019
goat's cheese: goat cheese; soft goat's cheese; chèvre; fresh goat cheese; soft goat cheese; goats' cheese; goat cheese log; mild soft cheese; fresh goat's cheese; goat's cheese log
  264 18.52 21.08 14.57 0 0 0 459 140 1.9 26 288 0 0.4 0.19 46
  cup 140, tablespoon 14, slice 20, log 100, round 60, handful 30 | sold gram 150, usda 01159
halloumi: halloumi cheese; grilling cheese; haloumi
  321 22 25 17 2 0 1.5 1100 700 0.3 80 200 0 0.3 1.5 80
  slice 28, block 225, each 225 | sold gram 225, main halloumi
  # No record; label figures of Cypriot halloumi.
paneer: paneer cheese; indian cottage cheese; panir; paneer cube
  316 20 25 16 3 0 2.5 30 500 0.2 100 200 0 0.3 1 80
  cup 150, block 225, cube 15, each 15 | sold gram 225, main paneer
  # No record; UK label figures for paneer.
queso fresco: fresh mexican cheese; queso blanco; cotija; queso; cotija cheese; fresh white cheese; white cheese
  299 18.09 23.82 12.94 2.98 0 2.32 751 566 0.2 129 224 0 2.7 1.68 69
  cup 122, slice 28 | usda 01228
ricotta: ricotta cheese; whole-milk ricotta; fresh ricotta; good-quality ricotta; whole milk ricotta; fresh whole-milk ricotta cheese; whole-milk ricotta cheese; ricotta cheese whole milk
  174 11.26 12.98 8.29 3.04 0 0.27 84 207 0.38 105 120 0 0.2 0.34 51
  cup 246, tub 250 | sold gram 250, usda 01036
part-skim ricotta: low-fat ricotta; light ricotta; part-skim ricotta cheese
  138 11.39 7.91 4.93 5.14 0 0.31 99 272 0.44 125 107 0 0.1 0.29 31
  cup 246, tub 250 | sold gram 250, usda 01037
cottage cheese: low-fat cottage cheese; creamed cottage cheese; plain cottage cheese; reduced-fat cottage cheese; natural cottage cheese; 2% cottage cheese; small-curd cottage cheese; cottage cheese small curd; farmer's cheese; large curd cottage cheese
  81 10.45 2.27 1.24 4.76 0 4 308 111 0.13 125 68 0 0 0.47 12
  cup 226, tub 300, pot 300 | sold gram 300, aisle chilled, usda 01015
quark: low-fat quark; fat-free quark; fromage frais; quark cheese; curd cheese; topfen; tvorog; low-fat fromage frais; fromage blanc; magerquark; natural fromage frais; plain quark
  68 12 0.3 0.2 4 0 4 40 90 0.1 140 2 0 0 0.9 3
  cup 240, tub 250, pot 250 | sold gram 250, aisle chilled
  # No record; German label figures for low-fat quark.
cream cheese: full-fat cream cheese; soft cheese; philadelphia; soft cream cheese; plain cream cheese; boursin; creme cheese; full-fat soft cheese; cream cheese spread; block cream cheese; garlic and herb cream cheese; soft white cheese
  350 6.15 34.44 20.21 5.52 0 3.76 314 97 0.11 132 308 0 0 0.22 101
  cup 232, tub 180, package 180, block 225 | sold gram 180, aisle chilled, usda 01017
light cream cheese: low-fat cream cheese; light soft cheese; neufchatel; reduced-fat cream cheese; reduced-fat soft cheese; low-fat soft cheese; neufchatel cheese; light soft cream cheese
  253 9.15 22.78 12.79 3.59 0 3.19 334 117 0.13 152 241 0 0.2 0.3 74
  cup 232, tub 180 | sold gram 180, aisle chilled, usda 01031
mascarpone: mascarpone cheese
  404 5 41 28 4 0 4 50 130 0.1 120 400 0 0.3 0.3 110
  cup 230, tub 250 | sold gram 250, aisle chilled, usda 01017
  # Label figures; the record is cream cheese, its nearest relative, which is leaner.
processed cheese: american cheese; cheese spread; burger cheese slice; processed cheese slice; american cheese slice; velveeta; laughing cow cheese
  371 18.13 31.79 18.06 3.7 0 2.26 1671 1045 0.63 132 250 0 0.6 1.5 100
  cup 140, slice 21, each 21 | usda 01253
`,
  ),
];
