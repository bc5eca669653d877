import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Flours, starches, raising agents, chocolate and other baking goods. */
export const FLOUR_AND_BAKING: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "baking", state: "powder", sold: "gram 1000" },
    `
plain flour: flour; all-purpose flour; all purpose flour; plain white flour; white flour; unbleached all-purpose flour; wheat flour; ap flour; plain wheat flour; soft flour; 00 flour; white wheat flour; unbleached flour; type 405 flour; type 550 flour; sifted flour; unbleached all purpose flour; italian 00 flour; pasta flour; general purpose flour; enriched flour; general-purpose flour
  364 10.33 0.98 0.15 76.31 2.7 0.27 2 15 4.64 107 0 0 0 0 0
  cup 125 | allergens gluten, check, usda 20081
strong white flour: bread flour; strong flour; strong white bread flour; white bread flour; high-gluten flour; strong plain flour; strong bread flour; unbleached bread flour
  361 11.98 1.66 0.24 72.53 2.4 0.31 2 15 4.41 100 0 0 0 0 0
  cup 130 | allergens gluten, usda 20083
self-raising flour: self-rising flour; self raising flour; white self-raising flour
  354 9.89 0.97 0.15 74.22 2.7 0.22 1193 338 4.67 124 0 0 0 0 0
  cup 125 | allergens gluten, usda 20082
cake flour: pastry flour; soft cake flour; sponge flour
  362 8.2 0.86 0.13 78.03 1.7 0.31 2 14 7.32 105 0 0 0 0 0
  cup 119 | allergens gluten, usda 20084
wholemeal flour: whole-wheat flour; whole wheat flour; wholewheat flour; wholemeal bread flour; self-raising wholemeal flour; atta flour; wholemeal plain flour; white whole wheat flour; whole wheat pastry flour; strong wholemeal flour; graham flour; atta; chapati flour; plain wholemeal flour
  340 13.21 2.5 0.43 71.97 10.7 0.41 2 34 3.6 363 0 0 0 0 0
  cup 120 | allergens gluten, usda 20080
spelt flour: wholemeal spelt flour; white spelt flour; einkorn flour; kamut flour
  338 14.57 2.43 0.41 70.19 10.7 6.82 8 27 4.44 388 0 0 0 0 0
  cup 120 | allergens gluten, usda 20140
  # The record is the whole grain; flour milled from all of it has the same figures.
rye flour: whole rye flour; dark rye flour; wholemeal rye flour; light rye flour; whole grain rye flour
  349 10.88 1.52 0.18 75.43 11.8 1.1 2 24 2.54 374 0 0 0 0 0
  cup 102 | allergens gluten, usda 20064
buckwheat flour:
  335 12.62 3.1 0.68 70.59 10 2.6 11 41 4.06 577 0 0 0 0 0
  cup 120 | sold gram 500, usda 20011
oat flour:
  404 14.66 9.12 1.61 65.7 6.5 0.8 19 55 4 371 0 0 0 0 0
  cup 104 | sold gram 500, allergens gluten, usda 20132
rice flour: white rice flour; brown rice flour; ground rice; glutinous rice flour; sweet rice flour
  366 5.95 1.42 0.39 80.13 2.4 0.12 0 10 0.35 76 0 0 0 0 0
  cup 158 | sold gram 500, usda 20061
gram flour: chickpea flour; besan; chick pea flour; garbanzo flour; garbanzo bean flour
  387 22.39 6.69 0.69 57.82 10.8 10.85 64 45 4.86 846 2 0 0 0 0
  cup 92 | sold gram 500, main chickpeas, usda 16157
masa harina: masa; corn masa flour; masa flour; maize flour; nixtamalized corn flour; harina pan
  363 8.46 3.69 0.53 76.59 6.4 1.6 5 138 8.5 262 11 0 0 0 0
  cup 114 | usda 20317
coconut flour:
  410 19 14 12 24 36 9 80 30 11 1700 0 0 0 0 0
  cup 112 | sold gram 500
  # No record; label figures.
ground almond: almond flour; almond meal; blanched almond flour; superfine almond flour
  590 21.4 52.52 3.95 18.67 9.9 4.63 19 236 3.28 659 0 0 0 0 0
  cup 96 | sold gram 200, allergens nuts, usda 12062
gluten-free flour: gluten-free plain flour; gluten-free flour blend; gluten-free self-raising flour; gluten-free all-purpose flour; gluten-free all-purpose baking flour; gluten free flour; gluten-free all purpose flour; gluten-free baking flour
  350 5 1.2 0.3 79 2 0.6 10 15 1 120 0 0 0 0 0
  cup 140
  # Rice, potato and maize starch blends have no record; label figures.
cornflour: cornstarch; corn starch; maize starch; maizena; starch; starch flour; corn flour
  381 0.26 0.05 0.01 91.27 0.9 0 9 2 0.47 3 0 0 0 0 0
  cup 128 | sold gram 250, check, usda 20027
potato starch: potato flour; arrowroot; arrowroot powder; arrowroot flour
  357 0.3 0.1 0.02 88.15 3.4 0 2 40 0.33 11 0 0 0 0 0
  cup 128 | sold gram 250, usda 20003
tapioca flour: tapioca starch; cassava flour; manioc flour; sour starch
  358 0.19 0.02 0.01 88.69 0.9 3.35 1 20 1.58 11 0 0 0 0 0
  cup 120 | sold gram 500, usda 20068
  # Starch of the root that tapioca pearls are made of; their figures.
vital wheat gluten: wheat gluten; gluten flour
  370 75.16 1.85 0.27 13.79 0.6 0 29 142 5.2 100 0 0 0 0 0
  cup 120 | sold gram 500, main seitan, allergens gluten, usda 48052
soya flour: soy flour
  434 37.81 20.65 2.99 31.92 9.6 7.5 13 206 6.37 2515 6 0 0 0 0
  cup 84 | sold gram 500, allergens soy, usda 16115
sourdough starter: levain; active sourdough starter; fed sourdough starter; ripe sourdough starter; sourdough leaven
  183 5.2 0.5 0.1 38 1.4 0.2 2 8 2.3 55 0 0 0 0 0
  cup 240 | sold gram 100, aisle other, state fresh, allergens gluten, check
  # Half flour, half water.
pancake mix: baking mix; biscuit mix; bisquick; biscuit baking mix; waffle mix; cake mix; yellow cake mix; muffin mix; brownie mix; cornbread mix; pancake and waffle mix
  428 8 15.4 3.96 63.4 2.1 11.65 1276 179 2.77 163 2 0.3 0 0.39 2
  cup 120, box 430, package 430 | allergens gluten, usda 18010
baking ammonia: baker's ammonia; baker's ammonium; hartshorn
  0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
  teaspoon 4 | sold gram 50
  # A raising agent that leaves nothing behind.
citric acid:
  247 0 0 0 100 0 0 0 0 0 0 0 0 0 0 0
  teaspoon 4 | sold gram 50
  # The acid itself, 2.5 kcal a gram; counted as carbohydrate.
baking powder: double-acting baking powder; gluten-free baking powder
  53 0 0 0 27.7 0.2 0 10600 5876 11.02 20 0 0 0 0 0
  teaspoon 4.6 | sold gram 100, check, usda 18369
  # Its carbonates and phosphates weigh as carbohydrate by difference, but yield nothing.
bicarbonate of soda: baking soda; bicarb; sodium bicarbonate; bread soda; bicarb of soda
  0 0 0 0 0 0 0 27360 0 0 0 0 0 0 0 0
  teaspoon 4.6 | sold gram 100, check, usda 18372
cream of tartar:
  258 0 0 0 61.5 0.2 0 52 8 3.72 16500 0 0 0 0 0
  teaspoon 3 | sold gram 100, check, usda 18373
dried yeast: active dry yeast; instant yeast; fast-action yeast; easy-bake yeast; dry yeast; yeast; fast-action dried yeast; dried fast-action yeast; bread machine yeast; easy blend dried yeast; dry active yeast; instant dry yeast; dried active yeast; quick yeast; rapid-rise yeast; sachet of yeast; dry instant yeast; instant dried yeast; rapid rise yeast; brewer's yeast
  325 40.44 7.61 1 41.22 26.9 0 51 30 2.17 955 0 0.3 0 0.07 0
  teaspoon 4, sachet 7, package 7, each 7 | sold pack, check, usda 18375
fresh yeast: fresh cake yeast; cake yeast; compressed yeast; baker's yeast
  105 8.4 1.9 0.24 18.1 8.1 0 30 19 3.25 601 0 0.1 0 0.01 0
  tablespoon 15, cube 42 | sold gram 42, aisle chilled, state fresh, usda 18374
nutritional yeast: nutritional yeast flake; nooch; yeast flake
  360 49 5 0.9 12 21 2 130 30 5 1700 0 0 0 0 0
  cup 60 | sold gram 125, aisle sauces_and_condiments
  # No record; label figures of unfortified flakes.
cocoa powder: unsweetened cocoa powder; cocoa; dutch-process cocoa powder; unsweetened cocoa; natural cocoa powder; cacao powder; dutch-processed cocoa powder; unsweetened natural cocoa powder; raw cacao powder; dutch process cocoa; dutch-process cocoa
  228 19.6 13.7 8.07 57.9 37 1.75 21 128 13.86 1524 0 0 0 0 0
  cup 86 | sold gram 250, usda 19165
hot chocolate powder: drinking chocolate; hot chocolate mix; cocoa mix; ovaltine; malted milk powder
  398 6.67 4 2.38 83.73 3.7 65.55 504 133 1.19 712 1 0.2 0 0.35 0
  cup 120, tablespoon 9 | sold gram 250, aisle drinks, from plant+dairy, allergens milk, usda 14192
vanilla extract: vanilla essence; vanilla; pure vanilla extract; vanilla paste; vanilla bean paste; vanilla flavouring; madagascar vanilla extract; vanilla flavoring; natural vanilla extract; vanilla aroma
  288 0.06 0.06 0.01 12.65 0 12.65 9 11 0.12 148 0 0 0 0 0
  teaspoon 4.2 | sold millilitre 50, state liquid, check, usda 02050
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
vanilla pod: vanilla bean; bourbon vanilla pod
  288 0.06 0.06 0.01 12.65 0 12.65 9 11 0.12 148 0 0 0 0 0
  each 3, pod 3 | sold piece, state dried, buy, usda 02050
  # A pod's weight is small and mostly left behind; the extract's record stands in for it.
vanilla sugar: sachet of vanilla sugar; vanilla-infused sugar; packet of vanilla sugar; vanillin sugar
  387 0 0 0 99.98 0 99.8 1 1 0.05 2 0 0 0 0 0
  tablespoon 12, sachet 8, package 8 | sold gram 50, usda 19335
almond extract: almond essence; rum extract; coconut extract
  237 0.05 0 0 2.41 0 2.4 4 0 0.13 98 0 0 0 0 0
  teaspoon 4.2 | sold millilitre 50, state liquid, usda 02051
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
peppermint extract: mint extract; peppermint mint extract; lemon extract; orange extract
  237 0.05 0 0 2.41 0 2.4 4 0 0.13 98 0 0 0 0 0
  teaspoon 4.2 | sold millilitre 50, state liquid, usda 02051
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
rose water: rosewater; orange flower water; orange blossom water
  0 0 0 0 0 0 0 3 3 0 1 0 0 0 0 0
  teaspoon 5 | sold millilitre 100, state liquid
  # Flavoured water, with next to nothing in it.
food colouring: food coloring; food colour; gel food coloring
  0 0 0 0 0 0 0 10 0 0 0 0 0 0 0 0
  teaspoon 5 | sold millilitre 50, state liquid
  # Coloured water, with next to nothing in it.
pectin: dry pectin; powdered pectin; powdered fruit pectin
  325 0.3 0.3 0.05 90.4 8.6 ? 200 7 2.71 7 0 0 0 0 0
  tablespoon 9, package 50, box 50 | sold gram 50, usda 19310
agar: agar-agar; agar powder; agar agar; agar agar powder
  306 6.21 0.3 0.06 80.88 7.7 2.97 102 625 21.4 1125 0 0 0 0 0
  tablespoon 5, teaspoon 2 | sold gram 50, usda 11663
xanthan gum: guar gum; psyllium husk; psyllium; psyllium husk powder
  190 2 0.5 0 2 80 0 50 150 2 300 0 0 0 0 0
  tablespoon 8 | sold gram 100
  # Nearly all fibre; label figures.
dark chocolate: dark chocolate 70%; plain chocolate; bittersweet chocolate; 70% dark chocolate; dark chocolate 70% cocoa solids; dark chocolate chip; chocolate; dark chocolate piece; bittersweet chocolate chip; chocolate 70%; 70% chocolate; 85% dark chocolate; vegan dark chocolate; high-cocoa dark chocolate; dark cooking chocolate
  598 7.79 42.63 24.49 45.9 10.9 23.99 20 73 11.9 715 2 0 0 0.28 3
  cup 170, square 10, bar 100, each 10, piece 10 | sold gram 100, state prepared, allergens soy, usda 19904
semisweet chocolate: semi-sweet chocolate; semisweet chocolate chip; chocolate chip; semi-sweet chocolate chip; chocolate chunk; chocolate drop; chocolate morsel; mini chocolate chip; baking chocolate semisweet; chocolate piece
  480 4.2 30 17.75 63.9 5.9 54.5 11 32 3.13 365 0 0 0 0 0
  cup 170, square 28, handful 30 | sold gram 200, state prepared, from plant+dairy, allergens soy+milk, usda 19080
milk chocolate: milk chocolate chip; chocolate bar; milk chocolate chunk; snickers bar; milk chocolate drop
  535 7.65 29.66 18.51 59.4 3.4 51.5 79 189 2.35 372 59 0 0 0.75 23
  cup 168, square 7, bar 100, each 44, handful 30 | sold gram 100, aisle snacks_and_sweets, state prepared, from plant+dairy, allergens soy+milk, usda 19120
white chocolate: white couverture chocolate; white chocolate chip; white chocolate drop
  539 5.87 32.09 19.41 59.24 0.2 59 90 199 0.24 286 9 0.5 0 0.56 21
  cup 170, square 7, bar 85 | sold gram 100, state prepared, from plant+dairy, allergens soy+milk, usda 19087
unsweetened chocolate: baking chocolate; 100% chocolate; unsweetened baking chocolate; cacao nib; cocoa nib
  642 14.32 52.31 32.28 28.42 16.6 0.91 24 101 17.4 830 0 0 0 0 2
  cup 132, square 29 | sold gram 100, state prepared, usda 19078
marzipan: almond paste; rolled marzipan
  458 9 27.74 2.63 47.81 4.8 36.25 9 172 1.6 314 0 0.1 0 0 0
  cup 227 | sold gram 250, state prepared, allergens nuts, usda 12071
custard powder: instant pudding mix; vanilla pudding powder; vanilla pudding mix; pudding mix; vanilla instant pudding mix; blancmange powder
  355 0.6 0.7 0.1 87 0.5 0.5 320 10 0.5 30 0 0 0 0 0
  tablespoon 9, package 40 | sold gram 300
  # Flavoured maize starch; label figures.
jelly crystals: jelly; gelatin dessert mix; jello; flavored gelatin; jelly cube
  381 7.8 0 0 90.5 0 86.04 466 3 0.13 7 0 0 0 0 0
  tablespoon 12, package 85 | sold pack, from plant+meat, usda 19172
`,
  ),
];
