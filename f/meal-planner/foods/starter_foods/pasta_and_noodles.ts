import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Pasta and noodles. */
export const PASTA_AND_NOODLES: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "grains_and_pasta", state: "dried", sold: "gram 500", allergens: "gluten" },
    `
pasta: dried pasta; pasta shape; short pasta; short sturdy pasta; small pasta; soup pasta; rotelle; mafalda; casarecce; small pasta shape; trofie; dry pasta
  371 13.04 1.51 0.28 74.67 3.2 2.67 6 21 3.3 223 0 0 0 0 0
  cup 105, handful 50, bundle 100 | main pasta, usda 20120
orecchiette: cavatelli
  371 13.04 1.51 0.28 74.67 3.2 2.67 6 21 3.3 223 0 0 0 0 0
  cup 105, handful 50, bundle 100 | main pasta, usda 20120
conchiglie: pasta shell
  371 13.04 1.51 0.28 74.67 3.2 2.67 6 21 3.3 223 0 0 0 0 0
  cup 105, handful 50, bundle 100 | main pasta, usda 20120
farfalle: bow-tie pasta
  371 13.04 1.51 0.28 74.67 3.2 2.67 6 21 3.3 223 0 0 0 0 0
  cup 105, handful 50, bundle 100 | main pasta, usda 20120
rigatoni: rigatoni pasta; paccheri; ziti; cavatappi
  371 13.04 1.51 0.28 74.67 3.2 2.67 6 21 3.3 223 0 0 0 0 0
  cup 105, handful 50, bundle 100 | main pasta, usda 20120
macaroni: elbow macaroni; elbow pasta; elbow noodle; ditalini
  371 13.04 1.51 0.28 74.67 3.2 2.67 6 21 3.3 223 0 0 0 0 0
  cup 105, handful 50, bundle 100 | main pasta, usda 20120
fusilli: rotini; pasta spiral; fusilli pasta; gemelli
  371 13.04 1.51 0.28 74.67 3.2 2.67 6 21 3.3 223 0 0 0 0 0
  cup 105, handful 50, bundle 100 | main pasta, usda 20120
penne: penne rigate; penne pasta; mostaccioli
  371 13.04 1.51 0.28 74.67 3.2 2.67 6 21 3.3 223 0 0 0 0 0
  cup 105, handful 50, bundle 100 | main pasta, usda 20120
spaghetti: bucatini; dried spaghetti; long pasta; thin spaghetti; spaghettini; tonnarelli; spaghetti pasta; pici; spaghetti noodle
  371 13.04 1.51 0.28 74.67 3.2 2.67 6 21 3.3 223 0 0 0 0 0
  cup 91, bundle 100, handful 80 | main pasta, usda 20120
angel hair pasta: capellini; vermicelli pasta; angel hair
  371 13.04 1.51 0.28 74.67 3.2 2.67 6 21 3.3 223 0 0 0 0 0
  cup 91, bundle 100, handful 80 | main pasta, usda 20120
fettuccine: fettucine; fettuccine pasta
  371 13.04 1.51 0.28 74.67 3.2 2.67 6 21 3.3 223 0 0 0 0 0
  cup 91, bundle 100, handful 80 | main pasta, usda 20120
linguine: dried linguine; thin linguine; linguini; dried thin linguine
  371 13.04 1.51 0.28 74.67 3.2 2.67 6 21 3.3 223 0 0 0 0 0
  cup 91, bundle 100, handful 80 | main pasta, usda 20120
tagliatelle: dried tagliatelle; egg tagliatelle; dried egg pasta; egg pasta; egg fettuccine; tagliatelle nest
  384 14.16 4.44 1.18 71.27 3.3 1.88 21 35 4.01 244 17 0 0.3 0.29 84
  cup 80, nest 50, each 50 | main pasta, from plant+egg, allergens gluten+eggs, usda 20109
pappardelle:
  384 14.16 4.44 1.18 71.27 3.3 1.88 21 35 4.01 244 17 0 0.3 0.29 84
  cup 80, nest 50, each 50 | main pasta, from plant+egg, allergens gluten+eggs, usda 20109
orzo: risoni; orzo pasta; dried orzo; fideo; israeli orzo
  371 13.04 1.51 0.28 74.67 3.2 2.67 6 21 3.3 223 0 0 0 0 0
  cup 170, handful 45 | main pasta, usda 20120
lasagne sheet: lasagna noodle; lasagne; dried lasagne sheet; lasagna sheet; no-boil lasagna noodle; lasagna; cannelloni tube; oven-ready lasagna noodle; cannelloni; manicotti; jumbo pasta shell
  371 13.04 1.51 0.28 74.67 3.2 2.67 6 21 3.3 223 0 0 0 0 0
  each 18, sheet 18 | main pasta, usda 20120
wholewheat pasta: whole-wheat pasta; whole wheat penne; wholewheat spaghetti; wholemeal pasta; whole wheat pasta; wholewheat penne; whole-wheat spaghetti; wholewheat fusilli; whole wheat spaghetti; brown pasta; spelt pasta; wholegrain pasta; whole-grain pasta; wholemeal spaghetti; whole-wheat penne; wholegrain penne
  352 13.87 2.93 0.43 73.37 9.2 2.74 6 29 3.62 434 0 0 0 0 0
  cup 105, handful 50 | main pasta, usda 20124
gluten-free pasta: corn pasta; gluten-free penne; rice pasta; gluten-free spaghetti; gluten free pasta; brown rice pasta
  357 7.46 2.08 0.29 79.26 11 0.7 3 4 0.93 294 9 0 0 0 0
  cup 105, handful 50 | main pasta, allergens none, usda 20091
red lentil pasta: lentil pasta; chickpea pasta; pulse pasta; lentil penne; red lentil penne; chickpea penne
  345 25 2.2 0.4 52 8 2 10 50 7 850 1 0 0 0 0
  cup 100, handful 50 | main pasta, allergens none
  # No record; label figures of pasta made of red lentil flour only.
fresh egg pasta: fresh pasta; fresh tagliatelle; fresh lasagne sheet; fresh linguine; fresh pappardelle; fresh egg tagliatelle; fresh fettuccine; chilled pasta; fresh lasagne
  288 11.31 2.3 0.33 54.73 2.3 1 26 15 3.35 179 14 0 0.2 0.31 73
  each 40, sheet 40, nest 60 | sold gram 300, main pasta, aisle chilled, state fresh, from plant+egg, allergens gluten+eggs, usda 20093
filled pasta: tortellini; ravioli; fresh tortellini; cheese tortellini; tortelloni; cheese ravioli; spinach and ricotta tortellini; fresh ravioli; spinach and ricotta ravioli
  307 13.5 7.23 3.6 47 1.9 0.95 406 152 1.5 89 38 0 0 0.16 42
  cup 110, each 3 | sold gram 300, main pasta, aisle chilled, state fresh, from plant+egg+dairy, allergens gluten+eggs+milk, usda 22901
gnocchi: potato gnocchi; fresh gnocchi; shelf-stable gnocchi
  165 4 0.5 0.1 35.5 2 0.8 400 15 0.8 150 0 2 0 0 0
  cup 160, package 500, handful 80 | main gnocchi, aisle chilled, state fresh
  # No record; label figures of vacuum-packed potato gnocchi.
cooked pasta: leftover pasta; cooked spaghetti; cooked macaroni; cooked penne; cooked noodle; cooked egg noodle
  158 5.8 0.93 0.18 30.86 1.8 0.56 1 7 1.28 44 0 0 0 0 0
  cup 140 | main pasta, state cooked, usda 20121
egg noodle: dried egg noodle; medium egg noodle; noodle; chinese egg noodle; fine egg noodle; wide egg noodle; dry noodle; dried noodle; lo mein noodle; chow mein noodle; thin egg noodle; chinese noodle; fresh egg noodle; wok noodle; thick egg noodle; spaetzle; kluski noodle
  384 14.16 4.44 1.18 71.27 3.3 1.88 21 35 4.01 244 17 0 0.3 0.29 84
  cup 38, nest 62, each 62 | sold gram 250, main noodles, from plant+egg, allergens gluten+eggs, usda 20109
udon noodle: udon; fresh udon noodle; straight-to-wok noodle; straight-to-wok udon noodle; frozen udon; cooked udon noodle
  140 3.8 0.8 0.1 29 1.4 0.5 250 10 0.4 30 0 0 0 0 0
  package 200, portion 150 | sold gram 300, main noodles
  # Vacuum-packed cooked udon have no record; label figures.
somen noodle: somen
  356 11.35 0.81 0.12 74.1 4.3 1 1840 23 1.32 164 0 0 0 0 0
  cup 60, bundle 90 | sold gram 300, main noodles, usda 20116
soba noodle: soba; buckwheat noodle; dried soba noodle; dried soba
  336 14.38 0.71 0.14 74.62 3.5 1 792 35 2.7 252 0 0 0 0 0
  cup 60, bundle 90 | sold gram 250, main noodles, usda 20114
ramen noodle: instant noodle; ramen; instant ramen noodle; dried ramen noodle; fresh ramen noodle; instant ramen
  440 10.17 17.59 8.12 60.26 2.9 1.98 1855 21 4.11 181 1 0.3 0 0.25 0
  package 85, each 85, nest 85 | sold pack, main noodles, usda 06583
rice noodle: flat rice noodle; pad thai noodle; rice stick; dried rice noodle; rice stick noodle; wide rice noodle; folded rice noodle; medium rice noodle
  364 5.95 0.56 0.15 80.18 1.6 0.12 182 18 0.7 30 0 0 0 0 0
  cup 60, nest 50, handful 40 | sold gram 250, main noodles, allergens none, usda 20133
rice vermicelli: rice vermicelli noodle; vermicelli rice noodle; vermicelli; thin rice noodle; fine rice noodle; vermicelli noodle
  364 5.95 0.56 0.15 80.18 1.6 0.12 182 18 0.7 30 0 0 0 0 0
  cup 60, nest 50, handful 40 | sold gram 250, main noodles, allergens none, usda 20133
glass noodle: cellophane noodle; mung bean noodle; bean thread noodle; sweet potato noodle; mung bean vermicelli; bean thread; dangmyeon; glass vermicelli
  351 0.16 0.06 0.02 86.09 0.5 0 10 25 2.17 10 0 0 0 0 0
  cup 140, bundle 50, nest 50 | sold gram 250, main noodles, allergens none, usda 16082
rice paper: rice paper wrapper; spring roll wrapper; rice paper round; summer roll wrapper; rice paper sheet; rice wrapper
  340 1.5 0.5 0.1 82 1 0.5 600 20 0.5 30 0 0 0 0 0
  each 9, sheet 9 | sold gram 200, allergens none
  # No record; label figures of tapioca and rice sheets.
wonton wrapper: gyoza wrapper; dumpling wrapper; egg roll wrapper; gyoza skin; wonton skin; potsticker wrapper
  291 9.8 1.5 0.26 57.9 1.8 0.5 572 47 3.36 82 4 0 0 0.02 9
  each 8, sheet 8, package 300 | sold gram 300, aisle chilled, state fresh, from plant+egg, allergens gluten+eggs, usda 18368
`,
  ),
];
