const IRREGULAR: Readonly<Record<string, string>> = {
  loaf: "loaves",
  leaf: "leaves",
  half: "halves",
  chilli: "chillies",
};

// The same in any number: nobody buys three broccolis.
const UNCHANGED =
  /(?:broccoli|cauliflower|celery|garlic|spinach|kale|lettuce|rice|pasta|spaghetti|macaroni|bread|asparagus|couscous|hummus|fish|salmon|tuna|cod|beef|pork|lamb|meat|mince|tofu|tempeh|fennel|corn|arugula|rocket|cabbage|parsley|basil|dill|mint|thyme|rosemary|cilantro|coriander|oats|greens|s)$/;

// What comes by the handful, the slice or the pair: its weight is said in the plural, though nobody counts it.
const MANY_BY_WEIGHT =
  /(?:bean|\bapple|lentil|pea|chickpea|berry|(?<!coco)nut|almond|cashew|oat|seed|noodle|sprout|shoot|raisin|sultana|date|olive|caper|mushroom|chanterelle|prawn|shrimp|carrot|potato|tomato|onion|shallot|grape|cherry|crumb|breadcrumb|chip|crisp|flake|currant|mussel|clam|scallop|oyster|jalapeno|fry|brown|artichoke heart|snail|apricot|prune|fig|crouton|cracker|gherkin|pickle|beetroot|parsnip|radish|turnip|green|leaf|pistachio|pecan|clove|artichoke|pepper|chilli|mangetout|plum|pear|peach|nectarine|lychee|sausage|frankfurter|bratwurst|burger|meatball|chop|shank|rib|breast|thigh|drumstick|wing|leg|chicken liver|fish fillet|salmon fillet|anchovy fillet|finger|sardine|slice|vegetable|biscuit|cookie|marshmallow|pretzel|sweet|tortilla|wrap|roll|bun|bagel|muffin|crumpet|waffle|pancake|croissant|dumpling|gnocchi|grit|grain|pearl|stick|cube|ring|chunk|melon|floret|sprinkle|kernel|yam|plantain|falafel|herb|sheet|chapati)$/;

/** The plural of a food's name or of what one of it is called: tomatoes, strawberries, loaves, chicken breasts. */
export function plural(name: string): string {
  const last = name.split(" ").at(-1) ?? name;
  const irregular = IRREGULAR[last];
  if (irregular) return name.slice(0, name.length - last.length) + irregular;
  if (UNCHANGED.test(last)) return name;
  if (/[^aeiou]y$/.test(last)) return `${name.slice(0, -1)}ies`;
  if (/(?:tomato|potato|mango)$/.test(last) || /(?:ch|sh|x|ss)$/.test(last)) return `${name}es`;
  return `${name}s`;
}

/** The name beside a weight or a packet: "500 g potatoes", "500 g spaghetti", "1 bunch radishes", "200 g bacon". */
export function nameByWeight(name: string): string {
  return MANY_BY_WEIGHT.test(name) && !/(?:bell|black|white|sichuan) pepper$|pineapple$/.test(name)
    ? plural(name)
    : name;
}
