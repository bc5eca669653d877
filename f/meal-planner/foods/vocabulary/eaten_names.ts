/**
 * What people call what they eat, where a recipe means another thing by it or has no word for it: one name in place of
 * another. Words as names are compared (singular, lower case).
 */
export const EATEN_AS: Readonly<Record<string, string>> = {
  muffin: "blueberry muffin",
  cake: "chocolate cake",
  pizza: "cheese pizza",
  burger: "hamburger in a bun",
  hamburger: "hamburger in a bun",
  "hot dog": "hot dog in a bun",
  taco: "filled taco",
  fry: "takeaway chip",
  "french fry": "takeaway chip",
  lasagna: "meat lasagne",
  lasagne: "meat lasagne",
  "jacket potato": "baked potato",
  cookie: "chocolate chip cookie",
  porridge: "cooked porridge",
  oatmeal: "cooked porridge",
  "tomato soup": "prepared tomato soup",
  soup: "vegetable soup",
  cereal: "corn flake",
  chili: "chili with meat and beans",
  "macaroni cheese": "prepared macaroni and cheese",
  "macaroni and cheese": "prepared macaroni and cheese",
  smoothie: "fruit smoothie",
  cocoa: "hot chocolate",
  "roast chicken": "cooked chicken",
  coke: "cola",
  mash: "mashed potato",
};

/** Words that mean one thing in Britain and another in America. */
export const EATEN_IN: Readonly<Record<"british" | "american", Readonly<Record<string, string>>>> = {
  british: { chip: "takeaway chip", biscuit: "digestive biscuit", bean: "baked bean" },
  american: { chip: "crisp", biscuit: "buttermilk biscuit" },
};

/** What is made up of several foods, for one: the lines of its recipe. A name that says the amounts is no guess of ours. */
export const MADE_UP: Readonly<Record<string, readonly string[]>> = {
  cappuccino: ["60 g espresso", "120 ml whole milk"],
  latte: ["60 g espresso", "200 ml whole milk"],
  "caffe latte": ["60 g espresso", "200 ml whole milk"],
  "cafe latte": ["60 g espresso", "200 ml whole milk"],
  "cafe au lait": ["120 ml coffee", "120 ml whole milk"],
  "flat white": ["60 g espresso", "110 ml whole milk"],
  macchiato: ["30 g espresso", "15 ml whole milk"],
  americano: ["60 g espresso", "120 ml water"],
  mocha: ["60 g espresso", "180 ml hot chocolate"],
  "white coffee": ["210 ml coffee", "30 ml whole milk"],
  "milky coffee": ["120 ml coffee", "120 ml whole milk"],
  "gin tonic": ["44 ml gin", "150 ml tonic water"],
  "protein shake": ["32 g whey protein powder", "300 ml water"],
  "fish chip": ["226 g battered fish", "154 g takeaway chips"],
  "side salad": ["80 g mixed salad leaves", "50 g tomatoes"],
  "green salad": ["80 g mixed salad leaves"],
  salad: ["80 g mixed salad leaves", "50 g tomatoes"],
  "chocolate bar": ["45 g milk chocolate"],
  blt: ["70 g white bread", "30 g cooked bacon", "20 g lettuce", "40 g tomatoes", "14 g mayonnaise"],
};

/** A sandwich and its like by what it is on; what is in it comes before the word: "ham sandwich". */
export const FILLED: Readonly<Record<string, readonly string[]>> = {
  sandwich: ["70 g white bread", "7 g butter"],
  toastie: ["70 g white bread", "10 g butter"],
  bagel: ["105 g plain bagel"],
  baguette: ["125 g baguette", "10 g butter"],
  toast: ["35 g white bread"],
};
