import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Fish and shellfish: fresh, smoked and canned. */
export const FISH: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "fish", state: "fresh", sold: "gram 300", from: "fish", allergens: "fish" },
    `
salmon fillet: salmon; fresh salmon; skinless salmon fillet; salmon steak; atlantic salmon; side of salmon; skin-on salmon fillet; skinless salmon; boneless salmon fillet; boneless skinless salmon
  208 20.42 13.42 3.05 0 0 0 59 9 0.34 363 58 3.9 11 3.23 55
  cup 140, each 140, fillet 140, steak 170 | main salmon, usda 15236
wild salmon: sockeye salmon; wild salmon fillet; coho salmon; pink salmon
  131 22.25 4.69 0.81 0 0 0 78 9 0.43 367 49 0 14.1 4.69 51
  each 140, fillet 140 | main salmon, usda 15085
smoked salmon: lox; cold-smoked salmon; gravlax; smoked salmon trimming; smoked salmon slice
  117 18.28 4.32 0.93 0 0 0 672 11 0.85 175 26 0 17.1 3.26 23
  cup 140, slice 25, each 25 | sold gram 100, main salmon, state cured, usda 15077
hot-smoked salmon: hot smoked salmon; hot-smoked trout; smoked trout; kiln-roasted salmon; smoked trout fillet
  220 23 14 2.8 0.5 0 0.5 900 15 0.5 380 15 0 9 4.5 65
  each 120, fillet 120 | sold gram 180, main salmon, state cured
  # Label figures for hot-smoked salmon fillets.
cod: cod fillet; cod loin; atlantic cod; skinless cod fillet; cod steak; skinless cod
  82 17.81 0.67 0.13 0 0 0 54 16 0.38 413 12 1 0.9 0.91 43
  each 150, fillet 150 | main white fish, usda 15015
haddock: haddock fillet
  74 16.32 0.45 0.09 0 0 0 213 11 0.17 286 17 0 0.5 1.83 54
  each 150, fillet 150 | main white fish, usda 15033
pollock: pollock fillet; coley; alaska pollock; saithe
  56 12.19 0.41 0.12 0 0 0 333 15 0.22 160 3 0 0.2 1.63 46
  each 140, fillet 140 | main white fish, usda 15066
hake: hake fillet; whiting; hake loin
  90 18.31 1.31 0.25 0 0 0 72 48 0.34 249 30 0 1.4 2.3 67
  each 150, fillet 150 | main white fish, usda 15132
white fish fillet: white fish; firm white fish; firm white fish fillet; flaky white fish; fish fillet; fish; frozen white fish fillet; fresh fish; whole fresh fish; skinless white fish fillet; boneless white fish; whitefish; skate; skate wing
  69 15.27 0.41 0.09 0 0 0 303 8 0.16 235 2 0 0.5 1.98 47
  each 140, fillet 140 | main white fish, usda 15019
smoked haddock: smoked cod; finnan haddie; undyed smoked haddock; smoked haddock fillet; smoked whitefish
  116 25.23 0.96 0.17 0 0 0 763 49 1.4 415 24 0 0.8 1.6 77
  each 150, fillet 150 | main white fish, state cured, usda 15035
salt cod: bacalao; dried salt cod; bacalhau
  290 62.82 2.37 0.46 0 0 0 7027 160 2.5 1458 42 3.5 4 10 152
  | main white fish, state cured, usda 15018
sea bass: sea bass fillet; branzino; bass fillet; bass
  97 18.43 2 0.51 0 0 0 68 10 0.29 256 46 0 5.6 0.3 41
  each 100, fillet 100 | main white fish, usda 15091
sea bream: bream; sea bream fillet
  97 18.43 2 0.51 0 0 0 68 10 0.29 256 46 0 5.6 0.3 41
  each 100, fillet 100 | main white fish, usda 15091
sole: sole fillet; lemon sole; dover sole; turbot; flatfish; lemon sole fillet
  70 12.41 1.93 0.44 0 0 0 296 21 0.18 160 10 0 2.8 1.13 45
  each 120, fillet 120 | main white fish, usda 15028
flounder: flounder fillet
  70 12.41 1.93 0.44 0 0 0 296 21 0.18 160 10 0 2.8 1.13 45
  each 120, fillet 120 | main white fish, usda 15028
plaice: plaice fillet
  70 12.41 1.93 0.44 0 0 0 296 21 0.18 160 10 0 2.8 1.13 45
  each 120, fillet 120 | main white fish, usda 15028
halibut: halibut fillet; halibut steak; greenland halibut
  91 18.56 1.33 0.29 0 0 0 68 7 0.16 435 20 0 4.7 1.1 49
  each 160, fillet 160, steak 170 | main white fish, usda 15036
monkfish: monkfish fillet; anglerfish; monkfish tail
  76 14.48 1.52 0.34 0 0 0 18 8 0.32 400 12 1 0.5 0.9 25
  each 160, fillet 160 | main white fish, usda 15054
tilapia: tilapia fillet
  96 20.08 1.7 0.58 0 0 0 52 10 0.56 302 0 0 3.1 1.58 50
  each 115, fillet 115 | main white fish, usda 15261
pangasius: basa; basa fillet
  96 20.08 1.7 0.58 0 0 0 52 10 0.56 302 0 0 3.1 1.58 50
  each 115, fillet 115 | main white fish, usda 15261
catfish: catfish fillet
  119 15.23 5.94 1.31 0 0 0 98 8 0.23 302 0 0 0.2 2.88 55
  each 115, fillet 115 | main white fish, usda 15234
snapper: red snapper; snapper fillet; grouper; red snapper fillet
  100 20.51 1.34 0.28 0 0 0 64 32 0.18 417 32 1.6 10.2 3 37
  each 150, fillet 150 | main white fish, usda 15101
barramundi: rockfish; perch; john dory
  100 20.51 1.34 0.28 0 0 0 64 32 0.18 417 32 1.6 10.2 3 37
  each 150, fillet 150 | main white fish, usda 15101
red mullet:
  117 19.35 3.79 1.12 0 0 0 65 41 1.02 357 37 1.2 1.5 0.22 49
  each 150, fillet 150 | main white fish, usda 15055
grey mullet:
  117 19.35 3.79 1.12 0 0 0 65 41 1.02 357 37 1.2 1.5 0.22 49
  each 150, fillet 150 | main white fish, usda 15055
mahi mahi: mahimahi
  85 18.5 0.7 0.19 0 0 0 88 15 1.13 416 54 0 ? 0.6 73
  each 150, fillet 150 | main white fish, usda 15023
swordfish: swordfish steak
  144 19.66 6.65 1.6 0 0 0 81 5 0.38 418 36 0 13.9 1.7 66
  each 170, steak 170 | main swordfish, usda 15110
trout: rainbow trout; trout fillet; sea trout; whole trout
  141 19.94 6.18 1.38 0 0 0 51 25 0.31 377 84 2.9 15.9 4.3 59
  each 120, fillet 120 | main trout, usda 15240
mackerel: mackerel fillet; fresh mackerel; whole mackerel
  205 18.6 13.89 3.26 0 0 0 90 12 1.63 314 50 0.4 16.1 8.71 70
  each 100, fillet 100 | main mackerel, usda 15046
smoked mackerel: smoked mackerel fillet; peppered smoked mackerel
  354 19 31 6.5 0 0 0 750 20 1.2 310 31 0 8 6 105
  each 80, fillet 80 | sold gram 200, main mackerel, state cured
  # UK label figures for hot-smoked mackerel.
herring: fresh herring; sprat; herring fillet
  158 17.96 9.04 2.04 0 0 0 90 57 1.1 327 28 0.7 4.2 13.67 60
  each 100, fillet 100 | main herring, usda 15039
kipper: kippered herring; kipper fillet; smoked herring; bloater
  217 24.58 12.37 2.79 0 0 0 918 84 1.51 447 40 1 2.2 18.7 82
  each 100, fillet 65 | main herring, state cured, usda 15042
pickled herring: rollmop; marinated herring; matjes
  262 14.19 18 2.38 9.64 0 7.71 870 77 1.22 69 258 0 2.8 4.27 13
  cup 140, each 40, jar 200 | sold jar, main herring, state cured, usda 15041
fresh tuna: tuna steak; ahi tuna; yellowfin tuna; sushi-grade tuna; sushi-quality tuna; tuna loin
  109 24.4 0.49 0.17 0 0 0 45 4 0.77 441 18 0 1.7 2.08 39
  each 150, steak 150 | main tuna, usda 15127
fresh sardine: sardine; whole sardine
  175 20 10.5 2.7 0 0 0 100 80 1.8 340 20 0 5 8.5 70
  each 50, fillet 30 | refuse 30, main sardines
  # The raw fish has no record: label figures; the record compared with is the canned one.
surimi stick: crab stick; imitation crab; surimi; seafood stick; imitation crab meat; imitation crabmeat
  95 7.62 0.46 0.22 15 0.5 6.25 529 13 0.39 90 0 0 0 0.57 20
  cup 85, each 17, stick 17 | main white fish, aisle chilled, state prepared, from fish+egg+plant, allergens fish+crustaceans+eggs+gluten, usda 15138
fish finger: fish stick; breaded fish; fish cake; breaded fish fillet
  277 11.01 16.23 3.73 21.66 1.5 1.65 402 16 0.84 185 4 0 0 0.96 28
  each 28, stick 28 | main white fish, aisle frozen, state frozen, from fish+plant, allergens fish+gluten, usda 15027
fish roe: caviar; salmon roe; lumpfish roe; trout roe; tobiko; cod roe; smoked cod's roe
  143 22.32 6.42 1.46 1.5 0 0 91 22 0.6 221 90 16 12.1 10 374
  tablespoon 16, jar 50 | sold jar, aisle chilled, usda 15072
`,
  ),
  ...foodTable(
    { aisle: "canned_and_jarred", state: "canned", sold: "can", from: "fish", allergens: "fish" },
    `
canned tuna: tuna; tuna in water; tinned tuna; tuna in brine; canned tuna in water; tuna in spring water; can of tuna; light tuna; albacore tuna; canned albacore tuna; tuna chunk; canned tuna in brine; tuna chunk in brine
  86 19.44 0.96 0.21 0 0 0 247 17 1.63 179 17 0 1.2 2.55 36
  cup 154, can 112 | main tuna, usda 15121
canned tuna in oil: tuna in olive oil; tuna in oil; oil-packed tuna; tuna in sunflower oil; tinned tuna in oil; italian tuna in olive oil
  198 29.13 8.21 1.53 0 0 0 416 13 1.39 207 23 0 6.7 2.2 18
  cup 146, can 112, jar 150 | main tuna, usda 15119
canned salmon: tinned salmon; pink salmon in a can; canned pink salmon; canned red salmon
  138 23.1 5.02 0.9 0 0 0 381 283 0.77 333 20 0 14.5 4.95 83
  cup 150, can 150 | main salmon, usda 15260
canned sardine: tinned sardine; sardine in olive oil; sardine in oil; sardine fillet; canned sardine in oil; sardine in tomato sauce; pilchard; canned sardine in olive oil
  208 24.62 11.45 1.53 0 0 0 307 382 2.92 397 32 0 4.8 8.94 142
  cup 149, each 12, can 92 | main sardines, usda 15088
canned mackerel: tinned mackerel; mackerel in oil; mackerel in tomato sauce
  156 23.19 6.3 1.86 0 0 0 379 241 2.04 194 130 0.9 7.3 6.94 79
  cup 190, can 90 | main mackerel, usda 15048
anchovy fillet: anchovy; canned anchovy; anchovy in oil; anchovy fillet in oil; salted anchovy; oil-packed anchovy fillet; anchovy in olive oil
  210 28.89 9.71 2.2 0 0 0 3668 232 4.63 544 12 0 1.7 0.88 85
  tablespoon 15, each 4, fillet 4, can 45, jar 60 | usda 15002
anchovy paste: gentleman's relish; patum peperium
  210 28.89 9.71 2.2 0 0 0 3668 232 4.63 544 12 0 1.7 0.88 85
  tablespoon 16, tube 60 | sold gram 60, aisle sauces_and_condiments, usda 15002
`,
  ),
  ...foodTable(
    { aisle: "fish", state: "fresh", sold: "gram 300", from: "shellfish", allergens: "crustaceans" },
    `
prawn: shrimp; raw prawn; king prawn; tiger prawn; large shrimp; raw king prawn; peeled prawn; jumbo shrimp; raw shrimp; peeled raw prawn; frozen prawn; raw tiger prawn; medium shrimp; frozen shrimp; extra-large shrimp; peeled shrimp; mediterranean prawn; whole king prawn; langoustine; raw peeled king prawn; gulf shrimp
  85 20.1 0.51 0.1 0 0 0 119 64 0.52 264 54 0 0 1.1 161
  cup 145, each 12, small 5, medium 8, large 12, jumbo 22, handful 50 | main prawns, usda 15270
cooked prawn: cooked shrimp; cooked king prawn; cooked peeled prawn; small cooked prawn; north atlantic prawn; baby shrimp; cold-water prawn; potted shrimp
  100 20.42 1.36 0.19 0 0 0 870 145 2.13 80 0 4.1 0 0.74 252
  cup 145, each 6, handful 50 | main prawns, state cooked, usda 15152
dried shrimp: dried prawn
  290 60 4 1 3 0 0 4000 600 7 700 0 0 0 10 500
  tablespoon 5 | sold gram 100, aisle canned_and_jarred, state dried
  # Label figures for salted dried shrimp.
crab meat: crab; crabmeat; white crab meat; lump crab meat; fresh crab meat; canned crab; cooked crab; dressed crab; brown crab meat; fresh white crab meat; lump crabmeat; jumbo lump crab
  83 17.88 0.74 0.2 0 0 0 563 91 0.5 259 1 3.3 0 3.33 97
  cup 135, each 150, can 120 | main crab, usda 15141
lobster: cooked lobster; lobster tail; raw lobster; boiled lobster; whole lobster; lobster meat
  77 16.52 0.75 0.18 0 0 0 423 84 0.26 200 1 0 0 1.25 127
  cup 145, each 150 | sold piece, main lobster, usda 15147
crayfish: crayfish tail; crawfish
  77 15.97 0.95 0.16 0 0 0 58 27 0.84 302 16 1.2 0 2 114
  cup 140, each 10 | main prawns, usda 15145
`,
  ),
  ...foodTable(
    { aisle: "fish", state: "fresh", sold: "gram 500", from: "shellfish", allergens: "molluscs" },
    `
mussel: fresh mussel; live mussel; cooked mussel; mussels in shell
  86 11.9 2.24 0.42 3.69 0 0 286 26 3.95 320 48 8 0 12 28
  cup 150, each 7 | refuse 70, sold gram 1000, main mussels, usda 15164
clam: fresh clam; littleneck clam; chowder clam; vongole; palourde clam; cherrystone clam; cockle
  86 14.67 0.96 0.19 3.57 0 0 601 39 1.62 46 90 0 0 11.28 30
  cup 227, each 9.5, small 9, large 20 | refuse 80, sold gram 1000, main clams, usda 15157
canned clam: tinned clam; chopped clam; clam in juice; baby clam
  142 24.25 1.59 0.31 5.9 0 0 112 65 2.68 628 149 0 0.1 18.63 50
  cup 160, can 150 | sold can, main clams, aisle canned_and_jarred, state canned, usda 15160
oyster: fresh oyster; shucked oyster; rock oyster; pacific oyster
  81 9.45 2.3 0.51 4.95 0 0 106 8 5.11 168 81 8 ? 16 50
  cup 248, each 50 | sold piece, main oysters, usda 15171
scallop: sea scallop; king scallop; bay scallop; diver scallop; queen scallop
  69 12.06 0.49 0.13 3.18 0 0 392 6 0.38 205 1 0 0 1.41 24
  cup 150, each 25, small 8, large 30 | main scallops, usda 15172
squid: calamari; squid tube; squid ring; baby squid; cuttlefish; cleaned squid; calamari ring
  92 15.58 1.38 0.36 3.08 0 0 44 32 0.68 246 10 4.7 0 1.3 233
  cup 140, each 100, tube 100 | main squid, usda 15175
octopus: octopus tentacle; baby octopus
  82 14.91 1.04 0.23 2.2 0 0 230 53 5.3 350 45 5 0 20 48
  each 100 | main octopus, usda 15166
snail: escargot; canned snail
  90 16.1 1.4 0.36 2 0 0 70 10 3.5 382 30 0 0 0.5 50
  each 5 | main snails, usda 90560
mixed seafood: seafood mix; frozen seafood mix; frozen mixed seafood; seafood
  88 15.86 1.38 0.29 2.26 0 0 150 41 1.72 277 29 6.3 0 6.65 141
  cup 145, handful 50 | main prawns, aisle frozen, state frozen, allergens molluscs+crustaceans
  # Mean of prawn, mussel and squid, in thirds.
`,
  ),
];
