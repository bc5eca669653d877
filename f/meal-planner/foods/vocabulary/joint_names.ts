/** Dishes and drinks that are called by two foods, and bought or made as one: their words, as names are compared. */
export const DISHES_OF_TWO: ReadonlySet<string> = new Set(
  `macaroni cheese/mac cheese/rice bean/rice pea/fish chip/gin tonic/vodka tonic/rum coke/whiskey soda/half half/
  spaghetti meatball/biscuit gravy/banger mash/sausage mash/bubble squeak/surf turf/steak chip/chicken waffle/shrimp grit/
  peanut butter jelly/pork bean/frank bean/burger fry/cookie cream/pie mash`
    .split("/")
    .map((dish) => dish.trim()),
);

/** "Chicken and mushroom soup" is one soup: dishes and products that are called by what is in them. */
export const MADE_OF_SEVERAL: ReadonlySet<string> = new Set(
  `soup pie crisp chip pizza salad sandwich stuffing stew casserole pickle curry quiche risotto pasty cake cookie muffin
  pastry bun scone ravioli tortellini cannelloni lasagna dumpling gyoza wonton spring roll burger burrito taco wrap kebab skewer
  sausage bread loaf cracker biscuit bar granola muesli dip hummus smoothie tart flan frittata omelet rub blend mix
  seasoning spice medley bake gratin dressing marinade relish chutney squash cordial yogurt pâté terrine nugget
  goujon ball cube sundae crumble pudding drink topping filling`.split(/\s+/),
);
