/** Names whose first word looks like a preparation or a unit but belongs to the product. */
export const COMPOUND_NAMES: readonly (readonly [first: string, second: string])[] = [
  ["split", "pea"],
  ["split", "peas"],
  ["split", "chickpeas"],
  ["pulled", "pork"],
  ["whipped", "cream"],
  ["whipped", "topping"],
  ["whipped", "butter"],
  ["shredded", "wheat"],
  ["cooked", "ham"],
  ["strained", "yogurt"],
  ["strained", "yoghurt"],
  ["mashed", "potato"],
  ["cubed", "steak"],
  ["pressed", "cottage"],
  ["grilled", "halloumi"],
  ["steamed", "buns"],
  ["poached", "eggs"],
  ["split", "red"],
  ["seeded", "bread"],
  ["seeded", "bun"],
  ["cracked", "wheat"],
  ["slivered", "almonds"],
  ["flaked", "almonds"],
];

/** Modifiers that share the head of a list: "corn, peanut or vegetable oil" are three oils. */
export const SHARING_MODIFIERS: ReadonlySet<string> = new Set(
  `corn peanut groundnut olive vegetable canola rapeseed sunflower grapeseed safflower sesame avocado walnut soybean lemon
  lime orange chicken beef veal fish turkey red white black brown dark light whole skim skimmed semi-skimmed low-fat
  cider balsamic sherry champagne rice wine navy pinto cannellini kidney plain greek unsalted salted jalapeño jalapeno
  serrano semisweet bittersweet dry sweet yellow green raspberry dijon english italian russet spanish vidalia ground
  fresh frozen canned dried pork lamb malt wheat rye spelt oat barley almond soy soya sheep goat cow smooth crunchy smoked unsmoked cherry grape plum
  kosher sea table coarse`.split(/\s+/),
);

/** Heads that a list can share. */
export const SHARED_HEADS: ReadonlySet<string> = new Set(
  `oil salt vinegar stock broth juice zest cheese sugar flour milk cream wine sauce bean beans pepper peppers chile chiles
  chilli chillies chili chilies leaves rice chips onion onions potato potatoes mustard yogurt yoghurt butter tomato
  tomatoes apple apples cabbage wine lentils lentil thighs breasts mince sausage bread olives nuts seeds`.split(
    /\s+/,
  ),
);
