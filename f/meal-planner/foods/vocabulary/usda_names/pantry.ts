/** USDA SR number, then the names that cooks use for that record. */
export const PANTRY = `
02001 allspice, ground allspice, allspice berry, whole allspice, pimento berry
02002 anise seed, aniseed, aniseeds
02003 dried basil, basil
02004 bay leaf, dried bay leaf, fresh bay leaf, bayleaf, turkish bay leaf, bay
02005 caraway seed, caraway
02006 cardamom, ground cardamom, cardamom pod, green cardamom pod, cardamom seed, green cardamom, black cardamom pod, cardamom powder, green cardamom seed, black cardamom
02007 celery seed
02008 chervil, dried chervil
02009 chili powder, chile powder, mild chili powder, chili powder blend, mild chilli powder, ancho chili powder, ancho chile powder, chipotle chili powder, chipotle powder, chipotle chile powder
02010 cinnamon, ground cinnamon, cinnamon stick, cinnamon powder, stick cinnamon, mexican cinnamon, cinnamon bark, ground mexican cinnamon, cassia bark, cinamon, cinnamon quill
02011 clove, ground clove, whole clove, cloves spice
02012 dried cilantro, dried coriander leaf
02013 coriander seed, ground coriander, coriander powder, whole coriander, ground coriander seed, dhania
02014 cumin, cumin seed, ground cumin, cumin powder, roasted cumin, whole cumin seed, whole cumin, jeera
02015 curry powder, mild curry powder, madras curry powder, medium curry powder, hot curry powder
02016 dill seed
02017 dried dill, dried dill weed, dill weed
02018 fennel seed, ground fennel, fennel powder
02019 fenugreek seed, fenugreek, ground fenugreek, fenugreek powder
02020 garlic powder, granulated garlic, garlic granule, dried garlic, dehydrated garlic, garlic flake
02021 ground ginger, ginger powder, powdered ginger, ginger, dried ginger
02022 mace, ground mace, mace blade, blade mace
02023 marjoram, dried marjoram
02024 dry mustard, ground mustard, mustard powder, mustard seed, yellow mustard seed, black mustard seed, english mustard powder, dry mustard powder, brown mustard seed, powdered mustard, white mustard seed, colman's mustard powder
02025 nutmeg, ground nutmeg, grated nutmeg, freshly grated nutmeg, whole nutmeg, fresh nutmeg
02026 onion powder, granulated onion, onion granule
02027 oregano, dried oregano, mexican oregano, dried mexican oregano, greek oregano, oregano leaf
02028 paprika, smoked paprika, sweet paprika, hungarian paprika, hot paprika, spanish paprika, pimenton, pimentón, smoked spanish paprika, sweet smoked paprika, spanish smoked paprika, sweet hungarian paprika, hot smoked paprika, pimentón de la vera, paprika powder, hot hungarian paprika
02029 dried parsley, dried parsley flake, parsley flake, parsley
02030 black pepper, pepper, ground black pepper, black peppercorn, peppercorn, cracked black pepper, ground pepper, freshly ground black pepper, freshly ground pepper, coarse black pepper, whole black peppercorn, tellicherry pepper, cracked pepper, whole peppercorn, fresh ground pepper, fresh ground black pepper, coarse ground black pepper, mixed peppercorn, green peppercorn, coarsely ground black pepper, pink peppercorn, black pepper powder
02031 cayenne, cayenne pepper, red pepper flake, crushed red pepper, hot red pepper flake, chilli flake, chili flake, chile flake, crushed red pepper flake, red chili powder, ground red pepper, chilli powder, hot chilli powder, ground cayenne, crushed red chile flake, red chile flake, dried chilli flake, crushed chilli, dried red chilli flake, dried chili flake, aleppo pepper, red chilli powder, hot chili powder, kashmiri chilli powder, dried crushed chilli, hot pepper flake, ground cayenne pepper, crushed chile flake, dried red pepper flake, chilli pepper flake, red chile powder, aleppo chile, pul biber, red chilli flake, gochugaru, piment d'espelette, espelette pepper
02032 white pepper, ground white pepper, white peppercorn
02033 poppy seed
02034 poultry seasoning
02035 pumpkin pie spice, mixed spice, apple pie spice, ground mixed spice
02036 dried rosemary, rosemary
02037 saffron, saffron thread, saffron strand, saffron stem
02038 dried sage, ground sage, rubbed sage, sage, fresh sage, sage leaf, fresh sage leaf
02039 savory, dried savory, summer savory
02041 dried tarragon, tarragon, fresh tarragon, tarragon leaf, tarragon sprig
02042 dried thyme, ground thyme, thyme
02043 turmeric, ground turmeric, turmeric powder
02044 basil, fresh basil, basil leaf, fresh basil leaf, thai basil, thai basil leaf, basil sprig, sweet basil, holy basil, opal basil, bunch basil
02045 dill, fresh dill, dill sprig, dill frond, fresh dill weed, dill leaf
02046 mustard, yellow mustard, dijon mustard, prepared mustard, wholegrain mustard, whole grain mustard, whole-grain mustard, english mustard, grainy mustard, american mustard, wholegrain dijon mustard, brown mustard, spicy brown mustard, hot mustard, creole mustard, stone-ground mustard, dijon, grain mustard, coarse-grain mustard, honey mustard, whole-grain dijon mustard, grainy dijon mustard, german mustard, dijon-style mustard
02047 salt, kosher salt, sea salt, table salt, fine salt, fine sea salt, coarse salt, coarse sea salt, flaky sea salt, rock salt, maldon salt, flaky salt, maldon sea salt, coarse kosher salt, himalayan salt, iodized salt, flaked sea salt, fine kosher salt, pickling salt, fleur de sel, salt flake, sea salt flake, himalayan pink salt, season salt, canning salt, gray salt, morton's coarse kosher salt, diamond crystal kosher salt, crunchy finishing salt, flake salt
02048 cider vinegar, apple cider vinegar, malt vinegar, sherry vinegar, rice vinegar, rice wine vinegar, vinegar, champagne vinegar, seasoned rice vinegar, raspberry vinegar, white balsamic vinegar, unseasoned rice vinegar, rice-wine vinegar, tarragon vinegar, japanese rice vinegar, sherry wine vinegar
02049 fresh thyme, thyme sprig, thyme leaf, fresh thyme leaf, lemon thyme, thyme, fresh thyme sprig
02050 vanilla extract, vanilla essence, vanilla, vanilla bean, vanilla pod, vanilla bean paste, pure vanilla extract, vanilla paste, vanilla powder, vanilla flavoring, real vanilla extract
02053 white vinegar, distilled vinegar, distilled white vinegar, spirit vinegar
02054 caper, caper berry, nonpareil caper, caperberry, salted caper, salt-packed caper, baby caper, brined caper
02055 horseradish, prepared horseradish, creamed horseradish, horseradish sauce, fresh horseradish, horseradish cream, grated horseradish, white horseradish
02063 fresh rosemary, rosemary, rosemary sprig, rosemary leaf, fresh rosemary leaf, fresh rosemary sprig
02064 peppermint, mint, mint leaf, mint sprig, fresh mint, fresh mint leaf, garden mint
02065 spearmint
02066 dried mint
02068 red wine vinegar, white wine vinegar, wine vinegar, red-wine vinegar, white-wine vinegar
02069 balsamic vinegar, aged balsamic vinegar, balsamic glaze, balsamic
02075 taco seasoning, taco seasoning mix
06008 beef broth, beef stock, brown stock, hot beef stock, lamb stock, beef consomme, rich beef stock, good-quality beef stock, fresh beef stock, beef bouillon, strong beef stock, veal stock, veal broth, beef bone broth, dark beef stock, low-sodium beef broth, dark stock, demi-glace, lamb broth, game stock
06032 condensed beef broth
06194 chicken broth, chicken stock, stock, broth, hot chicken stock, homemade chicken stock, poultry stock, light stock, fresh chicken stock, turkey stock, white stock, hot stock, turkey broth, low-salt chicken broth, good-quality chicken stock, strong chicken stock, canned chicken broth, white chicken stock, homemade chicken broth, hot broth, chicken bone broth, bouillon, pork stock, duck stock, brown chicken stock
06183 low-sodium chicken broth, reduced-sodium chicken broth, low sodium chicken broth, low-sodium chicken stock, reduced sodium chicken broth, low-salt canned chicken broth, low-sodium canned chicken broth, less-sodium chicken broth, fat-free low-sodium chicken broth, unsalted chicken stock, low sodium chicken stock, canned low-sodium chicken broth
06700 vegetable broth, vegetable stock, hot vegetable stock, low-sodium vegetable broth, mushroom stock, mushroom broth, vegetable bouillon liquid, fresh vegetable stock, low-sodium vegetable stock
06174 fish stock, shellfish stock, seafood stock, fish fumet, hot fish stock
06963 fish broth
06076 beef bouillon cube, beef stock cube, beef cube bouillon, beef oxo cube, beef bouillon granule, beef bouillon powder
06081 chicken bouillon cube, chicken stock cube, stock cube, bouillon cube, vegetable stock cube, chicken bullion cube, vegetable bouillon cube, chicken bouillon granule, chicken bouillon, chicken bouillon powder, vegetable bouillon powder, stock powder, chicken stock powder, bouillon powder, vegetable stock powder, bouillon granule, chicken stock granule, vegetable bouillon, fish stock cube
06075 beef bouillon powder dry
06094 onion soup mix, dry onion soup mix, lipton onion soup mix
06043 cream of mushroom soup, condensed cream of mushroom soup, campbell's cream of mushroom soup, mushroom soup
06016 cream of chicken soup, condensed cream of chicken soup
06010 cream of celery soup, condensed cream of celery soup
06159 condensed tomato soup, tomato soup
06150 barbecue sauce, bbq sauce, smoky barbecue sauce
06151 plum sauce
06152 pizza sauce
06164 salsa, tomato salsa, red salsa, pico de gallo
27047 salsa verde, green salsa
06168 hot sauce, tabasco, tabasco sauce, hot pepper sauce, red pepper sauce, pepper sauce, louisiana hot sauce, cholula, tabasco pepper sauce, frank's redhot sauce, green hot sauce, frank's hot sauce, chilli sauce hot, red hot sauce, piri-piri sauce
06631 sriracha, sriracha sauce, sriracha chili sauce, chili garlic sauce, chilli garlic sauce, sambal oelek, chile-garlic sauce, hot chilli sauce, hot chili sauce, chili paste, asian chili sauce, asian chili paste, chilli paste
06972 chili sauce, tomato chili sauce, heinz chili sauce
06112 teriyaki sauce
06175 hoisin sauce, hoisin
06176 oyster sauce
06179 fish sauce, thai fish sauce, nam pla, nuoc mam, asian fish sauce, vietnamese fish sauce
06285 sweet and sour sauce
06626 pesto, pesto sauce, basil pesto, green pesto, fresh pesto, pesto genovese
06931 marinara sauce, pasta sauce, spaghetti sauce, marinara, jarred marinara sauce, tomato pasta sauce, tomato-basil pasta sauce
06960 alfredo sauce mix
06971 worcestershire sauce, worcestershire, worcester sauce, lea & perrins, steak sauce worcestershire
27048 steak sauce, a1 steak sauce, brown sauce
27049 tartar sauce, tartare sauce
27050 sweet chili sauce, sweet chilli sauce, thai sweet chili sauce
27051 cocktail sauce
27063 enchilada sauce, red enchilada sauce
06119 chicken gravy
06116 gravy, beef gravy
06118 gravy mix, brown gravy mix, gravy granule
06166 white sauce, bechamel, béchamel, bechamel sauce, béchamel sauce
16124 tamari, tamari soy sauce, gluten-free soy sauce, wheat-free tamari
16123 soy sauce, light soy sauce, dark soy sauce, shoyu, japanese soy sauce, natural soy sauce, regular soy sauce, chinese light soy sauce, premium soy sauce
16424 low-sodium soy sauce, reduced-sodium soy sauce, low sodium soy sauce, less sodium soy sauce, reduced sodium soy sauce, low-salt soy sauce, reduced-salt soy sauce, lite soy sauce
16001 adzuki bean, aduki bean, azuki bean, red bean azuki, adzuki
16006 baked bean
16014 black bean, dried black bean
16018 black bean
16016 black turtle bean
16019 cranberry bean, borlotti bean, dried borlotti bean, roman bean
16021 cranberry bean, borlotti bean
16024 great northern bean, dried great northern bean
16026 great northern bean
16027 kidney bean, dried kidney bean
16145 kidney bean, red kidney bean, light red kidney bean, dark red kidney bean, red bean
16032 red kidney bean, red bean
16028 cooked kidney bean, kidney bean, red kidney bean
16015 cooked black bean, black bean
16037 navy bean, haricot bean, dried navy bean, white pea bean, pea bean
16039 navy bean, haricot bean
16042 pinto bean, dried pinto bean
16146 pinto bean
16043 cooked pinto bean, pinto bean
16049 white bean, cannellini bean, dried white bean, dried cannellini bean, cannellini
16051 white bean, cannellini bean, cannellini
16050 cooked white bean, white bean, cannellini bean
16052 fava bean, dried fava bean, broad bean
16054 fava bean, broad bean
16056 chickpea, garbanzo bean, dried chickpea, chana dal, bengal gram, garbanzo, dried garbanzo bean, chana
16358 chickpea, garbanzo bean, garbanzo, canned chickpea
16057 cooked chickpea, chickpea, garbanzo bean
16157 chickpea flour, gram flour, besan, garbanzo flour, garbanzo bean flour
16062 black-eyed pea, black-eyed bean, black eyed pea, black eyed bean, cowpea, blackeyed pea
16064 black-eyed pea, black-eyed bean, black eyed pea
16069 lentil, green lentil, brown lentil, puy lentil, french lentil, french green lentil, black lentil, beluga lentil, dried lentil, green puy lentil, le puy lentil, lentilles du puy, castelluccio lentil, continental lentil, dried green lentil, dried brown lentil
16070 cooked lentil, lentil, cooked puy lentil, puy lentil, green lentil, ready-cooked puy lentil
16144 red lentil, split red lentil, masoor dal, red split lentil, pink lentil, dried red lentil
16071 large lima bean, dried lima bean, butter bean, lima bean
16073 lima bean, butter bean, butterbean
16080 mung bean, moong dal, split mung bean, moong bean, yellow split mung bean, mung dal
16083 urad dal, black gram, urad bean, split urad dal, split black lentil
16085 split pea, green split pea, yellow split pea, dried split pea, dried pea
16102 cooked pigeon pea, pigeon pea
16101 pigeon pea, toor dal, toor dhal, dried pigeon pea
16171 refried bean, vegetarian refried bean
16108 soybean, dried soybean, soya bean, soy bean
16112 miso, white miso, miso paste, red miso, yellow miso, white miso paste, mellow red miso, sweet white miso, light miso, brown rice miso, red miso paste, shiro miso, barley miso, yellow miso paste
16114 tempeh
16426 tofu, firm tofu, regular tofu, plain tofu, fresh tofu
16159 extra-firm tofu, extra firm tofu
16427 medium tofu
16162 silken tofu, soft tofu, soft silken tofu, firm silken tofu
16120 soy milk, soymilk, soya milk, unsweetened soy milk, unsweetened soya milk
16158 hummus, houmous, hoummos
16098 peanut butter, creamy peanut butter, smooth peanut butter, natural peanut butter, crunchy peanut butter, chunky peanut butter
16087 peanut, raw peanut, groundnut, monkey nut, unsalted peanut, shelled peanut
16090 roasted peanut, dry-roasted peanut, roasted unsalted peanut, salted peanut, salted roasted peanut, roasted salted peanut, unsalted roasted peanut, dry roasted peanut, roasted unsalted peanuts
16082 cellophane noodle, glass noodle, bean thread noodle, mung bean noodle, bean thread, bean vermicelli
48052 vital wheat gluten, wheat gluten, seitan
12006 chia seed, chia
12012 hemp seed, hemp heart
12014 pumpkin seed, pepita, hulled pumpkin seed, shelled pumpkin seed, raw pumpkin seed
12023 sesame seed, white sesame seed, black sesame seed, toasted sesame seed, sesame
12036 sunflower seed, sunflower kernel, hulled sunflower seed, raw sunflower seed
12220 flaxseed, linseed, flax seed, ground flaxseed, flax meal, flaxseed meal, ground flax seed, milled flaxseed, golden linseed, ground linseed
12061 almond, whole almond, raw almond, sliced almond, slivered almond, flaked almond, ground almond, almond flour, almond meal, unblanched almond, natural almond, toasted almond, almond flake, toasted flaked almond, marcona almond, smoked almond, almond sliver
12062 blanched almond, whole blanched almond, blanched slivered almond, blanched whole almond
12195 almond butter
12071 almond paste, marzipan
14091 almond milk, unsweetened almond milk
12078 brazil nut
12087 cashew, cashew nut, raw cashew, raw cashew nut, unsalted cashew, unsalted cashew nut
12085 roasted cashew, dry roasted cashew, toasted cashew, roasted cashew nut, roasted unsalted cashew
12088 cashew butter
12098 chestnut, fresh chestnut, peeled chestnut
12101 cooked chestnut, chestnut, vacuum-packed chestnut, pre-cooked chestnut, canned chestnut, ready-cooked chestnut, cooked peeled chestnut, chestnut puree, unsweetened chestnut purée
12167 roasted chestnut
12104 fresh coconut, coconut, coconut meat, grated fresh coconut
12108 desiccated coconut, unsweetened coconut, dried coconut, unsweetened shredded coconut, unsweetened coconut flake, desiccated unsweetened coconut, unsweetened desiccated coconut, shredded unsweetened coconut, coconut flake, unsweetened flaked coconut, grated coconut
12109 sweetened flaked coconut, flaked coconut, sweetened coconut flake
12179 shredded coconut, sweetened shredded coconut, sweetened coconut
12118 coconut milk, full-fat coconut milk, unsweetened coconut milk, light coconut milk, lite coconut milk, thick coconut milk, thin coconut milk, reduced-fat coconut milk, half-fat coconut milk
12115 coconut cream, unsweetened coconut cream, thick coconut cream
12116 cream of coconut, sweetened cream of coconut, sweetened coconut cream
12177 creamed coconut
12119 coconut water
12120 hazelnut, filbert, roasted hazelnut, whole hazelnut, toasted hazelnut, skinned hazelnut
12121 blanched hazelnut
12131 macadamia nut, macadamia
12142 pecan, pecan half, pecan nut, pecan piece, toasted pecan, shelled pecan
12147 pine nut, pignoli, pine kernel, pignoli nut, toasted pine nut, pinenut
12151 pistachio, pistachio nut, shelled pistachio, unsalted pistachio, raw pistachio, pistachio kernel, shelled unsalted pistachio
12152 roasted pistachio, salted pistachio
12155 walnut, walnut half, walnut piece, english walnut, shelled walnut, toasted walnut, walnut meat, walnut kernel
12154 black walnut
12135 mixed nut, nut
12698 tahini, tahini paste, sesame paste, light tahini, well-stirred tahini
20001 amaranth
20003 arrowroot, arrowroot powder, arrowroot starch, arrowroot flour
20005 pearl barley, barley, pearled barley, quick barley
20004 hulled barley, pot barley
20008 buckwheat, buckwheat groat
20009 kasha, toasted buckwheat
20011 buckwheat flour
20012 bulgur, bulgur wheat, bulghur, fine bulgur, cracked wheat, medium bulgur, bulgar wheat, coarse bulgur
20013 cooked bulgur
20017 masa harina, masa, corn masa
20016 corn flour yellow, maize flour, fine corn flour
20022 cornmeal, yellow cornmeal, polenta, fine cornmeal, coarse cornmeal, instant polenta, quick-cook polenta, corn meal, stone-ground cornmeal, quick cook polenta, instant quick cook polenta, medium cornmeal, fine polenta, quick-cook polenta, white cornmeal
08090 grits, hominy grits, corn grits, quick grits, instant grits, stone-ground grits
20027 cornstarch, cornflour, corn starch, corn flour, potato starch, maize starch, tapioca starch, tapioca flour, corn flour starch, tapioca flour/starch
20028 couscous, dry couscous, israeli couscous, whole wheat couscous, instant couscous, giant couscous, pearl couscous, uncooked couscous
20029 cooked couscous, couscous
20030 hominy, canned hominy, white hominy
20031 millet
20033 oat bran
20035 quinoa, uncooked quinoa, red quinoa, white quinoa, dry quinoa, black quinoa
20137 cooked quinoa, quinoa
20036 brown rice, long-grain brown rice, long grain brown rice, brown basmati rice, uncooked brown rice
20040 medium-grain brown rice, short-grain brown rice, short grain brown rice
20037 cooked brown rice, brown rice
20038 oat groat, steel-cut oat, steel cut oat, pinhead oatmeal, pinhead oat, whole oat
08120 rolled oats, oat, oats, old-fashioned oat, rolled oat, porridge oat, jumbo oat, old-fashioned rolled oat, quick oat, quick-cooking oat, oatmeal, uncooked oatmeal, medium oatmeal, fine oatmeal, jumbo rolled oat, oat flake, quick-cooking rolled oat, old fashioned oat, old-fashioned oatmeal, instant oat
20132 oat flour
20044 white rice, rice, long-grain rice, long grain rice, long-grain white rice, basmati rice, jasmine rice, basmati, long grain white rice, uncooked white rice, uncooked rice, raw rice, easy-cook rice, thai jasmine rice, thai fragrant rice, regular rice, white basmati rice, carolina rice, long-grain easy-cook rice, american long-grain rice, white long-grain rice, fragrant rice, uncooked long grain rice
20045 cooked white rice, cooked rice, rice, white rice, steamed rice, cooked long-grain rice, cooked jasmine rice, boiled rice, cooked basmati rice, long-grain rice, leftover rice
20050 medium-grain rice, medium grain rice, medium-grain white rice, calrose rice, bomba rice, paella rice
20052 arborio rice, short-grain rice, short grain rice, sushi rice, risotto rice, carnaroli rice, pudding rice, short-grain white rice, carnaroli, arborio, vialone nano rice, japanese rice
20046 parboiled rice, converted rice, uncle ben's rice, converted white rice
20048 instant rice, minute rice
20054 glutinous rice, sticky rice, sweet rice, thai sticky rice
20061 rice flour, white rice flour, glutinous rice flour, sweet rice flour, ground rice
20090 brown rice flour
20088 wild rice
20089 cooked wild rice
20063 dark rye flour, rye flour, whole rye flour, wholegrain rye flour, wholemeal rye flour
20064 medium rye flour
20065 light rye flour
20066 semolina, semolina flour, fine semolina, durum semolina, durum wheat semolina, durum flour
20068 tapioca, tapioca pearl, pearl tapioca, sago, quick-cooking tapioca, instant tapioca, small pearl tapioca
20077 wheat bran, bran
20078 wheat germ, toasted wheat germ, wheatgerm
20080 whole wheat flour, wholemeal flour, whole-wheat flour, wholewheat flour, self-raising wholemeal flour, strong wholemeal flour, whole wheat pastry flour, whole-wheat pastry flour, atta flour, chapati flour, wholemeal bread flour, wholemeal plain flour, strong wholemeal bread flour, plain wholemeal flour, white whole wheat flour, whole grain flour, graham flour, wholegrain flour, stoneground wholemeal flour, wholemeal self-raising flour
20081 all-purpose flour, flour, plain flour, white flour, all purpose flour, wheat flour, unbleached all-purpose flour, plain white flour, 00 flour, unbleached flour, ap flour, unbleached white flour, all-purpose white flour, sifted all-purpose flour, type 00 flour, pasta flour, bleached all-purpose flour, 00 pasta flour, organic plain flour, unbleached all purpose flour
20082 self-rising flour, self-raising flour, self raising flour, self-raising white flour
20083 bread flour, strong white flour, strong flour, strong white bread flour, strong bread flour, white bread flour, high-gluten flour, strong plain flour, unbleached bread flour, strong white plain flour, white bread machine flour, very strong white flour
20084 cake flour, pastry flour, sponge flour
20140 spelt, spelt grain, farro, spelt flour, pearled spelt, pearled farro, wholegrain spelt flour, white spelt flour
20647 millet flour
20648 sorghum flour, jowar flour
20113 chow mein noodle, crispy noodle, crispy chow mein noodle
20109 egg noodle, medium egg noodle, wide egg noodle, fine egg noodle, dried egg noodle, chinese egg noodle, thick egg noodle, broad egg noodle, chinese noodle, egg noodles, wheat noodle
20110 cooked egg noodle, egg noodle
20114 soba, soba noodle, buckwheat noodle
20116 somen, somen noodle, udon noodle, udon
06583 ramen noodle, instant ramen noodle, ramen, instant noodle
20120 pasta, spaghetti, penne, linguine, fettuccine, macaroni, rigatoni, fusilli, elbow macaroni, lasagna noodle, lasagne sheet, angel hair pasta, farfalle, tagliatelle, orzo, dried pasta, shell pasta, conchiglie, vermicelli, pappardelle, bucatini, capellini, lasagna, orecchiette, cavatappi, ziti, bow-tie pasta, pasta shell, lasagne, rotini, dried spaghetti, penne pasta, egg pasta, small pasta, dried linguine, linguini, lasagna sheet, campanelle, angel hair, spaghettini, elbow pasta, dry pasta, lasagne noodle, no-boil lasagna noodle, bowtie pasta, pasta shape, dried tagliatelle, dried penne, egg tagliatelle, thin spaghetti, mafaldine, casarecce, rigatoni pasta, macaroni pasta, fusilli pasta, orzo pasta, trofie, gemelli, elbow, perciatelle, tubular pasta, dry spaghetti, cannelloni tube, ditalini, mezze rigatoni, dried fettuccine, soup pasta, paccheri, dry lasagna noodle, dried thin linguine, cannelloni, manicotti, mostaccioli, mostaccioli rigati, penne rigate, penne rigati, tortiglioni, jumbo shell, jumbo pasta shell, fettucine, quick-cook macaroni
20121 cooked pasta, pasta, cooked spaghetti, leftover pasta, cooked macaroni, spaghetti, macaroni
20093 fresh pasta, fresh tagliatelle, fresh fettuccine, fresh lasagne sheet, fresh egg noodle, fresh linguine, fresh egg pasta, fresh pappardelle, fresh lasagna sheet, fresh spaghetti
20124 whole wheat pasta, whole-wheat pasta, wholewheat pasta, whole wheat spaghetti, wholewheat spaghetti, wholemeal pasta, whole-wheat spaghetti, whole grain pasta, wholewheat penne, whole wheat penne
20133 rice noodle, rice stick, flat rice noodle, rice stick noodle, vermicelli rice noodle, rice vermicelli, dried rice noodle, pad thai noodle, thin rice noodle, rice vermicelli noodle, wide rice noodle, rice noodles, vermicelli noodle, dried flat rice noodle
20134 cooked rice noodle
18029 french bread, baguette, sourdough bread, sourdough, crusty bread, ciabatta, country bread, french baguette, rustic bread, french loaf, sourdough bread slice, crusty french bread, ciabatta bread, ciabatta loaf, crusty baguette, crusty white bread, crostini, crusty roll, french bread baguette, sourdough loaf, white sourdough loaf, crusty country bread, bread crusty, day-old baguette, day-old bread, rustic country bread, crusty loaf, peasant bread
18033 italian bread, italian loaf, country-style italian bread
18060 rye bread, pumpernickel rye
18044 pumpernickel, pumpernickel bread
18069 white bread, bread, sandwich bread, white sandwich bread, fresh breadcrumb, fresh bread crumb, white breadcrumb, fresh white breadcrumb, soft bread crumb, soft breadcrumb, bread slice, white bread slice, slice bread, sliced bread, white sliced bread, soft white bread, hearty white bread, stale bread, breadcrumb fresh, good white bread, country white bread, stale white bread, pullman loaf, firm white bread, firm white sandwich bread, white loaf, crustless white bread, fresh white bread crumb
18075 whole wheat bread, wholemeal bread, whole-wheat bread, brown bread, wholemeal breadcrumb, whole grain bread, wholewheat bread, fresh wholemeal breadcrumb, granary bread, brown breadcrumb, whole-grain bread, whole wheat bread crumb
28397 multigrain bread, multi-grain bread, 7-grain bread
18027 brioche, challah, brioche bread, egg bread, challah bread, brioche bun, brioche roll, brioche loaf
18047 raisin bread, cinnamon raisin bread
18039 oatmeal bread
18041 pita, pita bread, pitta, pitta bread, white pitta bread, pita pocket, flatbread, white pita bread, flat bread
18042 whole wheat pita, whole-wheat pita bread, wholemeal pitta bread, wholemeal pitta, whole wheat pita bread
28307 naan, naan bread, plain naan, plain naan bread
18973 focaccia
18079 bread crumb, breadcrumb, dry bread crumb, dried breadcrumb, dry breadcrumb, panko, panko breadcrumb, panko bread crumb, fine dry bread crumb, fine breadcrumb, plain bread crumb, plain dry bread crumb, dried bread crumb, japanese breadcrumb, golden breadcrumb, fine bread crumb, plain breadcrumb, japanese panko breadcrumb
18376 seasoned bread crumb, italian bread crumb, italian seasoned bread crumb, italian-style bread crumb, seasoned breadcrumb, italian breadcrumb
18242 crouton
18350 hamburger bun, burger bun, hot dog bun, bun, sandwich roll, hoagie roll, soft white roll, hamburger roll, bread roll, white roll, soft roll, hot dog roll, sub roll, white bread roll, bap, sesame seed bun, sesame bun, sandwich bun, soft bun, soft bread roll, slider bun
18353 kaiser roll, hard roll
18342 dinner roll
18349 french roll
18364 flour tortilla, tortilla, wrap, flour tortilla wrap, tortilla wrap, soft flour tortilla, large flour tortilla, burrito sized tortilla
18363 corn tortilla, soft corn tortilla
28295 whole wheat tortilla, whole-wheat tortilla, wholemeal tortilla, wholewheat tortilla
18360 taco shell, hard taco shell
18952 tostada, tostada shell
19056 tortilla chip, corn chip, corn tortilla chip
19411 potato chip, crisp, ready salted crisp
18239 croissant, butter croissant
18258 english muffin
18001 bagel, plain bagel
18337 puff pastry, puff pastry sheet, all-butter puff pastry, ready-rolled puff pastry, frozen puff pastry, ready-made puff pastry, puff pastry dough, ready-made all-butter puff pastry, ready-to-roll puff pastry
18338 phyllo, filo pastry, phyllo dough, filo, phyllo sheet, filo dough, phyllo pastry, filo pastry sheet, frozen phyllo dough
18948 shortcrust pastry, pie crust, pie dough, pastry dough, unbaked pie crust, pie shell, refrigerated pie crust, sweet shortcrust pastry, ready-made shortcrust pastry, unbaked pie shell, pastry shell, readymade shortcrust pastry, pastry, ready-rolled shortcrust pastry, dessert pastry
18942 graham cracker crust, graham cracker pie crust
18368 wonton wrapper, egg roll wrapper, wonton skin, dumpling wrapper, gyoza wrapper, wonton, spring roll wrapper
18369 baking powder, double-acting baking powder, aluminum-free baking powder
18372 baking soda, bicarbonate of soda, bicarb, bicarbonate soda, sodium bicarbonate, soda, bread soda
18373 cream of tartar
18374 fresh yeast, compressed yeast, cake yeast, baker's yeast, brewer's yeast fresh, yeast fresh
18375 active dry yeast, dry yeast, instant yeast, dried yeast, yeast, instant dry yeast, fast-action dried yeast, rapid-rise yeast, fast-action yeast, easy-blend dried yeast, quick-rise yeast, active dried yeast, dried active yeast, easy blend dried yeast, dried fast-action yeast, fast-action easy-blend dried yeast, fast acting yeast, bread machine yeast, instant dried yeast, easy-blend yeast
18173 graham cracker, graham cracker crumb, digestive biscuit, graham crumb, digestive biscuits
18175 ladyfinger, sponge finger, savoiardi, sponge fingers, boudoir biscuit, savoiardi biscuit
18228 saltine, saltine cracker, soda cracker, oyster cracker, cracker, saltines, water cracker
18229 ritz cracker, butter cracker, ritz
18235 whole wheat cracker
18236 cracker meal, cracker crumb
18217 matzo, matzoh, matzo meal, matzah
18172 gingersnap, ginger snap, gingersnap cookie, ginger nut biscuit, gingersnap crumb, ginger biscuit, ginger cookie
18166 oreo, chocolate sandwich cookie, oreo cookie
18213 vanilla wafer, vanilla wafer cookie, nilla wafer
18192 shortbread, shortbread cookie, shortbread biscuit
18133 sponge cake, ladyfinger sponge
18086 angel food cake
18120 pound cake
18288 pancake
18289 pancake mix, bisquick, baking mix, buttermilk pancake mix
08065 rice krispies, puffed rice, crisp rice cereal, rice cereal, crispy rice cereal, rice krispie
08020 cornflake, corn flake, cornflake cereal, crushed cornflake, corn flake crumb, cornflake crumb
08037 granola, muesli
14003 beer, lager, ale, stout, dark beer, guinness, pale ale, pale lager, brown ale, dark ale, light beer, mexican beer, brown beer, lager beer, porter, bitter, wheat beer, indian beer
14037 vodka, whiskey, bourbon, tequila, whisky, brandy, cognac, distilled spirit, calvados, kirsch, scotch, grappa, applejack, armagnac, spirit, pastis, pernod, eau de vie, ouzo, white tequila
14050 rum, dark rum, white rum, light rum, golden rum, spiced rum
14049 gin
14051 vodka
14052 whiskey, whisky, bourbon, scotch whisky, bourbon whiskey, irish whiskey
14096 red wine, dry red wine, burgundy wine, full-bodied red wine, fruity red wine, table red wine, robust red wine
14106 white wine, dry white wine, wine, vermouth, dry vermouth, champagne, sparkling wine, prosecco, sauvignon blanc, white vermouth, chardonnay, cava, dry sparkling wine, soave, rosé wine
14057 sherry, marsala, port, madeira, sweet sherry, marsala wine, sweet marsala, port wine, ruby port, dessert wine, sweet wine, cream sherry, sweet vermouth, sauternes, red vermouth, tawny port
14536 dry sherry, dry marsala, fino sherry, shaoxing wine, shaohsing rice wine, shaoxing rice wine, chinese rice wine, chinese cooking wine, medium sherry, dry madeira, amontillado sherry, medium-dry sherry
43479 sake, rice wine, japanese sake
43154 cooking wine
14414 coffee liqueur, kahlua, kahlúa
14415 irish cream, baileys
14034 creme de menthe
42040 grenadine
14411 water, boiling water, cold water, warm water, hot water, ice water, lukewarm water, tap water, tepid water, ice, ice cube, crushed ice, cool water, freshly boiled water, iced water, just-boiled water, salted water, pasta water, starchy pasta water, pasta cooking water, cooking water, reserved pasta water, luke warm water, fresh water, boiling salted water, filtered water, room temperature water, spring water, icy water, soaking water, hand-hot water
14121 club soda, soda water, sparkling water, seltzer, sparkling mineral water, soda seltzer, carbonated water
14155 tonic water, tonic
14148 cola, coca-cola, coke
14136 ginger ale, ginger beer
14144 lemon-lime soda, sprite, 7up, lemonade uk
14209 coffee, brewed coffee, strong coffee, black coffee, espresso, hot coffee, strong brewed coffee, strong black coffee, cold coffee, freshly brewed coffee, brewed espresso, espresso coffee, cold brew coffee, brewed strong coffee
14214 instant coffee, instant coffee powder, instant espresso powder, espresso powder, coffee granule, instant coffee granule, instant espresso, instant espresso coffee powder
14355 black tea, tea, brewed tea, strong tea
14278 green tea, brewed green tea
14639 rice milk
14292 frozen lemonade concentrate
19296 honey, clear honey, runny honey, raw honey, liquid honey, manuka honey, mild honey, wildflower honey, set honey, acacia honey, heather honey
19297 jam, raspberry jam, strawberry jam, preserve, fruit preserve, raspberry preserve, strawberry preserve, fig jam, blackberry jam, plum jam, cherry jam, blackcurrant jam, peach preserve, cherry preserve, fig preserve, seedless raspberry jam, blueberry jam, peach jam, jam or preserve, damson jam
19719 apricot jam, apricot preserve, apricot conserve
19303 marmalade, orange marmalade, seville marmalade
19300 jelly, redcurrant jelly, red currant jelly, grape jelly, currant jelly, apple jelly, mint jelly, quince jelly, guava jelly, pepper jelly
19294 apple butter
19304 molasses, black treacle, blackstrap molasses, treacle, dark molasses, unsulphured molasses, unsulfured molasses, mild molasses, pomegranate molasses
19334 brown sugar, light brown sugar, dark brown sugar, muscovado sugar, light muscovado sugar, dark muscovado sugar, soft brown sugar, packed brown sugar, soft light brown sugar, soft dark brown sugar, light soft brown sugar, dark soft brown sugar, jaggery, palm sugar, piloncillo, muscovado, molasses sugar, golden brown sugar, brown muscovado sugar
19335 sugar, granulated sugar, white sugar, caster sugar, castor sugar, superfine sugar, golden caster sugar, golden granulated sugar, superfine white sugar, cane sugar, white granulated sugar, baker's sugar, golden sugar, vanilla sugar, organic cane sugar, preserving sugar, jam sugar, granulated white sugar, caster sugar golden, nibbed sugar, pearl sugar, sugar cube, white caster sugar, unrefined caster sugar, raw cane sugar, rock sugar
19336 powdered sugar, icing sugar, confectioners' sugar, confectioner's sugar, confectioners sugar, powdered white sugar
19908 demerara sugar, turbinado sugar, raw sugar, turbinado
19340 maple sugar
19349 dark corn syrup
19350 corn syrup, light corn syrup, golden syrup, glucose syrup, liquid glucose, glucose
19353 maple syrup, pure maple syrup, grade b maple syrup
19912 agave, agave nectar, agave syrup
19129 pancake syrup
19352 malt syrup, malt extract, barley malt syrup
90480 cane syrup
19348 chocolate syrup, hot fudge sauce, chocolate sauce
19364 caramel sauce, butterscotch sauce, caramel topping, salted caramel sauce
19365 marshmallow cream, marshmallow fluff
19116 marshmallow, mini marshmallow, miniature marshmallow
19074 caramel, soft caramel, caramel candy
19078 unsweetened chocolate, baking chocolate, bitter chocolate, unsweetened baking chocolate
19080 semisweet chocolate, semi-sweet chocolate, semisweet chocolate chip, chocolate chip, semi-sweet chocolate chip, semisweet chip, semisweet-chocolate chip, semi-sweet chip, semisweet chocolate chunk
19904 bittersweet chocolate, dark chocolate 70%, 70% dark chocolate, bittersweet chocolate chip, bitter dark chocolate
19903 dark chocolate, plain chocolate, chocolate, dark chocolate chip, good-quality dark chocolate, plain dark chocolate, dark chocolate chunk, chocolate bar, bittersweet dark chocolate, chocolate chunk
19120 milk chocolate, milk chocolate chip, good-quality milk chocolate, chocolate drop
19087 white chocolate, white chocolate chip, white chocolate drop, good-quality white chocolate
19165 cocoa powder, unsweetened cocoa powder, cocoa, unsweetened cocoa, cacao powder, natural cocoa powder, cocoa unsweetened, natural unsweetened cocoa powder
19166 dutch-process cocoa powder, dutch process cocoa, dutch-processed cocoa powder
19177 gelatin, gelatine, unflavored gelatin, gelatin powder, powdered gelatin, gelatine leaf, leaf gelatine, gelatin sheet, leaf gelatin, powdered gelatine, gelatine powder, unflavored powdered gelatin, sheet gelatin, gelatin leaf
19172 jello, jell-o, gelatin dessert mix, flavored gelatin
19310 pectin, powdered pectin
42063 liquid pectin
19117 halva, halvah
19230 vanilla frosting, ready-made icing
19226 chocolate frosting
19312 apple pie filling
19314 cherry pie filling
19202 instant vanilla pudding mix, vanilla pudding mix, instant vanilla pudding, vanilla instant pudding mix
19184 instant chocolate pudding mix, chocolate pudding mix
19071 carob chip
16055 carob powder, carob flour
19107 hard candy, boiled sweet, candy cane, peppermint candy
19018 fruit syrup
42281 xanthan gum, guar gum
`;
