/** A line of our own with what a careful dietitian would say to it. */
export type JudgedLine = {
  line: string;
  /** USDA numbers and staples' names that are right; those that are not ideal but harmless. */
  accept: readonly string[];
  near: readonly string[];
  /** Whether it is fair to find nothing. */
  unmatchedOk: boolean;
  /** Whether the records are told by USDA's numbers alone. */
  numbersOnly?: boolean;
  /** The range of edible grams that the line means; null for none, undefined where nobody can say. */
  grams: readonly [number, number] | null | undefined;
};

/** line | records that are right, "none" where finding nothing is fair | harmless ones | edible grams, "none" or "any" */
function readJudged(table: string): JudgedLine[] {
  return table
    .trim()
    .split("\n")
    .map((row) => {
      const [line = "", right = "", near = "", grams = ""] = row.split("|").map((cell) => cell.trim());
      const names = (cell: string) => cell.split("; ").filter((name) => name !== "");
      const range = grams.split("–").map(Number) as [number, number];
      return {
        line,
        accept: names(right).filter((name) => name !== "none"),
        near: names(near),
        unmatchedOk: names(right).includes("none"),
        grams: grams === "any" ? undefined : grams === "none" ? null : range,
      };
    });
}

/**
 * Lines from many cuisines, written first and judged after by reading every answer. What the first reading found wrong
 * has been mended since, so they show that it stays mended, not how often unseen lines go wrong.
 */
export const MANY_KITCHENS = readJudged(`
2 lb bone-in, skin-on chicken breasts | 05057; bone-in chicken breast |  | 617–835
1 kg whole sardines, cleaned | fresh sardine | canned sardine | 450–750
1½ lb head-on shrimp | 15270; prawn |  | 300–420
300 g cooked and peeled prawns | 15152; cooked prawn |  | 255–345
2 live lobsters (1½ lb each) | 15147; lobster |  | 270–480
1 doz. oysters in the shell | 15171; oyster |  | 150–700
500 g walnuts in their shells | 12155; walnut |  | 200–250
2 lb fresh peas in the pod | 11304; fresh pea |  | 293–396
3 lb spaghetti squash, halved and seeded | 11492; spaghetti squash |  | 850–1150
1 medium cantaloupe, cubed | 09181; cantaloupe |  | 469–635
4 nectarines, stoned | 09191; nectarine |  | 483–653
1 lb asparagus, woody ends snapped off | 11011; asparagus |  | 230–420
2 c. cooked chickpeas | 16057; 16359; chickpea |  | 279–377
1 (15-oz) can pinto beans, undrained | 16345; pinto bean |  | 361–489
3/4 cup heavy whipping cream | 01053; double cream |  | 152–205
1 stick unsalted butter, softened | 01145; unsalted butter |  | 96–130
1 8-ounce package cream cheese, softened | 01017; cream cheese |  | 193–261
2 (6-oz) salmon fillets, skin on | 15236; salmon fillet |  | 289–391
14 oz. extra-firm tofu, drained | 16159; extra-firm tofu |  | 337–456
1 thumb-sized piece of ginger, julienned | 11216; ginger |  | 8–25
6 oz baby spinach | 11457; baby spinach |  | 145–196
12 oz dried penne | 20120; penne |  | 289–391
¼ cup grated Parmigiano-Reggiano | 01033; parmesan |  | 21.3–28.8
5 sprigs thyme | 02049; thyme |  | 1.5–6
1 heaped teaspoon cumin seeds | 02014; cumin seed |  | 1.78–2.41
1 large red onion, thinly sliced | 11282; red onion |  | 128–172
2 cups shredded rotisserie chicken | 05342; cooked chicken |  | 238–322
3 tablespoons unsweetened cocoa | 19165; cocoa powder |  | 13.7–18.6
1 cup packed light brown sugar | 19334; brown sugar |  | 187–253
2 cups old-fashioned oats | 08120; rolled oat |  | 138–186
1 envelope active dry yeast | 18375; dried yeast |  | 5.95–8.05
½ cup sliced almonds, toasted | 12061; flaked almond |  | 40–55
1 cup frozen corn kernels | 11178; frozen sweetcorn |  | 116–156
2 medium russet potatoes, scrubbed | 11352; potato |  | 289–391
1 lb 93% lean ground turkey | 05665; lean minced turkey |  | 386–522
1 lb ground beef (80/20) | 23567; minced beef |  | 386–522
8 slices thick-cut bacon | 10123; bacon |  | 190–258
1 tbsp rendered bacon fat | 04609; bacon fat |  | 10.9–14.7
1/2 cup Castelvetrano olives, pitted | 09195; green olive |  | 57.4–77.7
200 g labneh | 01293; labneh |  | 170–230
1 cup full-fat coconut milk | 12118; coconut milk |  | 192–260
2 tbsp red curry paste | thai red curry paste |  | 27.2–36.8
1 cup jasmine rice, uncooked | 20044; jasmine rice |  | 157–213
250 g fresh egg tagliatelle | 20093; fresh egg pasta |  | 212–288
2 tsp Aleppo pepper | none | paprika | 3.91–5.29
1 tbsp date syrup | none | agave syrup | 17.5–23.7
3 Persian cucumbers | 11205; small cucumber |  | 255–345
150 g freshly shelled pistachios | 12151; pistachio |  | 128–172
1 quart low-sodium beef broth | 06970; low-salt beef stock |  | 816–1100
1 cup sauvignon blanc | 14106; white wine |  | 200–270
2 oz bourbon | 14037; whisky |  | 48.2–65.2
1 can (12 oz) cola | 14148; cola |  | 289–391
150 g frozen mixed berries | frozen berry | 09054 | 128–172
2 ripe Bartlett pears | 09252; pear |  | 303–409
80 g dried apricots, chopped | 09032; dried apricot |  | 68–92
1 small head cabbage, shredded | 11109; cabbage |  | 450–800
2 poblano chiles, roasted and peeled | 11333; poblano pepper |  | 136–184
500 g minced pork | 10219; minced pork |  | 425–575
4 pork chops, bone in | 10164; pork chop |  | 544–736
250 g Cumberland sausage | 07063; pork sausage |  | 212–288
2 kippers | 15042; kipper | herring | 120–350
1 tbsp salmon caviar | 15012; 15072; fish roe; none |  | 13.6–18.4
400 g skinless haddock | 15033; haddock |  | 340–460
1 tsp turmeric | 02043; turmeric |  | 2.55–3.45
2 hard-boiled eggs | 01129; hard-boiled egg |  | 85–115
100 ml egg whites | 01124; egg white |  | 87.3–118
1 block feta (200 g) | 01019; feta |  | 170–230
3 rounds of pita | 18041; pitta bread |  | 150–220
60 g fresh breadcrumbs | 18069; fresh breadcrumb |  | 51–69
handful of rocket | 11959; rocket |  | 10–40
1 cup cooked lentils | 16070; cooked lentil |  | 168–228
cooking spray | 04679; cooking spray |  | none
2 nori sheets | nori |  | 4.59–6.21
1 tbsp brine-packed green peppercorns | none |  | any
150 g tinned sweetcorn, drained | 11172; canned sweetcorn |  | 128–172
1 tin coconut milk (400 ml) | 12118; coconut milk |  | 370–410
50 ml Pernod | none | brandy | 39.9–53.9
2 tbsp furikake | none |  | any
1 tsp shichimi togarashi | none | five-spice powder | 1.78–2.41
4 dosas | none |  | 160–500
200 g idli rice | 20044; long-grain rice |  | 170–230
1 tbsp chana dal | 16056; dried chickpea |  | 10.6–14.4
2 tbsp jaggery, grated | 19908; palm sugar |  | 21.2–28.7
1 cup poha | none |  | any
100 g khoya | none |  | any
1 drumstick (moringa) | none |  | none
150 g bitter gourd, sliced | 11024; bitter melon |  | 115–155
2 tbsp ají amarillo paste | none | harissa | 25.5–34.5
500 g yuca | 11134; cassava |  | 357–483
100 g guanciale | none | pancetta | 85–115
300 g nduja | none | chorizo | 255–345
1 bunch cavolo nero | 11233; kale |  | 120–250
2 bulbs of black garlic | none | garlic | 50–100
1 kg eel, skinned | 15025; none |  | 550–1000
1 tsp filé powder | none |  | any
2 andouille sausages | 07013; 07075; none | kielbasa | 144–195
1 cup chicory coffee | none |  | any
3 tbsp lingonberry jam | 19297; jam |  | 51–69
100 g pickled beetroot | 11609; pickled beetroot |  | 85–115
4 slices rye bread | 18060; rye bread |  | 136–184
1 tbsp cloudberry liqueur | none |  | any
`);

/** Kinds of line that went wrong once, or easily do: shells and bones, whole fish, parts of a fruit, bare names. */
export const HARD_KINDS = readJudged(`
1 kg unpeeled raw prawns | 15270; prawn |  | 500–900
500 g raw king prawns, shell on | 15270; prawn |  | 250–450
12 large shrimp, peeled and deveined | 15270; prawn |  | 122–166
1 whole sea bass (about 600 g), gutted and scaled | 15091; sea bass |  | 240–360
1 kg mussels in their shells, scrubbed | 15164; mussel |  | 255–345
24 clams, scrubbed | 15157; clam |  | 150–350
6 oysters, shucked | 15171; oyster |  | 60–320
1 whole cooked lobster (about 700 g) | 15147; lobster |  | 140–250
1 dressed crab | 15141; crab meat |  | 80–170
1 whole chicken (1.6 kg) | 05006; whole chicken |  | 925–1250
1 chicken, about 1.5 kg, jointed | 05006; whole chicken |  | 867–1170
8 chicken thighs, bone in and skin on | 05091; bone-in chicken thigh |  | 884–1200
1.2 kg bone-in lamb shoulder | 17035; lamb shoulder |  | 775–1050
2 T-bone steaks (500 g each) | 13907; none |  | 600–800
1 ham hock | ham hock; 10903; 10898 |  | 350–700
1 duck (2 kg) | 05139; whole duck |  | 1200–1500
4 corn on the cob | 11167; sweetcorn cob |  | 300–480
2 ripe avocados | 09037; avocado |  | 230–340
1 small pineapple | 09266; pineapple |  | 400–700
1 butternut squash (about 1 kg) | 11485; butternut squash |  | 714–966
800 g butternut squash, peeled and cubed | 11485; butternut squash |  | 680–920
1 kg pumpkin, deseeded | 11422; pumpkin |  | 650–850
1 watermelon wedge (600 g) | 09326; watermelon |  | 290–420
1 kg broad beans in their pods | 11088; broad bean |  | 300–420
1 cup toor dal, soaked | 16101; toor dal |  | 174–236
1 tsp asafoetida | asafoetida |  | 2.21–2.99
1 stalk lemongrass, bruised | 11972; lemongrass |  | 17–23
2 cm piece galangal | 11216; galangal |  | 5.1–6.9
1 tsp gochugaru | chilli powder; none | paprika | 1.96–2.65
1 preserved lemon | none | lemon | 35–110
2 limes, juiced | 09160; lime juice | lime | 45–90
50 g suet | suet; 13335 | beef dripping | 42.5–57.5
1 bag coleslaw mix | 11109; cabbage |  | 250–500
150 g tomato puré | 11546; tomato paste |  | 128–172
2 sheets nori | nori |  | 4.59–6.21
400 g tin chickpeas, drained | 16359; chickpea |  | 204–276
2 chipotles in adobo | chipotle in adobo |  | 20.4–27.6
a pinch of saffron | 02037; saffron |  | 0.01–0.4
1 vanilla pod | 02050; vanilla pod |  | 1–5
1 litre vegetable oil, for deep-frying | 04044; vegetable oil |  | 783–1060
1 lobster (700 g) | 15147; lobster |  | 140–250
1 side of salmon (1 kg) | 15236; salmon fillet |  | 900–1050
2 mackerel (about 350 g each), gutted | 15046; mackerel |  | 300–430
800 g skate wings | white fish fillet; none |  | 400–800
1 turkey (5 kg) | 05165; whole turkey | 05219 | 3000–3700
4 quail | 05157; quail |  | 371–501
1 rack of lamb | 17031; 17037; lamb chop | leg of lamb | 350–700
300 g merguez sausages | none | sausage; pork sausage | 255–345
100 g bresaola | none | pastrami | 85–115
200 g tempeh | 16114; tempeh |  | 170–230
1 tsp amchoor | amchur |  | 1.87–2.53
1 tbsp pink peppercorns | none | black pepper | 5.87–7.94
200 g nopales | 11963; nopal |  | 170–230
1 tbsp egusi | none |  | any
1 lemon, zested and juiced | 09152; lemon juice | lemon | 35–60
1 orange, zested | 09216; orange zest | orange | 5–14
small amount of flour | 20081; plain flour |  | none
a tiny bit of sugar | 19335; sugar |  | none
2/3 cardamom pods | 02006; cardamom |  | 0.3–0.8
1 dragon fruit | none |  | none
10 g wakame | wakame |  | 8.5–11.5
100 g freekeh | 20140; freekeh |  | 85–115
200 g clotted cream | none | double cream | 170–230
2 tbsp sundried tomato paste | tomato paste; none | red pesto | 27.2–36.8
2 peppers | 11821; red bell pepper |  | 220–340
3 peppers, sliced | 11821; red bell pepper |  | 330–510
200 g peppers | 11821; red bell pepper |  | 155–200
1 tin sardines | 15088; canned sardine |  | 80–130
8 sardines | fresh sardine; canned sardine |  | 200–500
1 tsp coriander | 02013; ground coriander |  | 1.4–2.2
1 tsp ginger | ground ginger; 02021 | ginger | 1.53–2.07
1 tin tuna | 15121; canned tuna |  | 100–165
1 jar peppers | roasted red pepper; 11943 | red bell pepper | 150–400
6 dates | 09087; date |  | 40–150
500 ml stock | 06615; vegetable stock; 06194; chicken stock |  | 431–583
1 can beans | 16345; pinto bean; 16335; kidney bean; 16006; baked bean |  | 200–420
500 g mince | 23567; minced beef |  | 425–575
1 tbsp mustard | 02046; dijon mustard |  | 13.2–17.9
2 tbsp basil | 02044; basil |  | 4.42–5.98
1 tsp thyme | 02042; dried thyme |  | 0.85–1.15
1 melon | 09181; cantaloupe |  | 450–1100
2 steaks | 23339; sirloin steak |  | 300–550
1 egg, separated | 01123; egg |  | 42.5–57.5
2 yolks | 01125; egg yolk |  | 28.9–39.1
`);
