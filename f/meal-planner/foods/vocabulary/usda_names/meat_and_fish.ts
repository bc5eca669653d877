/** USDA SR number, then the names that cooks use for that record. */
export const MEAT_AND_FISH = `
05001 whole chicken, chicken, roasting chicken, fryer chicken, frying chicken, broiler, chicken carcass, free-range chicken, fryer, chicken bone, roaster, poussin, chicken joint, stewing chicken, organic chicken
05006 chicken piece, chicken part, chicken portion, chicken thighs and drumstick, cut-up chicken, chicken quarter
05011 chicken meat, boneless chicken, skinless chicken, diced chicken, boneless skinless chicken, chicken strip, chicken chunk
05013 cooked chicken, shredded chicken, leftover chicken, roast chicken, shredded cooked chicken, cooked chicken meat, chicken, cooked shredded chicken, rotisserie chicken, diced cooked chicken, leftover roast chicken, rotisserie chicken meat
05062 chicken breast, boneless skinless chicken breast, skinless chicken breast, skinless boneless chicken breast, chicken breast fillet, chicken fillet, chicken tender, chicken tenderloin, chicken breast half, boneless chicken breast, boneless skinless chicken breast half, skinless chicken breast fillet, chicken cutlet, chicken escalope, chicken breast cutlet, boneless skinless chicken breast halves, skinless boneless chicken breast half, chicken supreme, chicken breast meat
05057 chicken breast with skin, skin-on chicken breast, bone-in chicken breast, bone-in skin-on chicken breast, chicken breast on the bone
05064 cooked chicken breast, chicken breast, cooked boneless chicken breast, roasted chicken breast
05096 chicken thigh, boneless skinless chicken thigh, skinless chicken thigh, boneless chicken thigh, chicken thigh fillet, skinless boneless chicken thigh, skinless chicken thigh fillet, chicken thigh meat, chicken thigh boneless
05091 chicken thigh with skin, bone-in chicken thigh, skin-on chicken thigh, bone-in skin-on chicken thigh, chicken thigh on the bone
05066 chicken drumstick, drumstick
05075 chicken leg, chicken leg quarter, whole chicken leg
05100 chicken wing, chicken wingette, chicken drumette
05332 ground chicken, minced chicken, chicken mince
05027 chicken liver
05020 chicken giblet, giblet
05023 chicken gizzard
05025 chicken heart
05015 chicken skin
05307 cornish hen, cornish game hen, game hen, rock cornish hen
05311 chicken
05165 turkey, whole turkey, fresh turkey
05191 bone-in turkey breast, turkey breast with skin, whole turkey breast
05219 turkey breast, boneless turkey breast, turkey cutlet, turkey breast fillet, turkey steak, turkey fillet, turkey tenderloin, turkey escalope
05220 cooked turkey, leftover turkey, roast turkey, turkey, cooked turkey meat
05193 turkey leg
05717 turkey thigh
05195 turkey wing
05305 ground turkey, minced turkey, turkey mince
05665 lean ground turkey, 93% lean ground turkey
07081 deli turkey, sliced turkey breast, smoked turkey, sliced turkey, smoked turkey breast
05139 duck, whole duck, duck breast, skin-on duck breast, duck leg, duck magret, magret duck breast, duckling
05141 duck meat, skinless duck breast
05145 wild duck breast
05146 goose
05150 goose liver, foie gras, fresh foie gras
05153 pheasant
05155 pheasant breast
05157 quail
05160 squab, pigeon
05161 pigeon breast
05151 guinea fowl, guinea hen
13047 grass-fed ground beef
23572 ground beef, minced beef, beef mince, ground chuck, hamburger, hamburger meat, mince, 80/20 ground beef, ground beef chuck, ground steak, minced steak, steak mince, mincemeat beef, ground round, ground beef round, ground beef meat, burger meat
23562 lean ground beef, lean minced beef, lean beef mince, ground sirloin, lean mince, ground beef lean, lean minced steak
23557 extra lean ground beef, extra-lean ground beef, extra lean minced beef
23567 85% lean ground beef
23095 stewing beef, beef stew meat, stew meat, beef chuck, chuck steak, braising steak, stewing steak, beef stewing meat, chuck roast, beef, braising beef, beef cube, beef shin, shin of beef, beef cheek, boneless beef chuck, stew beef, beef chuck roast, beef chuck steak, ox cheek, casserole beef, stewing meat, shin beef, boneless chuck roast, diced beef, boneless beef, beef for stew
13817 chuck blade roast, pot roast, beef pot roast
23613 brisket, beef brisket, brisket of beef, lean brisket, flat-cut brisket, fresh brisket
13346 corned beef brisket
13348 corned beef, canned corned beef
13147 short rib, beef short rib, beef rib, bone-in short rib, bone-in beef short rib
13833 rib roast, standing rib roast, prime rib, rib of beef, rib roast of beef
23202 rib eye steak, ribeye steak, rib-eye steak, ribeye, rib eye, boneless rib-eye steak, scotch fillet, cote de boeuf
23624 beef tenderloin, filet mignon, beef fillet, fillet steak, fillet of beef, tenderloin steak, beef fillet steak, tenderloin of beef, fillet beef, beef tenderloin steak, tournedo
23625 sirloin, sirloin steak, top sirloin, beef sirloin, top sirloin steak, rump steak, beef sirloin steak, boneless sirloin, boneless sirloin steak, rump
23627 strip steak, new york strip steak, new york strip, steak, beef steak, shell steak, strip loin, sirloin steak uk, top loin steak, striploin, lean steak, minute steak
13905 porterhouse steak
13907 t-bone steak
23617 top round, top round steak, round steak, beef round, london broil, topside, topside of beef, beef topside, beef round steak
23618 bottom round, bottom round roast, silverside, rump roast, silverside of beef
23616 eye of round, eye round roast
13970 flank steak, beef flank, bavette, bavette steak, flank, beef flank steak
23169 skirt steak, hanger steak, beef skirt steak, outside skirt steak
13227 beef shank, shank beef, osso buco beef
13321 beef heart, ox heart
13323 beef kidney, ox kidney, kidney beef
13325 beef liver, ox liver
13339 beef tongue, ox tongue
13341 tripe, honeycomb tripe, beef tripe, ox tripe
13350 dried beef, chipped beef
13355 pastrami
17224 ground lamb, minced lamb, lamb mince, lamb minced, lean ground lamb, lean minced lamb
17011 leg of lamb, lamb leg, boneless leg of lamb, bone-in leg of lamb, leg lamb, gigot, half leg of lamb, lamb leg steak
17035 lamb shoulder, shoulder of lamb, boneless lamb shoulder, lamb shoulder meat, shoulder lamb, lamb, neck of lamb, lamb neck, lamb neck fillet, lamb breast, breast of lamb, diced lamb shoulder, lamb neck chop
17007 lamb shank, lamb foreshank, shank of lamb
17023 lamb loin, lamb loin chop, loin of lamb, lamb chop, saddle of lamb, lamb cannon, loin lamb chop, lamb fillet, lamb loin fillet, barnsley chop, lamb medallion
17029 rack of lamb, lamb rib, lamb rack, lamb cutlet, lamb rib chop, best end of lamb, baby lamb chop, best end of neck of lamb chop
17059 lamb stew meat, diced lamb, cubed lamb, lamb cube, lamb for stew, stewing lamb, boneless lamb, lamb meat, lamb stewing meat
17199 lamb liver, lamb's liver
17195 lamb kidney, lamb's kidney
17142 ground veal, minced veal, veal mince
17426 veal cutlet, veal escalope, veal scaloppine, veal scallopini, veal scaloppini, rose veal escalope
17140 veal stew meat, veal, cubed veal, diced veal, stewing veal
17276 veal shank, osso buco, osso bucco
17104 veal loin, veal chop, loin veal chop
17116 veal shoulder
17202 calf liver, calves liver, calf's liver, veal liver, calves' liver
17164 venison, deer, venison loin, venison steak, loin of venison, venison fillet, venison haunch, diced venison, venison meat
17343 ground venison, minced venison
17177 rabbit, rabbit leg, rabbit meat, rabbit saddle, domestic rabbit
17180 wild rabbit
17168 goat, goat meat
17330 ground bison
17158 wild boar
10219 ground pork, minced pork, pork mince, lean ground pork, minced lean pork, ground lean pork
10005 pork belly, belly of pork, belly pork, pork belly slice
10008 pork leg, leg of pork, fresh ham
10060 pork tenderloin, pork fillet, pork loin fillet, tenderloin of pork, pork tenderloin fillet
10024 pork loin, boneless pork loin, loin of pork, pork loin roast, pork, lean pork, pork cube, pork meat, boneless pork loin roast, pork roast, pork loin steak, center-cut pork loin, diced pork, boneless pork, pork strip
10040 pork chop, bone-in pork chop, pork loin chop, center-cut pork chop, center cut pork chop, loin pork chop, thick-cut pork chop
10062 boneless pork chop, boneless pork loin chop
10070 pork shoulder, shoulder of pork, pork shoulder roast, boneless pork shoulder, pork shoulder meat, pork neck, pork collar, pork trimming, boneless pork shoulder roast, pork stew meat, stewing pork
10080 pork butt, boston butt, pork shoulder butt, boneless pork butt, pork shoulder blade
10088 sparerib, pork sparerib, pork rib, pork ribs, rib, pork spare rib, spare rib
10192 baby back rib, back rib, baby-back rib, pork back rib
10204 country-style rib, country-style pork rib
10102 pig's foot, pig's trotter, pork trotter, trotter, pig foot
10110 pork liver, pig's liver
10103 pork heart
10106 pork kidney
10105 pork jowl, guanciale
10004 fatback, pork fat, pork back fat, back fat, pork fatback, lardo
10109 leaf fat
10123 bacon, streaky bacon, smoked bacon, smoked streaky bacon, back bacon, bacon slice, bacon rasher, thick-cut bacon, pancetta, lardon, bacon lardon, slab bacon, thick bacon, unsmoked bacon, bacon strip, smoked back bacon, sliced bacon, diced bacon, bacon cube, rindless streaky bacon, smoked lardon, applewood-smoked bacon, applewood smoked bacon, dry-cured bacon, pancetta cube, rindless bacon, rashers bacon, thick sliced bacon, smoked pancetta, unsmoked streaky bacon
10862 cooked bacon, crispy bacon, crumbled bacon
10130 canadian bacon, peameal bacon
10150 ham, smoked ham, cured ham, gammon, ham hock, country ham, gammon joint, ham joint, smoked ham hock, gammon steak, baked ham, bayonne ham, ham bone, smoked gammon
10153 cooked ham
07029 deli ham, sliced ham, ham slice, boiled ham, ham slices, cooked ham, honey ham, lean ham, black forest ham, ham, cooked sliced ham
10165 salt pork
10141 prosciutto, parma ham, serrano ham, jamon serrano, prosciutto slice, jambon de bayonne, prosciutto di parma, iberico ham, jamón ibérico, speck
07036 italian sausage, italian pork sausage, pork sausage, sausage, hot italian sausage, sweet italian sausage, sausage meat, sausagemeat, spicy italian sausage, mild italian sausage, bulk sausage, pork sausagemeat, breakfast sausage, cumberland sausage, bulk pork sausage, good-quality pork sausage, sausage link, lincolnshire sausage, toulouse sausage, bulk italian sausage
07019 chorizo, chorizo sausage, spanish chorizo, cooking chorizo, dry chorizo, mexican chorizo, linguica, linguiça, chouriço, cured chorizo, dried chorizo
07059 polish sausage, kielbasa, kielbasa sausage, smoked polish sausage
07075 smoked sausage, andouille sausage, andouille, smoked andouille sausage
07005 black pudding, blood sausage, morcilla, boudin noir
07013 bratwurst
07022 hot dog, frankfurter, wiener, beef frankfurter, hotdog
07950 frankfurter sausage
07955 turkey sausage, ground turkey sausage
07050 mortadella
07057 pepperoni, pepperoni slice
07072 salami, genoa salami, soppressata, hard salami, sopressata, dry salami, saucisson
07055 pate, pâté, liver pate
07043 deli roast beef, sliced roast beef
15001 fresh anchovy, white anchovy
15002 anchovy, anchovy fillet, anchovies in oil, anchovy in oil, anchovy paste, salted anchovy, salt-packed anchovy, flat anchovy, oil-packed anchovy, flat anchovy fillet, anchovy filet, oil-packed anchovy fillet
15091 bass, sea bass, sea bass fillet, whole sea bass, branzino, wild sea bass, black sea bass
15004 striped bass
15005 bluefish
15234 catfish, catfish fillet
15012 caviar, fish roe, salmon caviar
15015 cod, cod fillet, cod loin, scrod, white fish, white fish fillet, firm white fish, skinless cod fillet, white-fleshed fish, firm white fish fillet, coley
15018 salt cod, bacalao, baccala, dried salt cod, salted cod
15028 sole, flounder, sole fillet, lemon sole, flounder fillet, plaice, dover sole, plaice fillet, dab, lemon sole fillet
15025 eel
15031 grouper
15033 haddock, haddock fillet
15035 smoked haddock, smoked haddock fillet, undyed smoked haddock, undyed smoked haddock fillet, naturally smoked haddock
15036 halibut, halibut fillet, halibut steak
15039 herring, herring fillet
15041 pickled herring, rollmop
15042 kipper, kipper fillet, kippered herring
15046 mackerel, mackerel fillet
15048 canned mackerel, mackerel
15023 mahi mahi, mahimahi
15054 monkfish, monkfish fillet, monkfish tail
15055 mullet, grey mullet, red mullet, gray mullet, grey mullet steak, red mullet fillet
15060 perch
15062 pike
15065 pollock, pollack
15070 rockfish
15236 salmon, salmon fillet, salmon steak, skinless salmon fillet, atlantic salmon, farmed salmon, side of salmon, fresh salmon, skin-on salmon fillet, fillet of salmon, salmon fillet skinless
15076 wild salmon, wild salmon fillet
15085 sockeye salmon
15087 salmon, canned salmon, red salmon, tinned salmon
15260 canned pink salmon, pink salmon
15077 smoked salmon, lox, gravlax, hot-smoked salmon, smoked salmon trimming, smoked salmon slice
15088 sardine, canned sardine, sardines in oil, sardine fillet
15094 shad
15101 red snapper, snapper, snapper fillet, red snapper fillet
15110 swordfish, swordfish steak
15261 tilapia, tilapia fillet
15240 trout, rainbow trout, trout fillet, whole trout
15127 tuna, tuna steak, fresh tuna, ahi tuna, yellowfin tuna, sushi-quality tuna, sushi-grade tuna, tuna loin, fresh tuna steak
15121 tuna, canned tuna, tuna in water, light tuna, chunk light tuna, tuna in spring water, tinned tuna
15119 tuna in oil, tuna in olive oil, oil-packed tuna, italian tuna
15126 albacore tuna, white tuna, solid white tuna
15129 turbot, brill, turbot fillet, brill fillet
15132 whiting, hake
15139 crab, crabmeat, crab meat, lump crabmeat, lump crab meat, white crabmeat, fresh crabmeat, blue crab, soft-shell crab, jumbo lump crabmeat, brown crabmeat, white crab meat, picked crabmeat
15143 dungeness crab
15141 canned crab, crab, crabmeat, crab meat
15145 crayfish, crawfish, crayfish tail
15147 lobster, lobster tail, lobster meat, whole lobster, live lobster
15270 shrimp, prawn, king prawn, tiger prawn, jumbo shrimp, raw prawn, raw shrimp, large shrimp, medium shrimp, raw king prawn, rock shrimp, raw tiger prawn, peeled shrimp, peeled prawn, langoustine, brown shrimp, whole king prawn
15151 cooked shrimp, cooked prawn, shrimp, prawn, cooked king prawn, cooked peeled prawn
15152 shrimp, prawn
15155 abalone
15157 clam, littleneck clam, manila clam, cherrystone clam, razor clam, palourde clam, chowder clam, quahog, fresh clam, steamer clam
15160 clam, canned clam, baby clam, minced clam, chopped clam
15162 clam juice, bottled clam juice
15163 cuttlefish
15164 mussel, blue mussel, fresh mussel, live mussel
15166 octopus, baby octopus, octopus tentacle
15167 oyster, shucked oyster, fresh oyster, rock oyster
15172 scallop, sea scallop, bay scallop, king scallop, queen scallop, diver scallop, hand-dived scallop
15175 squid, calamari, baby squid, squid tentacle, cleaned squid, squid ring
90560 snail, escargot
80200 frog leg, frogs' leg
`;
