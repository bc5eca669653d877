/**
 * What people write in a diary, and the energy (kcal, least and most) that such a portion has by the tables of usual
 * servings in Britain and America, whichever kind of it is meant. `?` in front: no food that is loaded is meant, so that unknown is right.
 */
const TEXT = `
a glass of wine|100|170
glass of red wine|100|170
2 slices of toast with butter|200|320
cappuccino|60|140
a cappuccino|60|140
pint of beer|180|260
bowl of muesli|150|300
bowl of porridge|140|300
bowl of cereal|90|220
handful of nuts|140|220
?1 Big Mac|480|600
apple|50|110
banana|80|125
an apple|50|110
2 bananas|160|250
chips|220|500
300 g chips|600|1000
bag of crisps|120|850
protein shake|90|260
?sandwich|200|600
cheese sandwich|280|500
ham sandwich|230|450
1 yogurt|70|160
a pot of yogurt|70|160
greek yogurt|90|200
1 coffee|0|10
coffee with milk|10|60
black coffee|0|10
cup of tea|0|10
cup of tea with milk|10|50
latte|90|220
flat white|60|150
espresso|0|10
glass of milk|90|190
glass of orange juice|70|130
orange juice|70|130
can of coke|130|150
a bottle of beer|120|220
2 donuts|350|650
croissant|200|300
slice of pizza|200|350
2 slices of pizza|400|700
slice of cake|200|450
chocolate bar|200|300
2 squares of chocolate|80|140
ice cream|100|250
2 biscuits|90|160
3 cookies|150|500
boiled egg|65|85
2 fried eggs|150|220
scrambled eggs|85|250
omelette|150|350
bacon and eggs|150|350
toast|70|130
beans on toast|180|350
slice of bread with jam|100|170
peanut butter toast|160|280
bowl of soup|80|250
tomato soup|70|220
green salad|5|60
?caesar salad|150|500
burger|240|550
cheeseburger|300|650
hot dog|220|350
fries|220|500
fish and chips|700|1200
plate of pasta|250|450
spaghetti bolognese|400|700
lasagne|350|800
?chicken curry|250|600
bowl of rice|180|350
?8 pieces of sushi|250|450
burrito|350|700
glass of water|0|0
gin and tonic|110|190
smoothie|120|300
hot chocolate|150|300
cornflakes|100|160
2 weetabix|120|160
handful of grapes|30|70
strawberries|20|60
avocado toast|150|300
hummus and carrots|90|200
mashed potatoes|130|260
jacket potato with cheese|230|420
roast chicken|150|350
steak|250|500
salmon|200|350
tuna salad|120|350
?quiche|300|500
energy drink|100|120
glass of champagne|85|130
shot of vodka|55|105
cereal bar|80|180
slice of cheese|60|120
slice of ham|25|60
apple pie|250|420`;

export const EATEN_LINES: readonly (readonly [text: string, least: number, most: number])[] = TEXT.trim()
  .split("\n")
  .map((line) => line.split("|"))
  .map(([text = "", least, most]) => [text.replace(/^\?/, ""), Number(least), Number(most)]);
