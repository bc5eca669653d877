import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Sugars, syrups, honey, jams and sweet spreads. */
export const SUGARS_AND_SPREADS: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "baking", state: "dried", sold: "gram 500", shopping: "check" },
    `
sugar: granulated sugar; white sugar; cane sugar; preserving sugar; jam sugar; white granulated sugar; organic sugar; nibbed sugar; sugar cube; white sugar cube; organic cane sugar; table sugar; gelling sugar; pearl sugar; golden granulated sugar; raw sugar; evaporated cane sugar
  387 0 0 0 99.98 0 99.8 1 1 0.05 2 0 0 0 0 0
  cup 200, cube 2.3 | usda 19335
caster sugar: superfine sugar; castor sugar; golden caster sugar; fine sugar; baker's sugar; super-fine sugar
  387 0 0 0 99.98 0 99.8 1 1 0.05 2 0 0 0 0 0
  cup 200 | usda 19335
brown sugar: light brown sugar; dark brown sugar; soft brown sugar; muscovado sugar; light muscovado sugar; packed brown sugar; dark muscovado sugar; soft light brown sugar; soft dark brown sugar; light soft brown sugar; dark soft brown sugar; light brown muscovado sugar; golden brown sugar; brown sugar packed; packed light brown sugar; packed dark brown sugar
  380 0.12 0 0 98.09 0 97.02 28 83 0.71 133 0 0 0 0 0
  cup 220 | usda 19334
demerara sugar: turbinado sugar; rapadura
  399 0 0 0 99.8 0 99.19 3 12 0.37 29 0 0 0 0 0
  cup 200, each 30 | usda 19908
palm sugar: coconut sugar; jaggery; gur; piloncillo; panela
  399 0 0 ? 99.8 ? 99.19 3 12 0.37 29 ? ? 0 0 0
  cup 200, each 30 | usda 19908
icing sugar: powdered sugar; confectioners' sugar; confectioners sugar; icing sugar sifted; confectioner's sugar
  389 0 0 0 99.77 0 97.81 2 1 0.06 2 0 0 0 0 0
  cup 120 | usda 19336
sweetener: stevia; erythritol; sugar substitute; xylitol; artificial sweetener; swerve; granulated sweetener; monk fruit sweetener; splenda
  20 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
  cup 190 | sold gram 300, buy
  # Erythritol is scarcely burnt; label figures.
honey: runny honey; clear honey; raw honey; liquid honey; set honey; manuka honey; wildflower honey; mild honey; acacia honey; organic honey
  304 0.3 0 0 82.4 0.2 82.12 4 6 0.42 52 0 0.5 0 0 0
  cup 339, jar 340 | sold jar, aisle breakfast, state liquid, from honey, buy, usda 19296
maple syrup: pure maple syrup; dark maple syrup; grade b maple syrup; grade a maple syrup
  260 0.04 0.06 0.01 67.04 0 60.46 12 102 0.11 212 0 0 0 0 0
  cup 315 | sold millilitre 250, aisle breakfast, state liquid, buy, usda 19353
golden syrup: light treacle; pancake syrup; sugar syrup; simple syrup; ginger syrup; table syrup
  283 0 0.2 0 76.79 0 76.77 62 13 0 1 0 0 0 0 0
  cup 341 | sold gram 450, state liquid, buy, usda 19350
rice syrup: brown rice syrup; rice malt syrup; barley malt syrup; malt syrup
  318 6.2 0 0 71.3 0 71.3 35 61 0.96 320 0 0 0 0 0
  cup 341 | sold gram 450, state liquid, buy, usda 19352
corn syrup: light corn syrup; dark corn syrup; glucose syrup; liquid glucose; glucose
  283 0 0.2 0 76.79 0 76.77 62 13 0 1 0 0 0 0 0
  cup 341 | sold gram 450, state liquid, buy, usda 19350
agave syrup: agave nectar; agave; date syrup; date molasses; light agave nectar; silan
  310 0.09 0.45 0 76.37 0.2 68.03 4 1 0.09 4 8 17 0 0 0
  cup 330 | sold millilitre 250, aisle breakfast, state liquid, buy, usda 19912
black treacle: molasses; treacle; blackstrap molasses; carob syrup; unsulphured molasses; unsulfured molasses; dark molasses
  290 0 0.1 0.02 74.73 0 74.72 37 205 4.72 1464 0 0 0 0 0
  cup 337 | sold gram 450, state liquid, buy, usda 19304
pomegranate molasses: pomegranate syrup; grenadine
  280 0.5 0 0 69 0.5 55 20 30 1.5 400 0 3 0 0 0
  cup 320 | sold millilitre 250, aisle sauces_and_condiments, state liquid, buy
  # No record; label figures.
`,
  ),
  ...foodTable(
    { aisle: "breakfast", state: "prepared", sold: "jar" },
    `
jam: strawberry jam; raspberry jam; fruit preserve; preserve; jelly jam; fig jam; blackcurrant jam; fruit jam; grape jelly; cherry jam; blueberry jam; fruit spread; guava jelly; raspberry preserve; plum jam; strawberry preserve; chilli jam; lingonberry jam; seedless raspberry jam
  278 0.37 0.07 0.01 68.86 1.1 48.5 32 20 0.49 77 0 8.8 0 0 0
  cup 320, jar 340 | usda 19297
redcurrant jelly: red currant jelly; currant jelly; apple jelly
  278 0.37 0.07 0.01 68.86 1.1 48.5 32 20 0.49 77 0 8.8 0 0 0
  cup 320, jar 340 | usda 19297
mint jelly:
  278 0.37 0.07 0.01 68.86 1.1 48.5 32 20 0.49 77 0 8.8 0 0 0
  cup 320, jar 340 | usda 19297
quince paste: membrillo; quince jelly
  278 0.37 0.07 0.01 68.86 1.1 48.5 32 20 0.49 77 0 8.8 0 0 0
  cup 320, jar 340 | usda 19297
apricot jam: apricot preserve; apricot conserve; peach jam; peach preserve
  242 0.7 0.2 0.01 64.4 0.3 43.4 40 20 0.49 77 10 8.8 0 0 0
  cup 320, jar 340 | usda 19719
lemon curd: orange curd; passion fruit curd
  290 0.8 5 2.4 61 0.1 48 80 15 0.4 20 30 3 0.2 0.2 40
  cup 300, jar 325 | from plant+egg+dairy, allergens eggs+milk
  # No record; UK label figures.
marmalade: orange marmalade; seville orange marmalade; ginger preserve
  246 0.3 0 0 66.3 0.7 60 56 38 0.15 37 3 4.8 0 0 0
  cup 320, jar 340 | usda 19303
apple butter:
  173 0.39 0.3 0.05 42.47 1.5 35.3 15 14 0.31 91 1 0.6 0 0 0
  cup 282, jar 280 | usda 19294
chocolate hazelnut spread: nutella; chocolate spread; hazelnut spread; hazelnut chocolate spread; chocolate-hazelnut spread
  541 5.41 29.73 28.42 62.16 5.4 54.05 41 108 4.38 407 1 0 0 0.27 0
  cup 296, jar 400 | from plant+dairy, allergens nuts+milk+soy, usda 19125
chocolate syrup: chocolate sauce; hot fudge; hot fudge sauce; fudge sauce
  350 4.6 8.9 3.98 62.9 2.8 34.82 346 49 1.3 284 1 0.2 0 0.06 1
  cup 304, jar 300 | aisle baking, from plant+dairy, allergens milk, usda 19348
stem ginger: crystallised ginger; ginger in syrup; candied ginger; crystallized ginger; preserved ginger; stem ginger in syrup; preserved stem ginger
  290 0.2 0.2 0 71 1.5 65 20 20 0.5 60 0 0 0 0 0
  tablespoon 12, each 15, jar 350, ball 15 | aisle baking
  # No record; label figures of ginger preserved in syrup, drained.
`,
  ),
];
