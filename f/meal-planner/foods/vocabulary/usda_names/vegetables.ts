/** USDA SR number, then the names that cooks use for that record, the commonest first. State decides between equals. */
export const VEGETABLES = `
11001 alfalfa sprout, sprout
11007 artichoke, globe artichoke
11011 asparagus, asparagus spear, green asparagus, white asparagus, asparagus tip
11015 asparagus
11026 bamboo shoot
11028 bamboo shoot
11031 lima bean, butter bean, baby lima bean
11043 bean sprout, mung bean sprout, beansprout
11052 green bean, string bean, snap bean, french bean, haricot vert, runner bean, fine bean, fine green bean, haricots verts
11056 green bean, cut green bean
11722 yellow bean, wax bean, yellow wax bean, waxed bean
11080 beet, beetroot, red beet, golden beet, baby beet, baby beetroot, heritage beetroot, yellow beet
11084 beet, beetroot
11086 beet green, beet top
11088 broad bean, fava bean, baby broad bean
11090 broccoli, broccoli floret, broccoli head, broccoli crown, tenderstem broccoli, broccolini, purple sprouting broccoli, sprouting broccoli
11741 broccoli stalk, broccoli stem
11096 broccoli rabe, broccoli raab, rapini
11098 brussels sprout, brussel sprout, baby brussels sprout
11104 burdock root, gobo
11109 cabbage, green cabbage, white cabbage, head cabbage, pointed cabbage, hispi cabbage, spring cabbage, sweetheart cabbage, shredded cabbage
11112 red cabbage, purple cabbage
11114 savoy cabbage
11116 bok choy, pak choi, pak choy, chinese cabbage, baby bok choy, baby pak choi, choi sum, choy sum
11118 kimchi, kimchee
11119 napa cabbage, chinese leaf, chinese lettuce, nappa cabbage
11122 cardoon
11124 carrot, baby carrot, chantenay carrot, carrot stick, grated carrot, heirloom carrot
11960 baby carrot
11128 carrot
11134 cassava, yuca, yucca, manioc
11135 cauliflower, cauliflower floret, cauliflower head
11141 celeriac, celery root
11143 celery, celery stalk, celery stick, celery rib, celery heart, celery leaf, stick celery
11147 swiss chard, chard, rainbow chard
11149 chayote
11151 belgian endive, witloof, chicory, red chicory, white chicory
11152 chicory green
11156 chive, chinese chive, garlic chive
11161 collard green, collard
11165 cilantro, coriander leaf, coriander, fresh coriander, cilantro leaf, cilantro sprig, cilantro stem, coriander stalk, coriander stem, coriander sprig, coriander root, fresh cilantro
11167 corn, sweetcorn cob, sweetcorn, sweet corn, corn kernel, corn on the cob, ear corn, corn cob, sweetcorn kernel, corn ear, fresh corn, maize, baby corn, whole kernel corn
11172 corn, sweetcorn, sweet corn, corn kernel, sweetcorn kernel, whole kernel corn
11178 frozen corn, corn, sweetcorn, sweet corn, corn kernel, sweetcorn kernel
11174 creamed corn, cream style corn, cream-style corn
11190 lamb's lettuce, mache, corn salad
11191 black-eyed pea
11203 cress, garden cress, salad cress
11205 cucumber, english cucumber, kirby cucumber, persian cucumber, hothouse cucumber, lebanese cucumber, seedless cucumber, mini cucumber
11206 peeled cucumber
11207 dandelion green, dandelion leaf
11209 eggplant, aubergine, japanese eggplant, baby aubergine, baby eggplant, asian eggplant, italian eggplant
11211 edamame, edamame bean, shelled edamame, soya bean in pod
11213 endive, escarole, curly endive, frisee, frisée, frisée lettuce, frisee lettuce
11215 garlic, garlic clove, clove garlic, garlic head, garlic bulb, fresh garlic, head garlic, green garlic, garlic cloves, clove of garlic
11216 ginger, ginger root, root ginger, fresh ginger, gingerroot, fresh ginger root, fresh root ginger, knob ginger, piece ginger, young ginger
11226 jerusalem artichoke, sunchoke
11233 kale, curly kale, kale leaf, lacinato kale, tuscan kale, cavolo nero, black kale, dinosaur kale, baby kale, russian kale
11238 shiitake mushroom, shiitake
11268 shiitake mushroom, shiitake, chinese mushroom
11239 chanterelle mushroom, chanterelle
11240 morel mushroom, morel
11241 kohlrabi
11246 leek, baby leek, leek white part
11250 butter lettuce, boston lettuce, bibb lettuce, butterhead lettuce, lettuce, round lettuce
11251 romaine lettuce, romaine, cos lettuce, romaine heart, little gem lettuce, baby gem lettuce, little gem, baby gem, romaine lettuce leaf, gem lettuce
11252 iceberg lettuce, iceberg, head lettuce, shredded lettuce
11253 green leaf lettuce, leaf lettuce, lettuce leaf, salad green, mixed green, mesclun, mixed salad leaf, salad leaf, mixed salad green, mixed lettuce, baby green, mixed baby green, spring mix, mixed leaf, lollo rosso
11257 red leaf lettuce
11254 lotus root
11260 mushroom, white mushroom, button mushroom, closed cup mushroom, chestnut button mushroom, field mushroom, flat mushroom, cup mushroom, champignon mushroom, champignon, wild mushroom, mixed mushroom, closed-cup mushroom
11264 mushroom, button mushroom
11265 portobello mushroom, portabella mushroom, portobello, portabello mushroom, portobello mushroom cap
11266 crimini mushroom, cremini mushroom, chestnut mushroom, brown mushroom, baby bella mushroom, cremini, crimini
11270 mustard green
11278 okra, okra pod
11282 onion, yellow onion, white onion, red onion, brown onion, spanish onion, cooking onion, pearl onion, cipollini onion, baby onion, pickling onion, silverskin onion, button onion, bermuda onion, italian red onion, boiling onion
11294 sweet onion, vidalia onion, vidalia, maui onion, walla walla onion
11291 scallion, spring onion, green onion, salad onion, scallion green, green onion top, scallion white, spring onion bulb, welsh onion
11284 onion flake, dried onion, dehydrated onion, minced onion flake, dried minced onion, dried onion flake
11297 parsley, flat-leaf parsley, italian parsley, flatleaf parsley, curly parsley, parsley leaf, flat leaf parsley, parsley sprig, fresh parsley, parsley stem, flat-leafed parsley, parsley stalk, curly-leaf parsley, flat-leaved parsley, parsley root
11298 parsnip, baby parsnip
11300 snow pea, sugar snap pea, mangetout, mange tout, sugar snap, snap pea, snowpea
11304 pea, green pea, english pea, garden pea, petit pois, shelled pea, fresh pea, petits pois, sweet pea, baby pea
11308 pea, green pea
11312 pea, petite pea, green pea, frozen pea, petit pois, petits pois, garden pea, baby pea, sweet pea
11323 pea and carrot, peas and carrots
11333 green bell pepper, green pepper, green capsicum, sweet green pepper
11821 red bell pepper, red pepper, bell pepper, sweet pepper, capsicum, red capsicum, sweet red pepper, romano pepper, pointed red pepper, pepper strip, mini sweet pepper, orange bell pepper, orange pepper
11951 yellow bell pepper, yellow pepper, sweet yellow pepper, yellow capsicum
11916 roasted red pepper, roasted pepper, red bell pepper, piquillo pepper, roasted red bell pepper, bottled roasted red pepper, jarred roasted red pepper, red pepper
11943 pimento, pimiento, diced pimiento
11670 green chile, green chilli, green chili, serrano, thai green chile, green chili pepper, green chilli pepper, green chile pepper, poblano pepper, poblano, poblano chile, poblano chili, anaheim chile, anaheim pepper, long green chili, bird's eye green chilli
11819 scotch bonnet chili pepper, red chile, red chilli, red chili, chilli, chili, chile, chile pepper, chili pepper, chilli pepper, hot pepper, thai chile, thai chili, bird's eye chilli, bird's-eye chilli, red chili pepper, red chile pepper, red chilli pepper, hot chile, fresno chile, fresno chili, habanero, habanero pepper, habanero chile, scotch bonnet, scotch bonnet chili, scotch bonnet pepper, scotch bonnet chilli, hot red chile, fresh red chilli, long red chilli, bird chile, hot chili pepper, cayenne chile, holland chile, thai bird chile, bird eye chili
11979 jalapeno, jalapeño, jalapeno pepper, jalapeño pepper, jalapeno chile, jalapeño chile, jalapeño chilli, jalapeno chili, jalapeño chili
11632 jalapeno, jalapeno pepper, jalapeño, jalapeño pepper, pickled jalapeno, pickled jalapeño, pickled jalapeno pepper
11977 serrano pepper, serrano chile, serrano chili, serrano chilli, serrano
11980 green chile, green chili, green chilli, canned green chile, chopped green chile, diced green chile
11978 ancho chile, ancho chili, ancho pepper, dried ancho chile, ancho, dried ancho, ancho chili pepper
11982 pasilla chile, pasilla, pasilla chili, pasilla pepper
11962 dried chile, dried red chile, dried chilli, dried red chilli, dried red chili, dried chili, guajillo chile, dried guajillo chile, arbol chile, chile de arbol, dried chili pepper, dried hot pepper, chipotle, chipotle chile, dried chipotle, chipotle pepper, dried red pepper, dried red chile pepper, kashmiri chilli, dried kashmiri chilli
11976 banana pepper
11352 potato, new potato, baby potato, baking potato, waxy potato, yukon gold potato, fingerling potato, floury potato, all-purpose potato, small potato, boiling potato, charlotte potato, maris piper potato, king edward potato, yukon gold, mashing potato, chipping potato, salad potato, yellow potato, jersey royal, jersey royal potato, maris piper, ratte potato, creamer potato, purple potato, desiree potato, firm potato, main crop potato
11353 russet potato, idaho potato, russet
11355 red potato, red skinned potato, red-skinned potato, red bliss potato, red new potato
11354 white potato
11402 french fry, oven chip, frozen french fry, potato chip frozen
11390 hash brown, frozen hash brown, hash brown potato
11413 potato flour
11422 pumpkin, pumpkin flesh
11424 pumpkin, pumpkin puree, canned pumpkin, pumpkin purée, canned pumpkin puree, solid-pack pumpkin
11429 radish, red radish, breakfast radish
11430 daikon, daikon radish, mooli, white radish, japanese radish
11435 rutabaga, swede, yellow turnip
11439 sauerkraut
11445 kelp, kombu, konbu
11446 nori, laver, nori sheet, sushi nori
11669 wakame, wakame seaweed
11663 agar, agar agar, agar-agar, agar powder
11457 spinach, baby spinach, spinach leaf, baby leaf spinach, baby spinach leaf, english spinach, young spinach, leaf spinach
11461 spinach
11463 spinach, frozen spinach, frozen chopped spinach, frozen leaf spinach, chopped spinach
11467 yellow squash, crookneck squash, summer squash, yellow summer squash, yellow crookneck squash, yellow zucchini
11475 patty pan squash, pattypan squash, patty-pan squash
11477 zucchini, courgette, baby zucchini, baby courgette, green zucchini
11416 courgette flower, squash blossom, zucchini flower, zucchini blossom, squash flower
11482 acorn squash
11485 butternut squash, butternut, butternut pumpkin
11492 spaghetti squash
11643 winter squash, kabocha squash, kabocha, hubbard squash, delicata squash, squash, kuri squash
11507 sweet potato, orange sweet potato, kumara, sweet potatoes
11601 yam
11518 taro, taro root, eddo
11529 tomato, san marzano plum tomato, plum tomato, cherry tomato, grape tomato, roma tomato, vine tomato, beefsteak tomato, heirloom tomato, ripe tomato, red tomato, beef tomato, baby plum tomato, vine-ripened tomato, vine ripened tomato, fresh tomato, tomato on the vine, italian plum tomato, salad tomato, roma, heritage tomato, campari tomato, baby tomato, san marzano tomato, sun gold tomato
11527 green tomato
11696 yellow tomato
11695 orange tomato
11531 tomato, plum tomato, whole tomato, italian plum tomato, cherry tomato, chopped tomato, diced tomato, peeled tomato, san marzano tomato, canned tomato, canned plum tomato, whole peeled tomato, petite diced tomato, fire-roasted tomato, fire roasted tomato, tinned tomato, whole plum tomato, peeled plum tomato
11693 crushed tomato, passata, strained tomato, tomato passata, chunky tomato, pureed tomato, crushed canned tomato
11533 stewed tomato
11537 tomato with green chile, rotel tomato, rotel
11547 tomato puree, tomato purée
11546 tomato paste, tomato puree concentrate, tomato concentrate, concentrated tomato puree, sun-dried tomato paste, double concentrate tomato puree
11549 tomato sauce
11540 tomato juice
11578 vegetable juice, vegetable juice cocktail, v8 juice, tomato-vegetable juice cocktail, v8
11955 sun-dried tomato, sundried tomato, dried tomato, sun dried tomato, sunblush tomato
11956 sun-dried tomato in oil, oil-packed sun-dried tomato, sundried tomato in oil, oil packed sun-dried tomato, sun-dried tomato packed in oil
11548 tomato powder
11564 turnip, baby turnip, white turnip
11568 turnip green, turnip top
11588 water chestnut, waterchestnut
11590 water chestnut, waterchestnut, sliced water chestnut
11591 watercress, watercress leaf, watercress sprig
11603 jicama
11677 shallot, banana shallot, echalion shallot
11935 ketchup, tomato ketchup, catsup
11937 dill pickle, pickle, gherkin, cornichon, dill pickle spear, kosher dill pickle, pickled cucumber, dill pickle slice
11940 sweet pickle, bread and butter pickle, sweet gherkin
11945 relish, sweet pickle relish, pickle relish, sweet relish
11950 enoki mushroom, enoki
11987 oyster mushroom
11989 straw mushroom
11993 maitake mushroom, hen of the woods mushroom
11988 wood ear mushroom, cloud ear mushroom, dried wood ear mushroom, cloud ear fungus, black fungus, wood ear
11952 radicchio, treviso
11954 tomatillo
11957 fennel bulb, fennel, bulb fennel, baby fennel, head fennel, florence fennel, fennel frond
11959 arugula, rocket, rocket leaf, baby arugula, wild rocket, arugula leaf
11961 heart of palm, hearts of palm, palm heart
11963 nopal, nopales, cactus paddle
11972 lemongrass, lemon grass, lemongrass stalk, lemongrass stick, lemongrass stem
11974 grape leaf, vine leaf
11975 grape leaf, vine leaf
11984 epazote
11583 mixed vegetable, frozen mixed vegetable, frozen vegetable, vegetable, vegetables of your choice
11581 mixed vegetable
11670 padron pepper, shishito pepper
43406 marmite, vegemite, yeast extract, yeast extract spread
11427 purslane
11613 borage
11615 freeze-dried chive
11625 freeze-dried parsley
11640 freeze-dried shallot
11655 carrot juice
11399 tater tot, potato puff
11378 instant mashed potato, potato flake, instant mashed potato flake, mashed potato flake, instant potato flake
11657 mashed potato
27064 wasabi, wasabi paste
11990 wasabi root, fresh wasabi
`;
