const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What a cook does to a food before it goes in. Words that name another product (dried, smoked, canned) aren't here. */
export const PREPARATIONS = words(`
  beaten blitzed boned bruised brushed butterflied chopped cleaned cooked cooled cored coarsely-chopped cracked
  crosshatched crumbled crushed cubed cut debearded deboned decrusted defrosted deseeded deveined diced dissolved divided
  drained filleted finely-chopped flaked flattened fluffed grated gutted halved hard-boiled hard-cooked heated
  hulled husked juiced julienned julienne mashed matchsticked melted microwaved minced mixed-together patted peeled
  pin-boned pitted poached pounded pressed pricked pulled pulsed pureed puréed pulverized quartered reserved rinsed
  rolled-out roughly-chopped sautéed sauteed scalded scaled scored scraped scrubbed seeded segmented separated shaved
  shelled shredded shucked sieved sifted skewered skinned skinless-removed slashed sliced slit slivered smashed snapped
  snipped soaked soft-boiled softened spiralized split squeezed steamed stemmed stirred stoned strained stripped
  tempered thawed tied toasted topped tailed torn trimmed unpeeled unsifted warmed washed well-washed well-stirred
  well-beaten whipped-stiff whisked zested soft-set squashed grilled caramelized caramelised deep-fried pan-fried
  par-boiled parboiled crisped carved chunked cored-and halved lengthways lengthwise crosswise sectioned wedged
  thickly-sliced thinly-sliced stuck freshly-ground freshly-grated freshly-squeezed packed-down unwrapped uncooked chilled
`);

/** How it is done; a preparation may begin with these. */
export const PREPARATION_ADVERBS = words(`
  finely coarsely roughly thinly thickly freshly lightly very well thoroughly gently loosely tightly firmly carefully
  coarsley diagonally evenly crudely fine newly slightly partially partly completely
`);

/** Words of a preparation that don't stand alone. */
export const PREPARATION_TAIL = words(`
  and or then into in to a an the of half halves quarters chunks chunk pieces piece slices slice rounds strips dice
  cubes cube wedges rings coins matchsticks ribbons florets lengths batons lardons sticks inch cm mm thick thin bite-size
  bite-sized small large medium chunky off removed discarded on at room temperature if necessary needed diagonal lengthwise
  lengthways crosswise horizontally vertically dry paper towels under cold running water until smooth stiff fine
  finely very up together apart separately still warm cool with your hands hand skin skins peel seeds
`);

/** A later part of a line is a preparation where it starts with one of these. */
export const PREPARATION_OPENERS = words(`
  at cut skin skins skin-on bone-in seeds stems stem stalks stones stone strings fat tails tough core rind each
  white leaves cold warm hot chilled room-temperature broken made blended blanched roasted dried left tied ready
  crust crusts seasoned studded tips strings pith bones membrane membranes head heads shells shell husks ends tops pulled
`);

/** How full a spoon or cup, how big a piece; said before the unit or after it. */
export const FILL_WORDS = words(`
  heaped heaping rounded level levelled leveled scant generous packed overfilled brimming full bare good
  well-packed loosely-packed tightly-packed thumb-size thumb-sized walnut-size walnut-sized
`);

/** Manner before a fill word: "tightly packed". */
export const FILL_ADVERBS = words("tightly loosely firmly lightly well slightly very");

/** How sure the number is. */
export const APPROXIMATIONS = words(
  "about approximately approx approx. around roughly circa ca ca. nearly almost another",
);

/** Sizes, and the word that stands for each. */
export const SIZES: Readonly<Record<string, string>> = {
  tiny: "tiny",
  mini: "mini",
  small: "small",
  sm: "small",
  "small-sized": "small",
  "small-size": "small",
  smallish: "small",
  medium: "medium",
  med: "medium",
  md: "medium",
  "medium-size": "medium",
  "medium-sized": "medium",
  "medium-large": "large",
  large: "large",
  lg: "large",
  lge: "large",
  lrg: "large",
  "large-size": "large",
  "large-sized": "large",
  "good-size": "large",
  "good-sized": "large",
  big: "large",
  huge: "extra large",
  "extra-large": "extra large",
  xl: "extra large",
  jumbo: "extra large",
  giant: "extra large",
  plump: "large",
  thick: "thick",
  thin: "thin",
};

/** Sizes that are part of a food's name unless a unit follows ("thin slices", "mini marshmallows"). */
export const SIZES_BEFORE_UNIT_ONLY = words("thick thin mini plump fat");

/** A name that consists of these only isn't finished: "skinless, boneless chicken breasts". */
export const DESCRIPTORS = words(`
  skinless boneless bone-in skin-on fresh freshly ripe firm firm-ripe just-ripe underripe overripe raw large small medium
  whole lean extra-lean unsalted salted sweetened unsweetened dark light bittersweet semisweet sweet dry dried plain
  low-fat nonfat non-fat fat-free reduced-fat full-fat low-sodium reduced-sodium unbleached organic free-range cold
  warm hot good good-quality best-quality high-quality quality thick thin crusty robust fruity full-bodied light-bodied soft hard mild sharp mature
  frozen fresh-frozen
  canned tinned cooked uncooked white red green yellow black brown golden baby young old-fashioned day-old stale
  imported homemade store-bought unpeeled young tender crisp smoked unsmoked rindless thick-cut thin-cut streaky
  center-cut long-grain short-grain medium-grain all-purpose natural pure clear runny extra-firm silken medium-sized
  seedless pitless heavy double single strong stone-ground extra-virgin virgin unrefined refined active instant
  regular smooth crunchy chunky creamy assorted mixed wild farmed live jumbo long short fat tart tangy spicy
`);

/** Words that make the rest of a phrase a comment or a purpose. */
export const COMMENT_OPENERS = words(`
  for plus such either preferably depending if from with without each see until about approximately approx ideally
  optional using like eg e.g e.g. i.e ie i.e. as available avaliable substitute including include not no or roughly
  per used note nb alternatively enough because optionally weighing store store-bought
`);

/** After "to" these make a comment: "to taste", "to serve". */
export const AFTER_TO = words(`
  taste serve garnish cover finish decorate drizzle brush dust coat fry grease sprinkle top dress accompany glaze
  season dip fill make thicken loosen bind use your the yield
`);
