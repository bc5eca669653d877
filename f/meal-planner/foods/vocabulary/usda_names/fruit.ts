/** USDA SR number, then the names that cooks use for that record. */
export const FRUIT = `
09003 apple, eating apple, dessert apple, cooking apple, bramley apple, green apple, red apple, pink lady apple, braeburn apple, tart apple, honeycrisp apple, cox apple, crisp apple, bramley, mcintosh apple, rome apple, jonagold apple, russet apple
09502 granny smith apple, granny smith
09501 golden delicious apple, golden delicious
09500 red delicious apple
09503 gala apple
09504 fuji apple
09077 crab apple, crabapple
09016 apple juice, cloudy apple juice, apple cider, fresh apple cider, sweet cider, unsweetened apple juice
09019 applesauce, apple sauce, unsweetened applesauce
09011 dried apple, dried apple ring, dried apple slice
09021 apricot
09032 dried apricot, apricot, ready-to-eat dried apricot, ready-to-eat apricot
09037 avocado, ripe avocado, haas avocado
09038 hass avocado, california avocado
09040 banana, ripe banana, overripe banana, very ripe banana, mashed banana
09042 blackberry
09048 blackberry
09050 blueberry
09054 blueberry
09053 wild blueberry
09070 cherry, sweet cherry, bing cherry, dark cherry, black cherry, fresh cherry, red cherry
09063 sour cherry, tart cherry, morello cherry
09076 cherry, sweet cherry
09044 dried cherry, dried sour cherry, dried tart cherry, cherry, sour cherry
09328 maraschino cherry, cocktail cherry
09426 candied fruit, mixed peel, candied peel, candied orange peel, glace cherry, glacé cherry, candied citron, candied lemon peel, mixed candied peel, candied citrus peel, cut mixed peel, chopped mixed peel, crystallised fruit, candied cherry, crystallized fruit
09078 cranberry
09079 dried cranberry, cranberry, craisin
09081 cranberry sauce, whole berry cranberry sauce
09083 blackcurrant, black currant
09084 redcurrant, red currant, white currant
09085 currant, dried currant, zante currant
09087 date, pitted date, dried date, chopped date
09421 medjool date
09089 fig, fresh fig, ripe fig, black fig, black mission fig
09094 dried fig, fig, dried black mission fig, ready-to-eat dried fig
09107 gooseberry
09110 goji berry
09111 grapefruit, pink grapefruit, ruby grapefruit, grapefruit segment
09112 red grapefruit, ruby red grapefruit
09116 white grapefruit
09128 grapefruit juice, fresh grapefruit juice, pink grapefruit juice
09132 grape, red grape, green grape, seedless grape, white grape, black grape, seedless red grape, red seedless grape, seedless green grape
09135 grape juice, white grape juice, red grape juice
09139 guava
09144 jackfruit
09420 jackfruit
09148 kiwi, kiwi fruit, kiwifruit
09149 kumquat
09150 lemon, lemon wedge, lemon slice, meyer lemon, unwaxed lemon, lemon half
09152 lemon juice, fresh lemon juice, freshly squeezed lemon juice, juice of lemon, lemon juiced, meyer lemon juice
09153 bottled lemon juice, lemon juice from concentrate
09156 lemon zest, lemon rind, lemon peel, grated lemon zest, zest of lemon, lime zest, lime rind, lime peel, zest lemon, zest lime, citrus zest, lemon zest strip, lemon skin, lime skin, grapefruit zest, yuzu zest
09159 lime, lime wedge, key lime, persian lime
09160 lime juice, fresh lime juice, freshly squeezed lime juice, key lime juice, juice of lime
09164 lychee, litchi
09176 mango, mango slice, ripe mango, green mango, alphonso mango, mango chunk
09178 dried mango
09181 cantaloupe, cantaloupe melon, melon, muskmelon, charentais melon
09184 honeydew melon, honeydew, galia melon
09326 watermelon
09191 nectarine
09193 olive, black olive, kalamata olive, ripe olive, pitted black olive, niçoise olive, kalamata, nicoise olive, pitted olive, greek olive, black kalamata olive, mixed olive, taggiasca olive, oil-cured olive, oil-cured black olive, gaeta olive, calamata olive
09195 green olive, stuffed olive, pimento-stuffed olive, stuffed green olive, spanish olive, pitted green olive, castelvetrano olive, picholine olive, cerignola olive, pimiento-stuffed olive, manzanilla olive
09200 orange, orange segment, orange slice, blood orange, seville orange, navel, mandarin orange segment
09202 navel orange
09206 orange juice, fresh orange juice, freshly squeezed orange juice, blood orange juice, juice of orange
09209 chilled orange juice
09216 orange zest, orange peel, orange rind, grated orange zest, zest of orange, zest orange, tangerine zest, mandarin peel, orange skin, dried orange peel, tangerine peel, clementine zest
09218 tangerine, mandarin orange, mandarin, satsuma
09433 clementine
09221 tangerine juice, mandarin juice, clementine juice
09226 papaya, green papaya
09231 passion fruit, passionfruit, passion fruit pulp
09232 passion fruit juice
09236 peach, white peach, yellow peach, ripe peach
09239 peach
09246 dried peach
09252 pear, conference pear, william pear, comice pear, anjou pear, ripe pear, cooking pear, dessert pear
09412 bartlett pear
09414 bosc pear
09340 asian pear, nashi pear
09259 dried pear
09263 persimmon, fuyu persimmon, sharon fruit
09266 pineapple, pineapple chunk, fresh pineapple, pineapple ring
09268 pineapple, pineapple chunk, pineapple ring, crushed pineapple, pineapple tidbit, pineapple slice, pineapple in juice
09273 pineapple juice, unsweetened pineapple juice
09277 plantain, green plantain, ripe plantain
09279 plum, red plum, victoria plum, damson, mirabelle, greengage
09291 prune, dried plum, pitted prune, dried prune, ready-to-eat prune, agen prune
09286 pomegranate, pomegranate seed, pomegranate aril
09442 pomegranate juice
09296 quince
09298 raisin, seedless raisin, dark raisin
09297 golden raisin, sultana
09302 raspberry
09518 raspberry
09307 rhubarb, rhubarb stalk, forced rhubarb
09310 frozen rhubarb
09316 strawberry, wild strawberry
09318 strawberry
09322 tamarind, tamarind pulp, tamarind paste
09295 pomelo
09174 loquat
09060 star fruit, starfruit, carambola
09165 dried lychee
09294 prune juice
09251 peach nectar
09036 apricot nectar
43382 cranberry juice, unsweetened cranberry juice
14242 cranberry juice cocktail
09163 dried blueberry
`;
