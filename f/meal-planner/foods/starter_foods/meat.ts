import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Beef, veal, pork, lamb, game and the cured meats. */
export const MEAT: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "meat", state: "fresh", sold: "gram 500", from: "meat" },
    `
minced beef: ground beef; beef mince; mince; ground meat; minced meat; mince meat; hamburger meat; minced beef 15% fat; hamburger; chuck mince; ground beef 85% lean; ground chuck; steak mince; beef mince 15% fat
  215 18.59 15 5.71 0 0 0 66 15 2.09 295 4 0 0.1 2.17 68
  cup 225, patty 113 | main beef, usda 23567
lean minced beef: lean ground beef; lean minced beef (5% fat); extra lean minced beef; lean beef mince; extra-lean ground beef; extra lean ground beef; lean steak mince; 5% fat beef mince; 95% lean ground beef; ground beef 90% lean; extra-lean minced beef; lean mince; minced beef 5% fat; beef mince 5% fat; 5% fat minced beef
  137 21.41 5 2.18 0 0 0 66 9 2.38 346 4 0 0.1 2.24 62
  cup 225, patty 113 | main beef, usda 23557
fatty minced beef: ground beef 80% lean; 80/20 ground beef; minced beef 20% fat; 80% lean ground beef; beef mince 20% fat
  254 17.17 20 7.58 0 0 0 66 18 1.94 270 4 0 0.1 2.14 71
  cup 225, patty 113 | main beef, usda 23572
sirloin steak: beef steak; steak; rump steak; strip steak; new york strip; beef sirloin; top sirloin steak; striploin steak; top loin steak; sirloin; rib-eye; entrecote
  163 22.43 8.17 3.48 0 0 0 45 15 1.83 273 4 0 0.1 1.74 61
  each 225, small 170, medium 225, large 300, steak 225 | sold piece, main beef, usda 23339
ribeye steak: rib eye steak; rib-eye steak; ribeye; scotch fillet; cote de boeuf
  228 19.26 16.71 7.36 0.12 0 0 52 8 1.81 246 4 0 0.1 1.73 68
  each 250, steak 250 | sold piece, main beef, usda 23230
beef fillet: beef tenderloin; filet mignon; fillet steak; tenderloin steak; fillet of beef; tournedos
  149 21.67 6.93 2.48 0 0 0 44 14 2.48 284 5 0 0.1 3.47 61
  each 170, steak 170 | main beef, usda 23336
flank steak: skirt steak; bavette; hanger steak; flank; skirt; flat iron steak
  155 21.22 7.17 2.98 0 0 0 54 25 1.55 328 0 0 0.1 1.09 65
  each 600, steak 600 | main beef, usda 13970
stewing beef: beef stew meat; braising steak; beef chuck; chuck steak; diced beef; stewing steak; stew meat; beef for stew; casserole beef; beef cube; braising beef; ox cheek; beef cheek; beef shin; shin of beef; chuck roast; pot roast; beef chuck roast; stewing meat; beef; cubed beef; beef stewing steak; boneless beef chuck; beef chuck steak; chuck; chuck pot roast
  128 21.75 4.48 1.86 0.16 0 0 80 13 2.12 367 2 0 0.1 2.3 64
  cup 140, piece 25 | main beef, usda 23093
beef brisket: brisket
  165 20.32 9.29 3.59 0 0 0 80 13 2 344 4 0 0.1 1.76 67
  | sold gram 1500, main beef, usda 13904
beef roasting joint: beef topside; roast beef joint; silverside; beef round; top round; bottom round; topside of beef; beef roast; eye of round; rump roast; beef joint; round steak; thin-cut beef steak; minute steak
  125 23.45 3.5 1.35 0 0 0 54 13 2.33 311 3 0 0 1.64 62
  steak 120, each 120 | sold gram 1000, main beef, usda 23327
beef short rib: short rib; beef rib; boneless short rib; beef back rib
  235 17.48 18.33 7.98 0 0 0 78 12 2.24 277 4 0 0.1 3 75
  each 150 | sold gram 1000, main beef, usda 23128
oxtail:
  262 20 20 8.5 0 0 0 90 10 2.6 250 0 0 0.1 2.5 80
  each 90, piece 90 | refuse 50, sold gram 1000, main beef
  # Lean and fat of the tail have no record; butchers' label figures for the edible part.
liver: beef liver; ox liver
  135 20.36 3.63 1.23 3.89 0 0 69 5 4.9 313 4968 1.3 1.2 59.3 275
  slice 80 | main offal, usda 13325
lamb's liver: lambs liver
  139 20.38 5.02 1.94 1.78 0 ? 70 7 7.37 313 7391 4 0.6 90.05 371
  slice 80 | main offal, usda 17199
calf's liver: calf liver; calves liver
  140 19.93 4.85 1.56 2.91 0 0 77 5 6.4 308 11707 0.7 1.2 59.85 334
  slice 80 | main offal, usda 17202
kidney: beef kidney; lamb's kidney; lambs' kidney; veal kidney; ox kidney; pork kidney; lamb kidney
  97 15.74 2.95 1 0.82 0 0 156 13 6.38 277 95 11 0.5 52.41 337
  each 60 | main offal, usda 17195
tripe: beef tripe; ox tripe; honeycomb tripe
  85 12.07 3.69 1.29 0 0 0 97 69 0.59 67 0 0 0 1.39 122
  | main offal, usda 13341
veal escalope: veal; veal cutlet; veal schnitzel; veal scallopini; veal steak; veal leg
  117 20.98 3.08 1.18 0 0 0 63 5 0.79 367 0 0 0 1.04 78
  each 120, slice 60 | main veal, usda 17094
minced veal: ground veal; veal mince; lean ground veal
  197 18.58 13.06 5.11 0 0 0 103 12 1.37 198 0 0 1.3 2.28 49
  cup 225 | main veal, usda 17142
veal shank: veal shin; osso buco; ossobuco
  113 19.15 3.48 1.06 0 0 0 84 20 0.76 314 0 0 ? 1.36 75
  each 250, slice 250 | refuse 29, sold gram 1000, main veal, usda 17276
pork loin: pork loin roast; boneless pork loin; pork roast; pork loin joint; pork joint; roast pork; pork
  198 19.74 12.58 4.36 0 0 0 50 18 0.79 356 2 0.6 0.5 0.53 63
  | sold gram 1000, main pork, usda 10020
pork chop: boneless pork chop; pork loin chop; pork steak; pork loin steak; pork escalope; pork cutlet; pork schnitzel; bone-in pork chop; loin chop; pork leg steak
  201 21.14 12.96 4.41 0 0 0 82 9 0.48 345 5 0 0.3 0.43 59
  each 160, medium 160, small 110, large 220, slice 100 | sold piece, main pork, usda 10164
pork tenderloin: pork fillet; pork fillet medallion; fillet of pork; pork medallion
  120 20.65 3.53 1.18 0 0 0 52 6 0.97 393 0 0 0.3 0.52 65
  each 450 | sold piece, main pork, usda 10218
pork shoulder: boston butt; pork butt; pork collar; pork shoulder steak; boneless pork shoulder; diced pork; pork neck; stewing pork; pulled pork meat; pork blade; pork stew meat; cubed pork; pork trimming; pork shoulder roast; pork cube; pork leg
  186 17.42 12.36 4.35 0 0 0 61 16 1.12 318 2 0 0.7 0.91 62
  cup 140, steak 200 | sold gram 1000, main pork, usda 10080
pork belly: belly pork; fresh pork belly; pork belly slice; side pork
  518 9.34 53.01 19.33 0 0 0 32 5 0.52 185 3 0.3 0.6 0.84 72
  slice 90 | main pork, usda 10005
pork rib: sparerib; pork sparerib; spare rib; baby back rib; rack of ribs; pork spare rib
  277 15.47 23.4 7.53 0 0 0 81 15 0.91 242 0 0 2.3 0.38 80
  each 80, rack 800 | refuse 30, sold gram 1000, main pork, usda 10088
minced pork: ground pork; pork mince; lean minced pork; ground lean pork; minced pork belly; pork mince 12% fat
  263 16.88 21.19 7.87 0 0 0 56 14 0.88 287 2 0.7 0.6 0.7 72
  cup 225, patty 85 | main pork, usda 10219
bacon: streaky bacon; bacon rasher; bacon slice; smoked bacon; smoked streaky bacon; slab bacon; bacon strip; bacon lardon; lardon; unsmoked bacon; bacon cube; thick-cut bacon; thick cut bacon; slice bacon; rasher bacon; bacon bit; rashers
  417 12.62 39.69 13.3 1.28 0 1 662 5 0.41 198 11 0 0.4 0.5 66
  cup 180, tablespoon 8, each 28, slice 28, rasher 28, strip 28, handful 40 | sold gram 200, main bacon, state cured, usda 10123
back bacon: canadian bacon; smoked back bacon; back bacon rasher; unsmoked back bacon
  203 20.17 12.9 4.57 0.05 0 0 1386 7 0.75 337 0 0 0.6 0.8 54
  each 40, slice 40, rasher 40 | sold gram 200, main bacon, state cured, usda 10142
  # Cured loin is eaten with its rim of fat; the record is that of a ham's centre slice, lean and fat.
gammon steak: gammon
  203 20.17 12.9 4.57 0.05 0 0 1386 7 0.75 337 0 0 ? 0.8 54
  each 170, steak 170, slice 100 | sold gram 200, main bacon, state cured, usda 10142
  # Cured loin is eaten with its rim of fat; the record is that of a ham's centre slice, lean and fat.
turkey bacon: turkey rasher
  226 15.94 16.93 4.52 1.89 0 0 1069 80 1.4 349 10 0 0.2 1.19 86
  each 20, slice 20, rasher 20 | sold gram 200, main bacon, state cured, usda 07254
pancetta: guanciale; diced pancetta; pancetta cube; cubed pancetta; speck
  393 15 37 14 0.5 0 0.5 2000 10 0.8 240 0 0 0.6 0.7 65
  cup 150, slice 15, each 15 | sold gram 150, main bacon, state cured, usda 10123
  # Label figures of Italian cured belly; the record is smoked bacon, the same cut.
ham: cooked ham; boiled ham; sliced ham; smoked ham; deli ham; ham slice; black forest ham; good-quality ham; diced ham; cooked smoked ham; honey ham; honey roast ham; roast ham; ham steak; cubed ham; cooked ham slice; baked ham; country ham
  163 16.6 8.6 2.94 3.83 1.3 0 1143 24 1.02 287 0 4 0.7 0.42 57
  cup 140, each 28, slice 28, handful 40 | sold gram 200, main ham, state cured, usda 07029
ham hock: smoked ham hock; bacon hock; gammon hock; pork hock; ham shank; pork knuckle; ham knuckle; smoked pork hock
  191 22.35 11.11 3.61 0.32 0 0.32 779 6 1.01 279 10 0 ? 0.36 62
  each 600, small 450, large 750 | refuse 28, sold piece, main ham, state cured, usda 10903
prosciutto: parma ham; serrano ham; jamon serrano; iberico ham; jamon; bayonne ham; dry-cured ham; prosciutto di parma; serrano ham slice; parma ham slice
  267 26 18 6.1 0.3 0 0 1760 9 0.9 520 0 0 0.8 0.8 78
  cup 110, each 15, slice 15 | sold gram 100, main ham, state cured
  # Dry-cured ham has no record; label figures of Parma ham.
salami: italian salami; genoa salami; hard salami; milano salami; dry salami; soppressata; saucisson
  378 21.07 31.65 11.42 0.72 0 0.26 1756 24 1.36 363 11 0 0.9 1.15 108
  cup 110, each 10, slice 10 | sold gram 100, main sausage, state cured, usda 07072
pepperoni: sliced pepperoni
  504 19.25 46.28 17.71 1.18 0 0 1582 19 1.33 274 0 0 1.3 1.3 97
  cup 110, each 2, slice 2, handful 30 | sold gram 100, main sausage, state cured, usda 07057
chorizo: spanish chorizo; chorizo pork sausage; chorizo sausage; cured chorizo; mexican chorizo; cooking chorizo; linguica; nduja; chorizo ring; 'nduja
  455 24.1 38.27 14.38 1.86 0 0 1235 8 1.59 398 0 0 1.5 2 88
  cup 130, each 60, link 60, slice 5 | sold gram 225, main sausage, state cured, usda 07019
mortadella: bologna
  311 16.37 25.39 9.51 3.05 0 0 1246 18 1.4 163 0 0 1 1.48 56
  slice 15, each 15 | sold gram 100, main sausage, state cured, usda 07050
pork sausage: sausage; breakfast sausage; cumberland sausage; sausage meat; bulk sausage; fresh sausage; pork sausage meat; sausage link; bulk pork sausage; sausagemeat; chipolata; chipolata sausage; lincolnshire sausage
  288 15.39 24.8 7.57 0.93 0 0.93 739 8 1.02 307 27 0 1.4 0.92 70
  cup 225, each 57, small 25, large 80, link 57, patty 50 | sold gram 400, main sausage, usda 07063
italian sausage: sweet italian sausage; hot italian sausage; fennel sausage; spicy italian sausage; italian sausage meat; toulouse sausage; mild italian sausage; italian pork sausage; salsiccia; sweet italian-style chicken sausage
  346 14.25 31.33 11.27 0.65 0 0 731 18 1.18 253 0 2 0.9 0.91 76
  cup 225, each 91, link 91 | sold gram 400, main sausage, usda 07036
bratwurst: german sausage; falukorv; chicken sausage
  333 13.72 29.18 10 2.85 0 0 846 28 0.53 348 2 0 1.1 0.73 74
  cup 140, each 85, link 85, slice 10 | sold gram 400, main sausage, state prepared, usda 07013
merguez:
  333 13.72 29.18 10 2.85 0 0 846 28 0.53 348 2 0 1.1 0.73 74
  cup 140, each 85, link 85, slice 10 | sold gram 400, main sausage, state prepared, usda 07013
  # Lamb sausage; the record is bratwurst, which is about as fat.
kielbasa: polish sausage; smoked sausage; smoked pork sausage; andouille sausage; andouille; kabanos
  325 10.84 29.63 9.68 3.72 0 2.05 928 24 0.75 217 8 19.1 0.7 0.68 61
  cup 140, each 85, link 85, slice 10 | sold gram 400, main sausage, state prepared, usda 07970
frankfurter: hot dog; wiener; hot dog sausage; frankfurter sausage; vienna sausage
  315 11.69 28.1 11.46 2.97 0 1.17 865 14 1.12 364 3 0 0.9 0.96 58
  each 45, link 45 | sold gram 300, main sausage, state prepared, usda 07022
black pudding: blood sausage; morcilla; boudin noir
  379 14.6 34.5 13.4 1.29 0 1.29 680 6 6.4 38 0 0 1.3 1 120
  slice 30, each 30 | sold gram 230, main sausage, state prepared, allergens gluten, usda 07005
roast beef slice: sliced roast beef; deli roast beef; cooked beef; leftover roast beef
  115 18.62 3.69 1.32 0.64 0 0.29 853 5 2.05 647 3 0 0 2.04 51
  cup 140, slice 20, each 20 | sold gram 150, main beef, state prepared, usda 07043
pastrami: sliced pastrami; bresaola
  95 19.6 1.16 0 1.54 0 0 1010 9 2.78 228 0 34.6 ? 1.76 47
  slice 15, each 15 | sold gram 100, main beef, state cured, usda 07925
corned beef: canned corned beef; salt beef; corned beef brisket
  251 18.17 18.98 6.34 0.47 0 0 973 8 1.86 145 0 0 0.1 1.63 98
  cup 140, slice 28, can 340 | sold gram 340, main beef, state cured, usda 13347
minced lamb: ground lamb; lamb mince; lean lamb mince; lean minced lamb
  282 16.56 23.41 10.19 0 0 0 59 16 1.55 222 0 0 0.1 2.31 73
  cup 225, patty 113 | main lamb, usda 17224
leg of lamb: lamb leg; lamb leg steak; boneless leg of lamb; lamb steak; lamb; roast lamb; cold lamb; lamb leg joint; lamb roast
  128 20.56 4.51 1.61 0 0 0 62 6 1.82 289 0 0 0.1 2.7 64
  steak 150, each 150 | sold gram 1000, main lamb, usda 17013
lamb shoulder: shoulder of lamb; diced lamb; stewing lamb; lamb neck; lamb stew meat; cubed lamb; lamb neck fillet; boneless lamb shoulder; lamb cube; lamb for stew
  264 16.58 21.45 9.28 0 0 0 61 16 1.5 230 0 0 0.1 2.53 72
  cup 140, piece 25 | sold gram 1000, main lamb, usda 17035
lamb chop: lamb loin chop; lamb cutlet; rack of lamb; lamb rib chop; best end of neck of lamb chop; lamb loin
  310 16.32 26.63 11.76 0 0 0 56 15 1.61 214 0 0 0.1 2.04 74
  each 90, rack 700 | refuse 25, main lamb, usda 17023
lamb shank:
  201 18.91 13.38 5.83 0 0 0 72 11 1.67 214 0 0 0.1 2.34 72
  each 300 | refuse 30, main lamb, usda 17007
goat meat: goat; kid goat; diced goat
  109 20.6 2.31 0.71 0 0 0 82 13 2.83 385 0 0 ? 1.13 57
  cup 140 | main goat, usda 17168
mutton: diced mutton
  264 16.58 21.45 9.28 0 0 0 61 16 1.5 230 0 0 0.1 2.53 72
  cup 140 | main lamb, usda 17035
venison: venison steak; deer; venison loin; diced venison; venison haunch; elk; minced venison
  120 22.96 2.42 0.95 0 0 0 51 5 3.4 318 0 0 ? 6.31 85
  each 150, steak 150 | main venison, usda 17164
rabbit: rabbit leg; jointed rabbit
  136 20.05 5.55 1.66 0 0 0 41 13 1.57 330 0 0 ? 7.16 57
  each 900 | main rabbit, usda 17177
liver pâté: pork liver pate; pate; chicken liver pate; coarse pâté; farmhouse pate; duck pate; foie gras; liver spread; liverwurst; liver sausage
  319 14.2 28 9.57 1.5 0 0 697 70 5.5 138 991 2 ? 3.2 255
  tablespoon 13, slice 50, each 50 | sold gram 170, main offal, aisle chilled, state prepared, usda 07055
gelatine: gelatin; powdered gelatin; gelatine leaf; gelatin powder; unflavored gelatin; gelatin sheet; leaf gelatine; unflavoured gelatine
  335 85.6 0.1 0.07 0 0 0 196 55 1.11 16 0 0 0 0 0
  tablespoon 9, each 2, leaf 2, sheet 2, sachet 7, package 7 | sold gram 48, aisle baking, state powder, usda 19177
lard: pork lard; leaf lard; cold lard
  902 0 100 39.2 0 0 0 0 0 0 0 0 0 2.5 0 95
  cup 205 | sold gram 250, aisle dairy_and_eggs, usda 04002
bacon fat: bacon grease; bacon dripping
  897 0 99.5 39 0 0 0 150 0 0 0 0 0 2.5 0 95
  cup 205 | sold gram 250, aisle dairy_and_eggs, usda 04609
suet: beef suet; shredded suet
  854 1.5 94 52.3 0 0 0 7 2 0.17 16 0 0 ? 0.27 68
  cup 120, tablespoon 8 | sold gram 200, aisle baking, usda 13335
beef dripping: beef tallow; beef fat
  902 0 100 49.8 0 0 0 0 0 0 0 0 0 0.7 0 109
  cup 205 | sold gram 250, aisle dairy_and_eggs, usda 04001
duck fat:
  882 0 99.8 33.2 0 0 0 0 0 0 0 0 0 4.8 0 100
  cup 205, jar 320 | sold jar, aisle canned_and_jarred, usda 04574
chicken fat: schmaltz
  900 0 99.8 29.8 0 0 0 0 0 0 0 0 0 4.8 0 85
  cup 205, jar 320 | sold jar, aisle canned_and_jarred, usda 04542
goose fat:
  900 0 99.8 27.7 0 0 0 0 0 0 0 0 0 ? 0 100
  cup 205, jar 320 | sold jar, aisle canned_and_jarred, usda 04576
`,
  ),
];
