import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Oils, fats in the jar, vinegars. */
export const OILS_AND_VINEGARS: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "oils_and_vinegars", state: "liquid", sold: "millilitre 500", shopping: "check" },
    `
olive oil: light olive oil; mild olive oil; regular olive oil; pure olive oil; olive oil spray; oil olive; garlic-infused oil; chilli-infused olive oil; garlic oil
  884 0 100 13.81 0 0 0 2 1 0.56 1 0 0 0 0 0
  cup 216 | usda 04053
extra virgin olive oil: extra-virgin olive oil; virgin olive oil; best-quality olive oil; evoo; good olive oil; good-quality olive oil; extra-virgin olive oil plus; fruity olive oil; extra virgin oil; extra- virgin olive oil
  884 0 100 13.81 0 0 0 2 1 0.56 1 0 0 0 0 0
  cup 216 | usda 04053
vegetable oil: oil; cooking oil; neutral oil; frying oil; soybean oil; vegetable oil for frying; neutral cooking oil; flavourless oil; flavorless vegetable oil; salad oil; corn oil; cottonseed oil; oil for frying; oil for deep-frying; deep-frying oil; flavorless oil; neutral vegetable oil; light oil; soya oil; your choice of oil
  884 0 100 15.65 0 0 0 0 0 0.05 0 0 0 0 0 0
  cup 218 | usda 04044
rapeseed oil: canola oil; cold-pressed rapeseed oil; rape oil; canola
  884 0 100 7.37 0 0 0 0 0 0 0 0 0 0 0 0
  cup 218 | usda 04582
sunflower oil: safflower oil; high-oleic sunflower oil; sunflower seed oil
  884 0 100 9.86 0 0 0 0 0 0 0 0 0 0 0 0
  cup 218 | usda 04584
groundnut oil: peanut oil
  884 0 100 16.9 0 0 0 0 0 0.03 0 0 0 0 0 0
  cup 216 | allergens peanuts, buy, usda 04042
sesame oil: toasted sesame oil; dark sesame oil; asian sesame oil; light sesame oil; roasted sesame oil; toasted asian sesame oil; pure sesame oil; sesame seed oil
  884 0 100 14.2 0 0 0 0 0 0 0 0 0 0 0 0
  cup 218 | sold millilitre 250, allergens sesame, buy, usda 04058
coconut oil: virgin coconut oil; extra virgin coconut oil; solid coconut oil; unrefined coconut oil; refined coconut oil; melted coconut oil; coconut oil spray
  892 0 99.06 82.47 0 0 0 0 1 0.05 0 0 0 0 0 0
  cup 218 | sold millilitre 300, buy, usda 04047
avocado oil: grapeseed oil; rice bran oil; almond oil; grape seed oil; rice oil
  884 0 100 11.56 0 0 0 0 0 0 0 0 0 0 0 0
  cup 218 | buy, usda 04581
walnut oil: nut oil
  884 0 100 9.1 0 0 0 0 0 0 0 0 0 0 0 0
  cup 218 | sold millilitre 250, allergens nuts, buy, usda 04528
hazelnut oil:
  884 0 100 7.4 0 0 0 0 0 0 0 0 0 0 0 0
  cup 218 | sold millilitre 250, allergens nuts, buy, usda 04532
flaxseed oil: linseed oil; hemp oil
  884 0.11 99.98 8.98 0 0 0 0 1 0 0 0 0 0 0 0
  cup 218 | sold millilitre 250, buy, usda 42231
mustard oil:
  884 0 100 11.58 0 0 0 0 0 0 0 0 0 0 0 0
  cup 218 | allergens mustard, buy, usda 04583
palm oil: red palm oil; dende oil; palm kernel oil
  884 0 100 49.3 0 0 0 0 0 0.01 0 0 0 0 0 0
  cup 216 | buy, usda 04055
chilli oil: chili oil; hot chilli oil; sichuan chile oil; rayu; chile oil
  700 3 74 11 6 3 2 1500 30 2 150 200 1 0 0 0
  cup 215, jar 210 | sold jar, aisle sauces_and_condiments, allergens soy, buy
  # Oil with chilli and soya; label figures of crisp chilli in oil.
crispy chilli oil: chili crisp; crispy chili oil; chilli crisp
  700 3 74 11 6 3 2 1500 30 2 150 200 1 0 0 0
  cup 215, jar 210 | sold jar, aisle sauces_and_condiments, allergens soy, buy
  # Oil with chilli and soya; label figures of crisp chilli in oil.
cooking spray: oil spray; low-calorie cooking spray; nonstick cooking spray; cooking oil spray; nonstick vegetable oil spray; low-calorie cooking oil spray; non-stick cooking spray; vegetable oil spray
  792 0.26 78.69 5.03 20.69 0 0 59 0 0 0 0 0 0 0 0
  teaspoon 4, each 1 | sold piece, usda 04679
vegetable shortening: shortening; solid vegetable fat; crisco; vegetable fat; white vegetable fat; solid vegetable shortening
  884 0 99.97 24.98 0 0 0 4 1 0.07 0 0 0 0 0 0
  cup 205 | sold gram 250, aisle dairy_and_eggs, state prepared, usda 04615
margarine: stick margarine; baking margarine; dairy-free margarine; baking spread; tub margarine; buttery spread; butter spread; block margarine; soft margarine
  717 0.16 80.71 15.19 0.7 0 0 751 3 0.06 18 819 0.2 0 0.1 0
  cup 225, knob 10, stick 113 | sold gram 250, aisle dairy_and_eggs, state prepared, from plant+dairy, allergens milk, buy, usda 04610
cocoa butter:
  884 0 100 59.7 0 0 0 0 0 0 0 0 0 0 0 0
  cup 218 | sold gram 200, aisle baking, buy, usda 04501
white wine vinegar: vinegar; wine vinegar; champagne vinegar; tarragon vinegar; white-wine vinegar; moscatel vinegar; best-quality white champagne vinegar
  18 0 0 0 0.04 0 0.04 2 6 0.03 2 0 0 0 0 0
  cup 238 | allergens sulphites, usda 02053
  # The record is distilled vinegar; wine vinegar is like it in all that counts here.
white vinegar: distilled vinegar; distilled white vinegar; spirit vinegar; pickling vinegar; good quality distilled white vinegar
  18 0 0 0 0.04 0 0.04 2 6 0.03 2 0 0 0 0 0
  cup 238 | allergens gluten, usda 02053
  # Acetic acid, at 3 kcal a gram, gives most of the energy and is not counted as carbohydrate.
malt vinegar: distilled malt vinegar
  18 0 0 0 0.04 0 0.04 2 6 0.03 2 0 0 0 0 0
  cup 238 | allergens gluten, usda 02053
  # Acetic acid, at 3 kcal a gram, gives most of the energy and is not counted as carbohydrate.
cider vinegar: apple cider vinegar; apple vinegar; cider vinegar unfiltered
  21 0 0 0 0.93 0 0.4 5 7 0.2 73 0 0 0 0 0
  cup 239 | usda 02048
  # Acetic acid, at 3 kcal a gram, gives most of the energy and is not counted as carbohydrate.
red wine vinegar: cabernet vinegar; raspberry vinegar; red-wine vinegar; fruit vinegar; cabernet red wine vinegar
  19 0.04 0 0 0.27 0 0 8 6 0.45 39 0 0.5 0 0 0
  cup 239 | allergens sulphites, usda 02068
  # Acetic acid, at 3 kcal a gram, gives most of the energy and is not counted as carbohydrate.
sherry vinegar:
  19 0.04 0 0 0.27 0 0 8 6 0.45 39 0 0.5 0 0 0
  cup 239 | sold millilitre 250, allergens sulphites, usda 02068
  # Acetic acid, at 3 kcal a gram, gives most of the energy and is not counted as carbohydrate.
balsamic vinegar: balsamic; white balsamic vinegar; aged balsamic vinegar
  88 0.49 0 0 17.03 0 14.95 23 27 0.72 112 0 0 0 0 0
  cup 255 | allergens sulphites, usda 02069
balsamic glaze: balsamic syrup; balsamic reduction
  250 0.8 0.1 0 60 0.2 55 50 40 1 150 0 0 0 0 0
  tablespoon 18 | sold millilitre 250, aisle sauces_and_condiments, allergens sulphites, buy
  # No record; label figures.
rice vinegar: rice wine vinegar; seasoned rice vinegar; sushi vinegar; black vinegar; chinkiang vinegar; brown rice vinegar; chinese black vinegar; unseasoned rice vinegar
  20 0.3 0 0 1.5 0 0.8 5 2 0.1 10 0 0 0 0 0
  cup 240
  # No record; label figures of plain rice vinegar.
`,
  ),
];
