import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Milk, yoghurt, cream, butter and what stands in for them. */
export const MILK_CREAM_AND_BUTTER: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "dairy_and_eggs", state: "fresh", sold: "gram 250", from: "dairy", allergens: "milk" },
    `
whole milk: milk; full-fat milk; full cream milk; fresh milk; cow's milk; whole cow's milk; full fat milk; 3.5% milk; cold milk; warm milk; lukewarm milk; vitamin d milk; raw milk; uht milk
  61 3.15 3.25 1.86 4.8 0 5.05 43 113 0.03 132 46 0 1.3 0.45 10
  cup 244 | sold millilitre 1000, state liquid, usda 01077
semi-skimmed milk: 2% milk; reduced-fat milk; reduced fat milk; half-fat milk; semi skimmed milk; 1.5% milk; medium fat milk; reduced fat 2% milk
  50 3.3 1.98 1.26 4.8 0 5.06 47 120 0.02 140 55 0.2 1.2 0.53 8
  cup 244 | sold millilitre 1000, state liquid, usda 01079
low-fat milk (1%): 1% milk; low-fat milk; lowfat milk; low fat milk
  42 3.37 0.97 0.63 4.99 0 5.2 44 125 0.03 150 58 0 1.2 0.47 5
  cup 244 | sold millilitre 1000, state liquid, usda 01082
skimmed milk: skim milk; nonfat milk; fat-free milk; non-fat milk; fat free milk
  34 3.37 0.08 0.06 4.96 0 5.09 42 122 0.03 156 61 0 1.2 0.5 2
  cup 245 | sold millilitre 1000, state liquid, usda 01085
buttermilk: cultured buttermilk; low-fat buttermilk; sour milk
  40 3.31 0.88 0.55 4.79 0 4.79 190 116 0.05 151 14 1 0 0.22 4
  cup 245 | sold millilitre 500, state liquid, usda 01088
goat's milk: goat milk; sheep's milk
  69 3.56 4.14 2.67 4.45 0 4.45 50 134 0.05 204 57 1.3 1.3 0.07 11
  cup 244 | sold millilitre 1000, state liquid, usda 01106
evaporated milk: canned evaporated milk; unsweetened evaporated milk
  135 6.81 7.56 4.59 10.04 0 10.04 106 261 0.19 303 65 1.9 0.1 0.16 29
  cup 252, can 410 | sold can, aisle baking, state canned, usda 01214
condensed milk: sweetened condensed milk; canned condensed milk; can of condensed milk; caramel condensed milk
  321 7.91 8.7 5.49 54.4 0 54.4 127 284 0.19 371 74 2.6 0.2 0.44 34
  cup 306, can 397 | sold can, aisle baking, state canned, usda 01095
dulce de leche: caramel sauce; caramel; canned caramel; cajeta; salted caramel sauce
  315 6.84 7.35 4.53 55.35 0 49.74 129 251 0.17 350 74 2.6 0.2 0.31 29
  tablespoon 19, can 397, jar 400 | sold jar, aisle baking, state prepared, usda 01225
dried milk: milk powder; powdered milk; dry milk; skimmed milk powder; nonfat dry milk; dried skimmed milk; instant milk powder; nonfat milk powder; dry milk powder
  362 36.16 0.77 0.5 51.98 0 51.98 535 1257 0.32 1794 6 6.8 0 4.03 20
  cup 120 | sold gram 400, aisle baking, state powder, usda 01091
plain yogurt: yogurt; natural yogurt; yoghurt; plain yoghurt; whole-milk yogurt; natural yoghurt; full-fat yogurt; full-fat natural yogurt; bio yogurt; plain whole-milk yogurt; live yogurt; plain full-fat yogurt; set yogurt; sheep's yogurt; goat's yogurt; curd; set yoghurt; dahi
  61 3.47 3.25 2.1 4.66 0 4.66 46 121 0.05 155 27 0.5 0.1 0.37 13
  cup 245, pot 150, container 227 | sold gram 500, aisle chilled, usda 01116
low-fat yogurt: plain low-fat yogurt; low-fat natural yogurt; low fat yogurt; low-fat plain yogurt; fat-free yogurt; nonfat yogurt; plain nonfat yogurt; low-fat yoghurt; nonfat plain yogurt; fat-free natural yogurt; plain low-fat yoghurt
  63 5.25 1.55 1 7.04 0 7.04 70 183 0.08 234 14 0.8 0 0.56 6
  cup 245, pot 150 | sold gram 500, aisle chilled, usda 01117
greek yogurt: greek yoghurt; greek-style yogurt; full-fat greek yogurt; strained yogurt; thick yogurt; plain greek yogurt; greek-style yoghurt; plain full-fat greek yogurt; whole milk greek yogurt; thick greek yogurt; greek natural yogurt
  97 9 5 2.4 3.98 0 4 35 100 0 141 2 0 0 0.75 13
  cup 245, pot 150 | sold gram 500, aisle chilled, usda 01293
labneh:
  97 9 5 2.4 3.98 0 4 35 100 0 141 2 0 0 0.75 13
  cup 245, pot 150 | sold gram 500, aisle chilled, usda 01293
low-fat greek yogurt: 2% greek yogurt; 0% greek yogurt; nonfat greek yogurt; fat-free greek yogurt; low-fat plain greek yogurt; low fat greek yogurt; plain nonfat greek yogurt; 0% fat greek yogurt; fat-free greek yoghurt; low-fat greek yoghurt; nonfat plain greek yogurt; 2% fat greek yogurt
  59 10.19 0.39 0.12 3.6 0 3.24 36 110 0.07 141 1 0 0 0.75 5
  cup 240, pot 150 | sold gram 500, aisle chilled, usda 01256
skyr: plain skyr; icelandic skyr; icelandic yogurt
  59 10.19 0.39 0.12 3.6 0 3.24 36 110 0.07 141 1 0 0 0.75 5
  cup 240, pot 150 | sold gram 500, aisle chilled, usda 01256
kefir: plain kefir; milk kefir; ayran; lassi
  41 3.79 0.93 0.66 4.48 0 4.61 40 130 0.04 164 171 0.2 1 0.29 5
  cup 243 | sold millilitre 500, aisle chilled, state liquid, usda 01289
vanilla yogurt: fruit yogurt; flavoured yogurt; flavored yogurt; vanilla yoghurt; strawberry yogurt
  85 4.93 1.25 0.81 13.8 0 13.8 66 171 0.07 219 12 0.8 0 0.53 5
  cup 245, pot 150 | sold gram 500, aisle chilled, usda 01119
double cream: heavy cream; heavy whipping cream; thick double cream; cream; thick cream; thickened cream; fresh cream; clotted cream; extra thick double cream; 35% cream; milk cream
  340 2.84 36.08 23.03 2.74 0 2.92 27 66 0.1 95 411 0.6 1.6 0.16 113
  cup 238, pot 300 | sold millilitre 300, state liquid, usda 01053
whipping cream: light whipping cream; 30% cream; whipping cream 30%
  292 2.17 30.91 19.34 2.96 0 2.96 34 69 0.03 97 279 0.6 0.6 0.2 111
  cup 239 | sold millilitre 300, state liquid, usda 01052
single cream: light cream; table cream; pouring cream; coffee cream; cooking cream; 20% cream; light cooking cream; soya cream alternative
  191 2.96 19.1 10.18 2.82 0 3.67 72 91 0.05 136 181 0.8 1.1 0.14 59
  cup 240 | sold millilitre 300, state liquid, usda 01050
half and half: half-and-half; half cream; half & half
  123 3.13 10.39 7.03 4.73 0 4.13 61 107 0.05 132 97 0.9 0 0.19 35
  cup 242 | sold millilitre 300, state liquid, usda 01049
whipped cream: squirty cream; lightly sweetened whipped cream; sweetened whipped cream; whipped topping
  257 3.2 22.22 13.83 12.49 0 8 8 101 0.05 147 188 0 0.4 0.29 76
  cup 60, tablespoon 3 | usda 01054
sour cream: soured cream; full-fat sour cream; smetana; full fat sour cream
  198 2.44 19.35 10.14 4.63 0 3.41 31 101 0.07 125 124 0.9 0 0.21 59
  cup 230, tablespoon 12, pot 300 | sold gram 300, aisle chilled, usda 01056
crème fraîche: full-fat creme fraiche; mexican crema; crema
  299 2.2 30 20 2.4 0 2.4 25 70 0.1 110 300 0 0.2 0.3 100
  cup 240, pot 200 | sold gram 200, aisle chilled, usda 01056
  # UK label figures at 30 % fat; the record is sour cream, its leaner relative.
half-fat crème fraîche: low-fat crème fraîche; reduced-fat crème fraîche; half fat crème fraîche; light sour cream; reduced-fat sour cream; reduced fat sour cream; low-fat sour cream
  135 2.94 12 7.47 4.26 0 0.16 89 104 0.07 129 102 0.9 0.2 0.3 39
  cup 240, pot 200 | sold gram 200, aisle chilled, usda 01055
butter: salted butter; slightly salted butter; stick butter; lightly salted butter; irish butter; melted butter; butter salted
  717 0.85 81.11 51.37 0.06 0 0.06 643 24 0.02 24 684 0 0 0.17 215
  cup 227, stick 113, knob 10, slice 7 | usda 01001
unsalted butter: sweet butter; butter unsalted; cold unsalted butter; softened unsalted butter; unsalted stick butter
  717 0.85 81.11 50.49 0.06 0 0.06 11 24 0.02 24 684 0 0 0.17 215
  cup 227, stick 113, knob 10 | usda 01145
ghee: clarified butter; butter oil; butter ghee
  876 0.28 99.48 61.92 0 0 0 2 4 0 5 840 0 0 0.01 256
  cup 205 | aisle oils_and_vinegars, state liquid, usda 01003
ice cream: vanilla ice cream; chocolate ice cream; gelato
  207 3.5 11 6.79 23.6 0.7 21.22 80 128 0.09 199 118 0.6 0.2 0.39 44
  cup 132, scoop 66, each 66 | sold millilitre 500, aisle frozen, state frozen, usda 19095
custard: ready-made custard; vanilla custard; crème anglaise; english cream; fresh custard; egg custard; vanilla sauce
  114 3 5.5 3.1 13 0.1 11 45 100 0.1 130 50 0 0.4 0.3 45
  cup 250, pot 500 | sold gram 500, aisle chilled, state prepared, from dairy+egg, allergens milk+eggs
  # UK label figures for fresh vanilla custard.
whey protein: whey protein powder; protein powder; vanilla protein powder; scoop protein powder; whey powder; unflavoured whey protein; vanilla whey protein; chocolate protein powder
  400 78 6 3 8 0.5 6 200 500 1 500 0 0 0 1.5 200
  cup 100, tablespoon 8, scoop 30 | sold gram 1000, aisle other, state powder
  # Label figures of concentrates with about 80 % protein; SR28 has brands with added sugar only.
`,
  ),
];
