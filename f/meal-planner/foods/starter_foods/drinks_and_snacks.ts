import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Water, coffee, tea, wine and spirits for cooking; snacks and sweets. */
export const DRINKS_AND_SNACKS: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "drinks", state: "liquid", sold: "millilitre 1000" },
    `
water: cold water; hot water; boiling water; warm water; tap water; ice water; pasta water; pasta cooking water; lukewarm water; ice; ice cube; tepid water; filtered water; cooking water; room-temperature water; luke warm water; starchy pasta water; cool water; reserved pasta water; just-boiled water; iced water; lightly salted water; crushed ice; mineral water; reserved pasta cooking water; freshly boiled water; salted water; icy water; very hot water
  0 0 0 0 0 0 0 4 3 0 0 0 0 0 0 0
  cup 237, cube 20, each 20, tray 250 | never, usda 14411
sparkling water: soda water; club soda; carbonated water; seltzer; fizzy water; seltzer water
  0 0 0 0 0 0 0 1 14 0 0 0 0 0 0 0
  cup 237 | usda 14384
coffee: brewed coffee; black coffee; hot coffee; strong coffee; strong brewed coffee; filter coffee; hot brewed coffee; strong black coffee
  1 0.12 0.02 0 0 0 0 2 2 0.01 49 0 0 0 0 0
  cup 237 | sold gram 250, usda 14209
espresso: espresso coffee; shot of espresso; espresso shot
  9 0.12 0.18 0.09 1.67 0 0 14 2 0.13 115 0 0.2 0 0 0
  cup 237, each 30 | sold gram 250, usda 14210
instant coffee: instant coffee granule; coffee granule; instant espresso powder; espresso powder; coffee powder; instant coffee powder; ground coffee; instant espresso; coffee bean; ground espresso
  353 12.2 0.5 0.2 75.4 0 0 37 141 4.41 3535 0 0 0 0 0
  teaspoon 1.5 | sold gram 100, state powder, usda 14214
tea: black tea; brewed tea; strong tea; english breakfast tea; earl grey tea; hot tea; hot black tea; chai; iced tea; rooibos tea
  1 0 0 0 0.3 0 0 3 0 0.02 37 0 0 0 0 0
  cup 237, bag 2, package 160 | sold pack, usda 14355
tea bag: teabag; loose black tea; tea leaf; loose tea; loose leaf tea; herbal tea bag; black tea bag; green tea bag; earl grey tea bag
  315 20.21 0 0 58.66 8.5 5.53 72 118 2.26 6040 0 0 0 0 0
  teaspoon 2, each 2, bag 2, package 160 | sold pack, state dried, usda 14366
  # Only what steeps out is drunk; the record is soluble tea, and a bag yields less of it.
green tea: brewed green tea; herbal tea; chamomile tea
  1 0.22 0 0 0 0 0 1 0 0.02 8 0 0.3 0 0 0
  cup 237, teaspoon 2, package 40 | sold pack, usda 14278
cola: coca-cola; coke; pepsi; dr pepper; root beer
  42 0 0.25 0 10.36 0 9.94 3 1 0.02 5 0 0 0 0 0
  cup 248, can 330 | sold can, usda 14148
lemonade: lemon-lime soda; sprite; soft drink; soda; fizzy drink; lemon-lime soft drink
  40 0.05 0.02 0 10.14 0 8.98 9 2 0.11 1 0 0 0 0 0
  cup 246, can 330 | sold can, usda 14145
ginger ale: ginger beer
  34 0 0 0 8.76 0 8.9 7 3 0.18 1 0 0 0 0 0
  cup 244, can 330 | sold can, usda 14136
red wine: dry red wine; good red wine; merlot; cabernet sauvignon; full-bodied red wine; red cooking wine; robust red wine; good-quality red wine; burgundy; pinot noir; fruity red wine; chianti; rioja; shiraz; wine
  85 0.07 0 0 2.61 0 0.62 4 8 0.46 127 0 0 0 0 0
  cup 235, bottle 750 | sold millilitre 750, allergens sulphites, usda 14096
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
matcha: matcha powder; matcha green tea powder
  324 30.6 5.3 0.7 38.5 38.5 0 6 420 17 2700 2400 60 0 0 0
  teaspoon 2 | sold gram 30, state powder
  # No record; Japanese label figures.
white wine: dry white wine; good-quality dry white wine; sauvignon blanc; white cooking wine; pinot grigio; dry vermouth; chardonnay; vermouth; riesling; prosecco; champagne; sparkling wine; dry cider wine; rose wine; soave; dry white vermouth; sparkling white wine; glass of white wine; cava; other dry white wine; good white wine
  82 0.07 0 0 2.6 0 0.96 5 9 0.27 71 0 0 0 0 0
  cup 235, bottle 750 | sold millilitre 750, allergens sulphites, usda 14106
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
sherry: dry sherry; cream sherry; sweet sherry; medium sherry; fino sherry; amontillado sherry
  152 0.2 0 0 11.67 0 1.09 9 8 0.24 92 0 0 0 0 0
  cup 240 | sold millilitre 750, allergens sulphites, usda 14536
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
port: tawny port; ruby port; port wine
  160 0.2 0 0 13.69 0 7.78 9 8 0.24 92 0 0 0 0 0
  cup 240 | sold millilitre 750, allergens sulphites, usda 14057
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
marsala: marsala wine; sweet marsala wine; sweet marsala; dry marsala; sweet white wine; sweet vermouth; dessert wine; vin santo
  160 0.2 0 0 13.69 0 7.78 9 8 0.24 92 0 0 0 0 0
  cup 240 | sold millilitre 750, allergens sulphites, usda 14057
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
madeira:
  160 0.2 0 0 13.69 0 7.78 9 8 0.24 92 0 0 0 0 0
  cup 240 | sold millilitre 750, allergens sulphites, usda 14057
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
shaoxing wine: chinese rice wine; rice wine; shaoxing rice wine; shaoxing cooking wine; chinese cooking wine; shao xing wine; shaohsing wine; rice cooking wine; shaoxing; michiu; chinese wine; korean rice wine
  134 0.5 0 0 5 0 0 2 5 0.1 25 0 0 0 0 0
  cup 233 | sold millilitre 500, aisle sauces_and_condiments, usda 43479
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
sake: cooking sake; dry sake
  134 0.5 0 0 5 0 0 2 5 0.1 25 0 0 0 0 0
  cup 233 | sold millilitre 500, aisle sauces_and_condiments, usda 43479
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
mirin: sweet rice wine; mirin seasoning; aji-mirin; sweet cooking rice wine
  241 0.3 0 0 43.2 0 40 3 2 0 7 0 0 0 0 0
  cup 270 | sold millilitre 150, aisle sauces_and_condiments
  # No record; label figures of hon-mirin; a sixth of its weight is alcohol.
beer: lager; ale; stout; pale ale; guinness; dark beer; brown ale; amber ale; bitter ale; light beer; wheat beer; dark ale; belgian beer; porter; irish stout; amber beer; pilsner; mexican beer; bottle of beer; lager beer
  43 0.46 0 0 3.55 0 0 4 4 0.02 27 0 0 0 0.02 0
  cup 240, can 330, bottle 330 | sold can, allergens gluten, usda 14003
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
cider: dry cider; hard cider; perry; apple cider; cloudy cider; alcoholic cider; medium-dry cider
  42 0 0 0 2.6 0 2.6 7 8 0.2 72 0 0 0 0 0
  cup 240, bottle 500, can 440 | sold millilitre 500, allergens sulphites
  # Fermented cider has no record; UK label figures of dry cider at 4.5 %.
brandy: cognac; calvados; armagnac; grappa; kirsch; pernod; ouzo; sambuca
  231 0 0 0 0 0 0 1 0 0.04 2 0 0 0 0 0
  cup 222 | sold millilitre 350, usda 14037
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
rum: dark rum; white rum; spiced rum; light rum; gold rum; golden rum
  231 0 0 0 0 0 0 1 0 0.04 2 0 0 0 0 0
  cup 222 | sold millilitre 350, usda 14037
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
vodka: gin; spirit; aquavit; grain alcohol
  231 0 0 0 0 0 0 1 0 0.04 2 0 0 0 0 0
  cup 222 | sold millilitre 350, usda 14037
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
whisky: whiskey; bourbon; bourbon whiskey; scotch; irish whiskey
  231 0 0 0 0 0 0 1 0 0.04 2 0 0 0 0 0
  cup 222 | sold millilitre 350, usda 14037
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
tequila: white tequila; mezcal
  231 0 0 0 0 0 0 1 0 0.04 2 0 0 0 0 0
  cup 222 | sold millilitre 350, usda 14037
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
amaretto: amaretto liqueur; frangelico
  336 0.1 0.3 0.11 46.8 0 38.3 8 1 0.06 30 0 0 0 0 0
  cup 278 | sold millilitre 350, usda 14414
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
orange liqueur: grand marnier; cointreau; triple sec; orange-flavored liqueur
  336 0.1 0.3 0.11 46.8 0 38.3 8 1 0.06 30 0 0 0 0 0
  cup 278 | sold millilitre 350, usda 14414
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
liqueur: coffee liqueur; kahlua; baileys; irish cream; coconut liqueur; raspberry liqueur; limoncello; banana liqueur; creme de cassis; chambord; cherry liqueur; elderflower liqueur; elderflower cordial; cassis
  336 0.1 0.3 0.11 46.8 0 38.3 8 1 0.06 30 0 0 0 0 0
  cup 278 | sold millilitre 350, usda 14414
  # Alcohol, at 7 kcal a gram, gives the rest of the energy.
`,
  ),
  ...foodTable(
    { aisle: "snacks_and_sweets", state: "prepared", sold: "gram 200" },
    `
tortilla chip: corn chip; nacho chip; nachos; corn tortilla chip; plain tortilla chip; salted tortilla chip; blue corn tortilla chip; lightly salted tortilla chip; blue corn chip; doritos; frito; corn tortilla strip
  497 6.62 22.33 2.78 67.38 4.7 1.21 310 104 1.32 206 8 0 0 0 0
  cup 30, handful 25, each 2, bag 200 | usda 25028
crisp: potato chip; potato crisp; salted crisp; kettle chip; ready salted crisp; kettle-cooked potato chip; salted potato chip; plain potato chip
  532 6.39 33.98 3.4 53.83 3.1 0.33 527 21 1.28 1196 0 21.6 0 0 0
  cup 25, handful 20, each 2, bag 150 | usda 19411
popcorn: air-popped popcorn; plain popcorn; popped popcorn; popped corn; homemade popcorn; unsalted popcorn; salted popcorn
  382 12 4.2 0.57 77.9 15.1 0.9 4 10 2.66 301 1 0 0 0 0
  cup 8, handful 8 | usda 19806
pretzel: salted pretzel; mini pretzel; pretzel stick; pretzel rod; hard pretzel; pretzel twist
  381 9.1 3.5 0.75 79.2 2.8 2.21 250 36 4.32 146 0 0 0 0 0
  cup 45, handful 30, each 6 | allergens gluten, usda 19814
trail mix: fruit and nut mix; nut and raisin mix; mixed fruit and nut; student mix
  462 13.8 29.4 5.55 44.9 6 ? 10 78 3.05 685 1 1.4 0 0 0
  cup 150, handful 35 | allergens nuts+peanuts, usda 19821
granola bar: cereal bar; oat bar; muesli bar; flapjack
  471 10.1 19.8 2.37 64.4 5.3 28.57 294 61 2.95 336 2 0.9 0 0 0
  each 25, bar 25, package 150 | sold pack, allergens gluten, usda 19015
digestive biscuit: graham cracker; digestive; graham cracker crumb; rich tea biscuit; plain biscuit; graham cracker crust; tea biscuit; wheatmeal biscuit; crushed graham cracker; graham crumb; petit beurre; cookie; biscuit base; marie biscuit; hobnob; fine graham cracker crumb; graham wafer crumb; graham cracker pie crust; maria biscuit; graham biscuit; cracker graham; buttered cookie
  430 6.69 10.6 1.63 77.66 3.4 24.85 459 77 3.78 170 0 0 0 0 0
  cup 84, each 14, sheet 14 | sold gram 250, allergens gluten, usda 18173
speculoos biscuit: speculoos; lotus biscoff biscuit; biscoff
  430 6.69 10.6 1.63 77.66 3.4 24.85 459 77 3.78 170 0 0 0 0 0
  cup 84, each 14, sheet 14 | sold gram 250, allergens gluten, usda 18173
shortbread: shortbread biscuit; butter biscuit; butter cookie; shortbread cookie; pecan sandies cookie; sable biscuit; vanilla wafer; nilla wafer; shortcake biscuit; sugar cookie
  514 5.37 26.22 8.11 63.78 1.3 21.65 353 13 2.98 88 0 0 0 0 0
  cup 90, each 15 | from plant+dairy, allergens gluten+milk, usda 18192
ginger biscuit: gingersnap; ginger nut; ginger nut biscuit; ginger snap; gingernut biscuit; gingersnap cookie; ginger cookie; gingerbread; ginger snap cookie
  416 5.6 9.8 2.45 76.9 2.2 19.92 501 77 6.4 346 0 0 0 0 0
  cup 90, each 8 | allergens gluten, usda 18172
chocolate cookie: oreo; chocolate sandwich cookie; chocolate biscuit; oreo cookie; chocolate wafer; chocolate sandwich biscuit; chocolate wafer cookie
  464 5.21 19.14 5.65 71 2.9 40.67 388 21 12.14 234 1 0 0 0 0
  cup 100, each 11 | allergens gluten+soy, usda 18166
sponge finger: ladyfinger; savoiardi; lady finger biscuit; savoiardi biscuit; lady finger; ladyfinger cookie; boudoir biscuit
  363 10.6 9.1 3.02 59.7 1 32 147 47 3.58 113 167 0 0.3 0.75 221
  cup 60, each 8 | from plant+egg, allergens gluten+eggs, usda 18423
amaretti: amaretti biscuit; amaretti cookie
  440 7 12 1.2 76 3 70 60 60 1.2 200 0 0 0 0 0
  cup 90, each 5 | from plant+egg, allergens nuts+eggs
  # Made of apricot kernels or almonds, sugar and egg white; label figures.
meringue: meringue nest
  392 4.5 0.1 0 93 0 92 110 6 0.1 90 0 0 0 0 0
  each 13, package 104 | sold pack, from egg, allergens eggs
  # Egg white and sugar; label figures.
sponge cake: plain sponge cake; angel food cake; sponge; pound cake; madeira cake; panettone
  290 5.4 2.7 0.8 61 0.5 36.66 623 70 2.72 99 44 0 0.2 0.24 102
  slice 50, each 400 | aisle bakery, from plant+egg, allergens gluten+eggs, usda 18133
marshmallow: mini marshmallow; marshmallow fluff; marshmallow creme; large marshmallow; marshmallow cream
  318 1.8 0.2 0.06 81.3 0.1 57.56 80 3 0.23 5 0 0 0 0 0
  cup 50, each 7.2, handful 25 | from plant+meat, usda 19116
sprinkles: hundred and thousand; sugar strand; nonpareil sprinkle
  394 0 0.2 0 98 0 62.9 38 3 0.3 5 0 0 0 0 0
  teaspoon 4 | sold gram 50, aisle baking, usda 19107
boiled sweet: sweet; hard candy; jelly bean; gummy bear; candy; gummy sweet; candy cane; licorice; black licorice; peppermint candy; liquorice; jelly baby
  394 0 0.2 0 98 0 62.9 38 3 0.3 5 0 0 0 0 0
  cup 190, each 5, handful 30 | usda 19107
beef jerky: biltong; jerky
  410 33.2 25.6 10.85 11 1.8 9 2081 20 5.42 597 0 0 0.3 0.99 48
  piece 20, handful 25 | sold gram 40, main beef, from meat, usda 19002
`,
  ),
];
