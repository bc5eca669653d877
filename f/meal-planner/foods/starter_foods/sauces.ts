import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Sauces, pastes and condiments. */
export const SAUCES: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "sauces_and_condiments", state: "prepared", sold: "jar" },
    `
soy sauce: light soy sauce; dark soy sauce; shoyu; japanese soy sauce; natural soy sauce; chinese soy sauce; naturally brewed soy sauce; regular soy sauce; soya sauce; all-purpose soy sauce; chinese light soy sauce; mushroom soy sauce; chinese dark soy sauce
  53 8.14 0.57 0.07 4.93 0.8 0.4 5493 33 1.45 435 0 0 0 0 0
  cup 255 | sold millilitre 150, state liquid, allergens soy+gluten, usda 16123
reduced-salt soy sauce: low-sodium soy sauce; reduced-sodium soy sauce; low-salt soy sauce; light-salt soy sauce; reduced sodium soy sauce; lower-sodium soy sauce; low sodium soy sauce; less sodium soy sauce; reduced salt soy sauce
  57 9.05 0.3 0.04 5.59 0.7 0.5 3598 30 1.35 352 0 0 0 0 0
  cup 250 | sold millilitre 150, state liquid, allergens soy+gluten, usda 16424
tamari: gluten-free soy sauce; tamari soy sauce; liquid aminos; coconut aminos; gluten free soy sauce; tamari sauce
  60 10.51 0.1 0.01 5.57 0.8 1.7 5586 20 2.38 212 0 0 0 0 0
  cup 288 | sold millilitre 150, state liquid, allergens soy, usda 16124
kecap manis: sweet soy sauce; indonesian soy sauce; ketjap manis
  260 3 0 0 62 0.3 58 3500 20 1 150 0 0 0 0 0
  tablespoon 20 | sold millilitre 250, state liquid, allergens soy+gluten
  # No record; label figures.
fish sauce: nam pla; thai fish sauce; nuoc mam; vietnamese fish sauce; colatura; asian fish sauce
  35 5.06 0.01 0 3.64 0 3.64 7851 43 0.78 288 4 0.5 0 0.48 0
  cup 288 | sold millilitre 200, state liquid, from fish, allergens fish, usda 06179
oyster sauce: vegetarian oyster sauce; oyster flavoured sauce; vegetarian stir-fry sauce
  51 1.35 0.25 0.04 10.92 0.3 0 2733 32 0.18 54 0 0.1 0 0.41 0
  tablespoon 18, teaspoon 4 | sold millilitre 150, from plant+shellfish, allergens molluscs+soy+gluten, usda 06176
hoisin sauce: hoisin
  220 3.31 3.39 0.57 44.08 2.8 27.26 1615 32 1.01 119 0 0.4 0 0 3
  tablespoon 16, jar 270 | allergens soy+gluten+sesame, usda 06175
char siu sauce:
  220 3.31 3.39 0.57 44.08 2.8 27.26 1615 32 1.01 119 0 0.4 0 0 3
  tablespoon 16, jar 270 | allergens soy+gluten+sesame, usda 06175
plum sauce:
  184 0.89 1.04 0.15 42.81 0.7 ? 538 12 1.43 259 2 0.5 0 0 0
  tablespoon 16, jar 270 | allergens soy, usda 06151
teriyaki sauce: teriyaki marinade; teriyaki; yakitori sauce
  89 5.93 0.02 0 15.56 0.1 14.1 3833 25 1.7 225 0 0 0 0 0
  tablespoon 18 | sold millilitre 250, state liquid, allergens soy+gluten, usda 06112
black bean sauce: chinese black bean sauce; dou-chi; fermented black bean; bean sauce; black bean and garlic sauce; salted black bean; preserved black bean; douchi; yellow bean sauce; fermented black soybean; sweet bean sauce
  140 6 4 0.6 20 3 9 3500 40 2 250 0 0 0 0 0
  tablespoon 16, jar 200 | allergens soy+gluten
  # No record; label figures.
doubanjiang: chilli bean paste; chili bean paste; broad bean paste; broad-bean paste; chilli bean sauce; toban djan; chili bean sauce; broad-bean paste doubanjiang; ssamjang; sichuan broad bean paste; fermented bean paste; pixian bean paste; doenjang; soybean paste
  130 7 5 0.8 12 5 4 5200 80 4 400 60 2 0 0 0
  tablespoon 16, jar 200 | allergens soy+gluten
  # No record; label figures.
gochujang: korean chilli paste; korean chili paste; gochujang paste; korean red pepper paste
  220 4.5 1.5 0.3 46 3.5 26 2500 35 2 350 100 1 0 0 0
  tablespoon 18, jar 200 | allergens soy+gluten
  # No record; label figures.
miso paste: miso; white miso; red miso; brown rice miso; sweet white miso; yellow miso; mellow red miso; white miso paste; red miso paste; barley miso; shiro miso; light miso; mellow white miso
  198 12.79 6.01 1.02 25.37 5.4 6.2 3728 57 2.49 210 4 0 0 0.08 0
  tablespoon 17, jar 250 | allergens soy+gluten, usda 16112
sriracha: sriracha sauce; hot chilli sauce; sriracha hot sauce; chilli sauce; chili sauce; asian chilli sauce; hot chili sauce; asian chili sauce; chile sauce; sriracha chili sauce
  93 1.93 0.93 0.2 19.16 2.2 15.11 2124 18 1.64 321 129 26.9 0 0 0
  tablespoon 18, jar 435 | usda 06631
chilli garlic sauce: chili garlic sauce; chili garlic paste; chile garlic sauce; garlic chilli sauce
  93 1.93 0.93 ? 19.16 2.2 15.11 2124 18 1.64 321 129 26.9 0 0 0
  tablespoon 18, jar 435 | usda 06631
sambal oelek: sambal; chilli paste; chili paste; chile paste; hot chile paste; red chilli paste
  93 1.93 0.93 ? 19.16 2.2 15.11 2124 18 1.64 321 129 26.9 0 0 0
  tablespoon 18, jar 435 | usda 06631
sweet chilli sauce: sweet chili sauce; thai sweet chili sauce; thai sweet chilli sauce
  200 0.4 0.4 0.1 48 0.8 45 900 10 0.5 60 20 3 0 0 0
  tablespoon 20, jar 300
  # No record; label figures.
hot sauce: tabasco; piripiri; piri-piri sauce; hot pepper sauce; tabasco sauce; frank's redhot sauce; cayenne pepper sauce; louisiana hot sauce; buffalo sauce; chipotle hot sauce; red hot sauce; green hot sauce; cholula; piri piri sauce; hot red pepper sauce; buffalo wing sauce; peri peri sauce; pepper sauce
  11 0.51 0.37 0.05 1.75 0.3 1.26 2643 8 0.48 144 8 74.8 0 0 0
  teaspoon 4.7 | sold millilitre 150, state liquid, usda 06168
harissa: harissa paste; rose harissa; chilli harissa; rose harissa paste; aji amarillo paste; nduja paste; calabrian chili paste; red harissa
  130 3 8 1.1 11 5 6 1300 50 3 400 300 20 0 0 0
  tablespoon 15, jar 100
  # No record; label figures.
red pepper paste: biber salcasi; turkish pepper paste; turkish red pepper paste; ajvar
  130 3 8 1.1 11 5 6 1300 50 3 400 300 20 0 0 0
  tablespoon 15, jar 100
  # No record; label figures.
worcestershire sauce: worcester sauce; worcestershire; lea & perrins; henderson's relish; worchestershire sauce
  78 0 0 0 19.46 0 10.03 980 107 5.3 800 5 13 0 0 0
  tablespoon 17 | sold millilitre 150, state liquid, from plant+fish, allergens fish+gluten, check, usda 06971
brown sauce: hp sauce; steak sauce; a1 sauce
  95 1.25 0.23 0 22.04 1.5 9.82 1647 19 1.37 312 15 6.8 0 0 0
  tablespoon 17 | sold millilitre 150, state liquid, allergens gluten, check, usda 27048
ketchup: tomato ketchup; catsup; tomato catsup
  101 1.04 0.1 0.01 27.4 0.3 21.27 907 15 0.35 281 26 4.1 0 0 0
  cup 240 | sold gram 460, check, usda 11935
cocktail sauce:
  124 1.36 1.05 0 28.22 1.8 11.83 983 26 0.83 309 18 11.6 0 0 0
  cup 240 | sold gram 460, check, usda 27051
mayonnaise: mayo; real mayonnaise; japanese mayonnaise; kewpie mayonnaise; good-quality mayonnaise; whole-egg mayonnaise; hellmann's mayonnaise; real mayo
  680 0.96 74.85 11.7 0.57 0 0.57 635 8 0.21 20 16 0 0.2 0.12 42
  cup 220, jar 400 | from plant+egg, allergens eggs+mustard, usda 04025
aioli: garlic mayonnaise
  680 0.96 74.85 11.7 0.57 0 0.57 635 8 0.21 20 16 0 0.2 0.12 42
  cup 220, jar 400 | from plant+egg, allergens eggs+mustard, usda 04025
tartare sauce: tartar sauce
  211 1 16.7 3.33 13.3 0.5 4.25 667 26 0.25 68 11 2.3 0 0.02 7
  cup 220, jar 400 | from plant+egg, allergens eggs+mustard, usda 27049
light mayonnaise: low-fat mayonnaise; reduced-fat mayonnaise; salad cream; lighter mayonnaise; light mayo; low-fat mayo; miracle whip; reduced fat mayonnaise
  238 0.37 22.22 3.45 9.23 0 3.56 827 6 0.14 31 8 0 0 0 16
  cup 240, jar 400 | from plant+egg, allergens eggs+mustard, usda 04641
vegan mayonnaise: vegan mayo; egg-free mayonnaise; plant-based mayonnaise; veganaise; eggless mayonnaise
  620 0.5 67 5 4 0.5 2.5 550 10 0.1 20 0 0 0 0 0
  cup 220, jar 250 | allergens mustard
  # No record; label figures of rapeseed-oil mayonnaise without egg.
dijon mustard: mustard; smooth dijon mustard; prepared mustard; french mustard; english mustard; german mustard; sharp mustard; creole mustard; sweet mustard; medium-hot mustard; dijon-style mustard; spicy brown mustard; hot mustard; brown mustard; smooth mustard; honey mustard
  60 3.74 3.34 0.21 5.83 4 0.92 1104 63 1.61 152 5 0.3 0 0 0
  cup 249, jar 200 | allergens mustard+sulphites, check, usda 02046
yellow mustard: american mustard; ballpark mustard; prepared yellow mustard
  60 3.74 3.34 0.21 5.83 4 0.92 1104 63 1.61 152 5 0.3 0 0 0
  cup 249, jar 200 | allergens mustard, check, usda 02046
wholegrain mustard: whole-grain mustard; grainy mustard; coarse mustard; seeded mustard; coarse-grain mustard; coarse grain mustard; whole grain mustard; whole-grain dijon mustard; grain mustard
  60 3.74 3.34 0.21 5.83 4 0.92 1104 63 1.61 152 5 0.3 0 0 0
  cup 249, jar 200 | allergens mustard+sulphites, check, usda 02046
horseradish sauce: prepared horseradish; creamed horseradish; horseradish cream; jarred horseradish; hot horseradish sauce
  48 1.18 0.69 0.09 11.29 3.3 7.99 420 56 0.42 246 0 24.9 0 0 0
  tablespoon 15, jar 180 | allergens sulphites, usda 02055
wasabi paste: wasabi; wasabi powder
  292 2.23 10.9 2.03 46.13 6.1 13.2 3390 41 0.5 182 0 0 0 0 0
  teaspoon 5, tube 43 | sold gram 43, allergens mustard, usda 27064
barbecue sauce: bbq sauce; barbeque sauce; smoky barbecue sauce; smoky bbq sauce; hickory barbecue sauce
  172 0.82 0.63 0.04 40.77 0.9 33.24 1027 33 0.64 232 11 0.6 0 0 0
  cup 279 | sold gram 460, allergens mustard, usda 06150
salsa: tomato salsa; jar of salsa; chunky salsa; hot salsa; mild salsa; picante sauce; fresh salsa; pico de gallo; fresh tomato salsa; taco sauce; chunky tomato salsa; red salsa; jarred salsa
  29 1.52 0.17 0.02 6.64 1.9 4.01 711 30 0.42 275 23 1.9 0 0 0
  cup 259, jar 300 | usda 06164
salsa verde: green salsa; tomatillo salsa; green taco sauce; green enchilada sauce; green chutney; green chile salsa; tomatillo sauce
  38 1.13 0.89 0 6.36 1.9 3.5 600 9 0.65 259 11 12.3 0 0 0
  cup 240, jar 300 | usda 27047
enchilada sauce: red enchilada sauce; ranchero sauce; mole sauce; mole paste
  30 0.62 0.91 0.11 4.87 0.5 1.83 547 7 0.67 101 36 0.3 0 0 0
  cup 240, can 285, jar 285 | usda 27063
guacamole:
  165 1.8 15.5 3.2 3 6 0.8 250 12 0.5 420 7 9 0 0 0
  cup 230, pot 200 | sold gram 200, aisle chilled
  # No record; label figures at 90 % avocado.
basil pesto: pesto; green pesto; pesto sauce; fresh pesto; pesto alla genovese; prepared pesto; pesto genovese; store-bought pesto; ready-made pesto
  426 5 42.42 7.36 6.14 1.7 1.92 998 173 0.88 205 90 0.1 0 0.1 7
  cup 250, jar 190 | from plant+dairy, allergens milk+nuts, usda 06627
red pesto: sun-dried tomato pesto; sun-dried tomato paste; sundried tomato paste; tomato pesto
  340 4.5 31 4.5 10 3 6 1100 90 1.5 350 60 4 0 0.1 6
  tablespoon 16, jar 190 | from plant+dairy, allergens milk+nuts
  # No record; label figures.
olive tapenade: tapenade; black olive paste; green olive tapenade; olive paste
  290 1.8 29 4.3 3 4 0.5 1900 70 3 60 20 1 0 0 3
  tablespoon 15, jar 150 | from plant+fish, allergens fish
  # No record; label figures, anchovy included.
thai red curry paste: red curry paste; thai curry paste; curry paste red
  110 2.5 4 0.7 14 5 6 3500 60 3 350 80 10 0 0 5
  tablespoon 16, jar 200 | from plant+shellfish, allergens crustaceans
  # No record; label figures, shrimp paste included.
laksa paste: tom yum paste
  110 2.5 4 0.7 14 5 6 3500 60 3 350 80 10 0 0 5
  tablespoon 16, jar 200 | from plant+shellfish, allergens crustaceans
  # No record; label figures, shrimp paste included.
thai yellow curry paste: yellow curry paste
  110 2.5 4 0.7 14 5 6 3500 60 3 350 80 10 0 0 5
  tablespoon 16, jar 200 | from plant+shellfish, allergens crustaceans
  # No record; label figures, shrimp paste included.
massaman curry paste: massaman paste; panang curry paste
  110 2.5 4 0.7 14 5 6 3500 60 3 350 80 10 0 0 5
  tablespoon 16, jar 200 | from plant+shellfish, allergens crustaceans
  # No record; label figures, shrimp paste included.
thai green curry paste: green curry paste; curry paste green; vegan thai curry paste
  110 2.3 5 0.8 12 5 5 3300 60 3 300 60 10 0 0 5
  tablespoon 16, jar 200 | from plant+shellfish, allergens crustaceans
  # No record; label figures, shrimp paste included.
curry paste: indian curry paste; tikka masala paste; korma paste; madras curry paste; balti paste; tandoori paste; tikka paste; tikka curry paste; korma curry paste; tandoori curry paste; rogan josh paste; jalfrezi paste; balti curry paste; medium curry paste; vindaloo paste; mild curry paste; bhuna paste
  280 4 23 2.5 11 7 4 2600 100 6 450 60 2 0 0 0
  tablespoon 16, jar 280 | allergens mustard
  # No record; label figures of oil-based Indian paste.
shrimp paste: belacan; blachan; terasi; prawn paste; dried shrimp paste
  160 25 3 0.7 8 0 1 10000 900 8 400 20 0 0 6 200
  teaspoon 5, jar 200 | from shellfish, allergens crustaceans
  # No record; label figures.
tamarind paste: tamarind; tamarind concentrate; tamarind pulp; tamarind puree; tamarind water; tamarind juice
  239 2.8 0.6 0.27 62.5 5.1 38.8 28 74 2.8 628 2 3.5 0 0 0
  tablespoon 16, block 200, jar 200 | usda 09322
chutney: mango chutney; fruit chutney; apple chutney; spiced chutney; tomato chutney; major grey chutney; caramelised onion chutney; onion marmalade; tomato relish; branston pickle; chilli relish; onion relish
  250 0.4 0.2 0 60 1.2 55 1200 20 0.8 100 20 1 0 0 0
  cup 300, jar 320
  # No record; label figures.
lime pickle: mango pickle
  250 0.4 0.2 0 60 1.2 55 1200 20 0.8 100 20 1 0 0 0
  cup 300, jar 320
  # No record; label figures.
ginger paste: ginger puree; ginger garlic paste; ginger-garlic paste; ginger and garlic paste; garlic and ginger paste; garlic ginger paste
  120 2.5 4 0.4 17 2 3 1200 25 0.8 250 0 3 0 0 0
  tablespoon 15, jar 180
  # No record; label figures of garlic and ginger paste with oil and salt.
garlic paste: garlic puree; minced garlic in jar; lazy garlic
  120 2.5 4 0.4 17 2 3 1200 25 0.8 250 0 3 0 0 0
  tablespoon 15, jar 180
  # No record; label figures of garlic and ginger paste with oil and salt.
chipotle paste: aji panca paste; ancho chile paste; smoked chilli paste
  130 2 6 0.8 15 4 10 1800 40 2 300 100 5 0 0 0
  tablespoon 15, tube 90 | sold gram 90
  # No record; label figures of chipotle and herb pastes.
liquid smoke:
  5 0 0 0 1 0 0 10 5 0.1 10 0 0 0 0 0
  teaspoon 5 | sold millilitre 100, state liquid
  # Smoke in water; next to nothing in it.
salad dressing: vinaigrette; italian dressing; french dressing; low-fat vinaigrette; bottled vinaigrette; french vinaigrette; balsamic vinaigrette; zesty italian dressing; ginger dressing
  240 0.41 21.12 2.95 12.12 0 10.77 993 13 0.26 84 2 0.4 0 0 0
  cup 235, jar 250 | allergens mustard, usda 04114
caesar dressing:
  542 2.17 57.85 8.79 3.3 0.5 2.81 1209 48 1.08 29 9 0.3 0.1 0.03 39
  cup 235, jar 250 | from plant+fish+egg+dairy, allergens fish+eggs+milk+mustard, usda 43015
ranch dressing: blue cheese dressing; thousand island dressing; green goddess dressing; ranch; buttermilk dressing; ranch salad dressing; coleslaw dressing; russian dressing
  430 1.32 44.54 6.96 5.9 0 4.69 901 28 0.3 64 15 0 0.1 0.17 26
  cup 245, jar 250 | from plant+egg+dairy, allergens eggs+milk+mustard, usda 04639
coleslaw: prepared coleslaw
  150 1 13 1.1 7 2 6 250 30 0.3 150 40 15 0 0 8
  cup 100, tub 300, bag 400 | sold gram 300, aisle chilled, from plant+egg, allergens eggs+mustard
  # No record fits; UK label figures of dressed coleslaw.
tzatziki: raita; cacik; tzatziki dip
  95 4.5 6.5 4.2 4 0.4 3.5 300 110 0.2 150 55 1 0.1 0.4 15
  cup 240, pot 200 | sold gram 200, aisle chilled, from dairy, allergens milk
  # No record; label figures.
baba ganoush: aubergine dip; baba ghanoush
  150 2.5 13 1.8 5 3.5 2.5 400 40 0.8 200 2 3 0 0 0
  cup 240, pot 200 | sold gram 200, aisle chilled, allergens sesame
  # No record; label figures.
cheese sauce: white sauce; bechamel sauce; alfredo sauce; bechamel; carbonara sauce; lasagne white sauce
  174 6.71 13.29 6.01 6.83 0.5 0.42 828 184 0.21 30 80 0.4 0 0.14 29
  cup 245, jar 400 | from plant+dairy, allergens milk+gluten, usda 06930
curry sauce: simmer sauce; tikka masala sauce; korma sauce; curry sauce jar; jalfrezi sauce; butter chicken sauce
  110 1.8 7 2.2 9 1.5 6 500 45 0.8 250 40 3 0 0 5
  cup 250, jar 450 | from plant+dairy, allergens milk
  # No record; label figures of tikka masala cooking sauce.
gravy: beef gravy; onion gravy; prepared gravy; chicken gravy; turkey gravy
  53 3.75 2.36 1.15 4.81 0.4 0.21 560 6 0.7 81 1 0 0 0.1 3
  cup 233 | sold gram 280, from plant+meat, allergens gluten, usda 06116
gravy granule: gravy powder; gravy mix; brown gravy mix; bisto; onion soup mix; dry onion soup mix; au jus mix; packet gravy mix
  367 10.74 9.61 3.32 59.38 2 6 4843 132 1.72 262 8 0.3 0 0.7 3
  tablespoon 8, package 24, sachet 24 | sold gram 200, state powder, from plant+meat, allergens gluten+soy+celery, usda 06118
yeast extract: marmite; vegemite; marmite yeast extract
  260 34 0.1 0 30 1.1 1.2 4300 70 30 2100 0 0 0 24 0
  teaspoon 6, jar 125 | aisle breakfast, allergens gluten+celery
  # UK label figures; the American record is of another recipe.
nori: nori sheet; seaweed; sushi nori; toasted nori; dried seaweed; seaweed sheet; laver; nori seaweed
  290 41 3.7 0.6 9 36 0.5 500 280 11 2400 1300 110 0 0 0
  sheet 2.7, each 2.7, handful 5, package 25 | sold pack, aisle other, state dried
  # SR28 has the wet weed only; label figures of toasted sheets.
wakame: dried wakame; dulse; arame; hijiki
  200 15 2.5 0.5 14 35 0.5 5000 800 6 4000 120 5 0 0 0
  tablespoon 2.5, cup 20, strip 5, each 5, piece 5 | sold gram 50, aisle other, state dried
  # Dried weed has no record; label figures.
kombu: kelp; dried kombu; kelp powder
  200 15 2.5 0.5 14 35 0.5 5000 800 6 4000 120 5 0 0 0
  tablespoon 2.5, cup 20, strip 5, each 5, piece 5 | sold gram 50, aisle other, state dried
  # Dried weed has no record; label figures.
bonito flake: katsuobushi; dried bonito flake
  351 76 3.2 0.7 0.8 0 0 310 46 9 810 0 0 6 22 180
  cup 12, tablespoon 1, teaspoon 3, handful 5 | sold gram 40, aisle other, state dried, from fish, allergens fish
  # No record; Japanese label figures of dried bonito.
dashi granule: dashi powder; instant dashi; hondashi; dashi stock powder; dashi
  224 24 0.3 0.1 31 0 10 16000 42 1 180 0 0 0.8 0.7 23
  tablespoon 9, sachet 8 | sold gram 40, aisle other, state dried, from fish, allergens fish
  # Stock powder of bonito and salt; Japanese label figures.
`,
  ),
];
