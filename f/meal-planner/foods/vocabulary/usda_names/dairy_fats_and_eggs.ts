/** USDA SR number, then the names that cooks use for that record. */
export const DAIRY_FATS_AND_EGGS = `
01001 butter, salted butter, lightly salted butter, stick butter, salt butter
01145 unsalted butter, sweet butter, butter unsalted, sweet unsalted butter, butter, cultured butter, european butter
01003 ghee, butter oil, anhydrous butter, clarified butter
01002 whipped butter
01004 blue cheese, stilton, gorgonzola, stilton cheese, gorgonzola cheese, danish blue cheese, dolcelatte, blue stilton, dolcelatte cheese, cambozola
01039 roquefort, roquefort cheese
01006 brie, brie cheese
01007 camembert, camembert cheese
01009 cheddar, cheddar cheese, sharp cheddar, mature cheddar, sharp cheddar cheese, cheese, white cheddar, extra-sharp cheddar, mature cheddar cheese, aged cheddar, yellow cheddar, strong cheddar, medium cheddar, extra sharp cheddar, mild cheddar cheese, mild cheddar, white cheddar cheese, grated cheese, extra-sharp cheddar cheese, hard cheese, shredded cheese
01260 reduced fat cheddar, reduced-fat cheddar, low-fat cheddar, reduced-fat cheddar cheese, light cheddar, low fat cheese, low-fat cheese
01010 cheshire cheese, red leicester, double gloucester, red leicester cheese, cheshire, lancashire cheese, wensleydale, wensleydale cheese, caerphilly, lancashire
01011 colby, colby cheese, colby jack, colby jack cheese
01012 cottage cheese, small curd cottage cheese, large-curd cottage cheese, pot cheese
01015 low-fat cottage cheese, low fat cottage cheese, lowfat cottage cheese
01016 1% cottage cheese, 1% low-fat cottage cheese
01014 dry curd cottage cheese, farmer cheese, quark
01017 cream cheese, full-fat cream cheese, philadelphia, philadelphia cream cheese, soft cheese, full-fat soft cheese
01186 fat-free cream cheese, nonfat cream cheese, fat free cream cheese
43274 low-fat cream cheese, light cream cheese, reduced-fat cream cheese, low-fat soft cheese
01031 neufchatel, neufchatel cheese
01018 edam, edam cheese
01019 feta, feta cheese, greek feta, sheep feta, french feta, greek feta cheese, sheep's milk feta
01020 fontina, fontina cheese, taleggio
01022 gouda, gouda cheese, aged gouda, smoked gouda
01023 gruyere, gruyère, gruyere cheese, gruyère cheese, comte, comté, comté cheese, appenzeller, beaufort
01024 limburger
01025 monterey jack, monterey jack cheese, jack cheese, pepper jack cheese, pepper jack, monterey cheese, pepperjack cheese
01026 mozzarella, fresh mozzarella, buffalo mozzarella, mozzarella ball, mozzarella cheese, whole milk mozzarella, bocconcini, fresh mozzarella cheese, mozzarella di bufala, burrata, mozzarella pearl, buffalo milk mozzarella, scamorza, scamorza cheese, whole-milk mozzarella
01028 part-skim mozzarella, part skim mozzarella, part-skim mozzarella cheese, skim mozzarella
01029 low-moisture mozzarella, shredded mozzarella, shredded mozzarella cheese, grated mozzarella, low moisture mozzarella
01030 muenster, muenster cheese, munster cheese
01032 grated parmesan, parmesan, grated parmesan cheese, parmesan cheese grated, grated parmigiano-reggiano
01033 parmesan, parmesan cheese, parmigiano-reggiano, parmigiano reggiano, parmigiano, parmesan shaving, parmigiano-reggiano cheese, grana padano, vegetarian parmesan, italian hard cheese, reggiano, parmesan rind
01146 shredded parmesan, shredded parmesan cheese
01035 provolone, provolone cheese
01036 ricotta, ricotta cheese, whole milk ricotta, whole-milk ricotta, fresh ricotta, whole milk ricotta cheese
01037 part-skim ricotta, part skim ricotta, part-skim ricotta cheese, low-fat ricotta, skim ricotta
01038 romano, romano cheese, pecorino romano, pecorino, pecorino cheese, pecorino romano cheese, kefalotyri, kefalotyri cheese, manchego, manchego cheese, asiago, asiago cheese, hard sheep cheese
01040 swiss cheese, emmental, emmenthal, emmentaler, emmental cheese, jarlsberg, swiss, emmenthaler
01042 american cheese, processed american cheese, process cheese, american cheese slice, processed cheese
01046 american cheese food
01048 cheese spread
01156 hard goat cheese, aged goat cheese
01157 semisoft goat cheese, semi-soft goat cheese
01159 goat cheese, goat's cheese, goats' cheese, chevre, chèvre, soft goat cheese, fresh goat cheese, soft goats' cheese, mild goat cheese, soft goat's cheese
01165 queso anejo, queso añejo
01167 queso chihuahua, chihuahua cheese, oaxaca cheese, queso oaxaca
01228 queso fresco
01229 queso blanco
01267 cotija, cotija cheese, queso cotija
01251 mexican blend cheese, mexican cheese blend, mexican cheese, shredded mexican cheese
01049 half and half, half-and-half, half & half
01050 light cream, single cream, table cream, coffee cream, cooking cream, cream 18%
01052 light whipping cream, whipping cream
01053 heavy cream, double cream, heavy whipping cream, whipping cream, cream, whipped cream, extra-thick double cream, thick cream, thick double cream, creme fraiche, crème fraîche, crème fraiche, pouring cream, fresh cream, thickened cream, full-fat crème fraîche
01054 canned whipped cream, spray cream, squirty cream
01056 sour cream, soured cream, full-fat sour cream
01055 reduced-fat sour cream, reduced fat sour cream
01179 light sour cream, low-fat sour cream
01180 fat-free sour cream, nonfat sour cream, fat free sour cream
01077 milk, whole milk, full-fat milk, full fat milk, full-cream milk, whole cow's milk, full cream milk, 3% milk, cow's milk, fresh milk, cold milk
01079 2% milk, reduced-fat milk, reduced fat milk, semi-skimmed milk, 2 percent milk, semi skimmed milk
01082 1% milk, low-fat milk, lowfat milk, low fat milk, 1 percent milk
01085 skim milk, nonfat milk, fat-free milk, skimmed milk, fat free milk, non-fat milk
01088 buttermilk, low-fat buttermilk, cultured buttermilk, lowfat buttermilk
01230 whole buttermilk, full-fat buttermilk
01094 buttermilk powder, powdered buttermilk, dry buttermilk
01090 whole milk powder, full cream milk powder
01091 milk powder, dry milk, nonfat dry milk, powdered milk, skim milk powder, dried skimmed milk powder, nonfat dry milk powder, dry milk powder, skimmed milk powder, nonfat milk powder, dried milk, dried milk powder
01095 condensed milk, sweetened condensed milk
01096 evaporated milk
01097 fat-free evaporated milk, evaporated skim milk, nonfat evaporated milk, evaporated skimmed milk
01102 chocolate milk
01106 goat milk, goat's milk, goats' milk
01109 sheep milk, sheep's milk
01116 yogurt, plain yogurt, plain yoghurt, natural yogurt, natural yoghurt, whole milk yogurt, yoghurt, full-fat yogurt, full-fat natural yoghurt, plain whole milk yogurt, plain whole-milk yogurt, bio yoghurt, thick yogurt, set yoghurt, whole-milk yogurt, full-fat plain yogurt, sheep's milk yogurt, sheep's-milk yogurt, natural set yoghurt
01117 low-fat yogurt, low-fat plain yogurt, plain low-fat yogurt, low fat yogurt, low-fat natural yoghurt, lowfat yogurt, low-fat yoghurt, low fat natural yoghurt, reduced-fat yogurt, plain low fat yogurt
01118 nonfat yogurt, fat-free yogurt, plain nonfat yogurt, nonfat plain yogurt, fat-free natural yoghurt, fat free yogurt, plain fat-free yogurt, skim yogurt, 0% fat yoghurt
01119 vanilla yogurt, low-fat vanilla yogurt
01293 greek yogurt, greek yoghurt, plain greek yogurt, greek-style yogurt, full-fat greek yogurt, greek style yogurt, greek-style yoghurt, strained yogurt, labneh, labne, plain greek yoghurt, thick greek yogurt, whole-milk greek yogurt, full-fat greek yoghurt
01287 low-fat greek yogurt, 2% greek yogurt, lowfat greek yogurt
01256 nonfat greek yogurt, fat-free greek yogurt, 0% greek yogurt, plain nonfat greek yogurt, fat free greek yogurt, 0% fat greek yogurt, 0% fat greek yoghurt
01123 egg, large egg, whole egg, free-range egg, beaten egg, fresh egg, hen's egg, raw egg, organic egg, egg beaten, medium egg, farm egg, egg wash, chicken egg, free range egg
01124 egg white, white of egg
01172 pasteurized egg white, liquid egg white
01125 egg yolk, yolk, yolk of egg, yolks
01129 hard-boiled egg, hard boiled egg, boiled egg, hard-cooked egg, hardboiled egg, soft-boiled egg
01131 poached egg
01128 fried egg
01132 scrambled egg
01138 duck egg
01140 quail egg, quail's egg, quails' egg
01139 goose egg
01226 egg substitute, egg beater
01069 coffee creamer, powdered creamer
01057 eggnog
01225 dulce de leche
19095 vanilla ice cream, ice cream, good quality vanilla ice cream
19270 chocolate ice cream
01073 cool whip, whipped topping, frozen whipped topping
04002 lard, pork lard, leaf lard, rendered lard
04001 beef dripping, beef tallow, tallow, beef fat, suet dripping
13335 suet, beef suet, shredded suet, vegetable suet
04542 chicken fat, schmaltz, rendered chicken fat
04574 duck fat
04576 goose fat
04609 bacon fat, bacon grease, bacon dripping, bacon drippings
04606 dripping, meat dripping, pan dripping, drippings
04031 shortening, vegetable shortening, crisco, white vegetable fat, vegetable fat, solid vegetable shortening
04610 margarine, dairy-free margarine, stick margarine, baking margarine, vegan butter, plant-based butter, dairy-free butter, vegan margarine, butter substitute, dairy-free spread
04611 tub margarine, soft margarine, dairy-free sunflower spread
04042 peanut oil, groundnut oil
04044 soybean oil, soya oil, vegetable oil, cooking oil, oil, neutral oil, salad oil, flavorless oil, flavourless oil, deep frying oil, frying oil, mild oil, neutral-flavored oil, neutral vegetable oil, light oil
04582 canola oil, rapeseed oil, cold-pressed rapeseed oil, cold pressed rapeseed oil, light rapeseed oil, extra virgin rapeseed oil, rape seed oil
04518 corn oil, maize oil
04506 sunflower oil
04511 safflower oil
04517 grapeseed oil, grape seed oil
04047 coconut oil, virgin coconut oil, refined coconut oil
04053 olive oil, extra virgin olive oil, extra-virgin olive oil, virgin olive oil, light olive oil, fruity olive oil, evoo, pure olive oil, mild olive oil, regular olive oil, excellent olive oil
04058 sesame oil, toasted sesame oil, asian sesame oil, dark sesame oil, sesame seed oil, roasted sesame oil, oriental sesame oil
04528 walnut oil
04529 almond oil
04532 hazelnut oil
04581 avocado oil
04583 mustard oil
04055 palm oil
04501 cocoa butter
42231 flaxseed oil, linseed oil, flax oil
04679 cooking spray, nonstick cooking spray, oil spray, vegetable oil spray, non-stick cooking spray, cooking-oil spray, olive oil spray, low-calorie cooking spray, nonstick vegetable oil spray, vegetable cooking spray, nonstick spray, non-stick spray, olive oil cooking spray
04025 mayonnaise, best foods real mayonnaise, mayo, full-fat mayonnaise, hellmann's mayonnaise, good-quality mayonnaise, aioli, real mayonnaise
04641 light mayonnaise, reduced-fat mayonnaise, low-fat mayonnaise, reduced fat mayonnaise, light mayo, low fat mayonnaise
04018 miracle whip, salad cream
04114 italian dressing, italian salad dressing, vinaigrette
04120 french dressing
04639 ranch dressing, ranch
04017 thousand island dressing
43015 caesar dressing
04539 blue cheese dressing
04703 honey mustard dressing
43215 buttermilk dressing
`;
