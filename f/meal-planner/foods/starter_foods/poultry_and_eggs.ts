import type { StarterFood } from "../food.ts";
import { foodTable } from "./food_table.ts";

/** Poultry and eggs. */
export const POULTRY_AND_EGGS: readonly StarterFood[] = [
  ...foodTable(
    { aisle: "meat", state: "fresh", sold: "gram 500", from: "meat" },
    `
chicken breast: boneless skinless chicken breast; skinless chicken breast; chicken breast fillet; chicken breast half; chicken fillet; skinless boneless chicken breast; chicken; boneless chicken breast; chicken tender; chicken tenderloin; chicken breast meat; chicken strip; diced chicken; chicken mini fillet; boneless chicken; skinless chicken breast fillet; chicken breast half boneless skinless; raw chicken breast; boneless skinless chicken breast half; skinless chicken
  120 22.5 2.62 0.56 0 0 0 45 5 0.37 334 9 0 0 0.21 73
  cup 140, each 174, small 130, medium 174, large 225, fillet 174 | main chicken, usda 05062
bone-in chicken breast: skin-on chicken breast; chicken breast with skin; split chicken breast; chicken supreme; guinea fowl breast; chicken breast on the bone; bone-in skin-on chicken breast
  172 20.85 9.25 2.66 0 0 0 63 11 0.74 220 24 0 0.4 0.34 64
  each 200 | refuse 20, main chicken, usda 05057
chicken thigh: boneless skinless chicken thigh; skinless chicken thigh; chicken thigh fillet; boneless chicken thigh; skinless boneless chicken thigh; chicken thigh meat; skinless chicken thigh fillet; boneless skinless thigh
  121 19.66 4.12 1.1 0 0 0 95 7 0.81 242 7 0 0 0.61 94
  cup 140, each 100, small 70, medium 100, large 130, fillet 100 | main chicken, usda 05096
bone-in chicken thigh: chicken thigh on the bone; skin-on chicken thigh; chicken thigh with skin; bone-in skin-on chicken thigh; chicken piece; chicken part; chicken joint; skin-on bone-in chicken thigh; mixed chicken piece
  221 16.52 16.61 4.52 0.25 0 0 81 7 0.68 204 23 0 0.1 0.62 98
  each 130, piece 130, small 100, large 160 | refuse 20, main chicken, usda 05091
chicken drumstick: chicken leg; drumstick; whole chicken leg; chicken leg quarter; chicken leg joint; chicken drumsticks and thigh
  214 16.37 15.95 4.37 0.17 0 0 84 9 0.69 203 28 0.2 0.1 0.56 93
  each 100, piece 100 | refuse 30, main chicken, usda 05075
chicken wing: wing; chicken winglet
  191 17.52 12.85 3.54 0 0 0 84 11 0.46 187 9 0 0.1 0.25 111
  each 50 | refuse 38, main chicken, usda 05100
whole chicken: roasting chicken; whole roasting chicken; chicken whole; broiler; fryer chicken; poussin; oven-ready chicken; cornish hen; broiler-fryer; boiling chicken; roaster chicken; free-range chicken; spatchcock chicken; cornish game hen; frying chicken
  215 18.6 15.06 4.31 0 0 0 70 11 0.9 189 41 1.6 0.2 0.31 75
  each 1100, small 800, medium 1100, large 1400 | refuse 32, sold piece, main chicken, usda 05006
chicken carcass: chicken bone; chicken neck; chicken back; baby chicken carcass; beef bone; soup bone; marrow bone; veal bone; ham bone
  297 14.07 26.24 7.27 0 0 0 64 18 1.9 137 65 0 ? 0.26 99
  each 60 | refuse 90, sold piece, usda 05084
minced chicken: ground chicken; chicken mince; lean ground chicken
  143 17.44 8.1 2.3 0.04 0 0 60 6 0.82 522 0 0 0.1 0.56 86
  cup 225, patty 113 | main chicken, usda 05332
chicken liver:
  119 16.92 4.83 1.56 0.73 0 0 71 8 8.99 230 3296 17.9 0 16.58 345
  cup 225, each 40 | sold gram 400, main offal, usda 05027
cooked chicken: rotisserie chicken; leftover chicken; shredded chicken; cooked chicken breast; roast chicken; shredded cooked chicken; cubed cooked chicken; cooked chicken meat; poached chicken; leftover roast chicken; cooked shredded chicken; cooked and shredded chicken; deli chicken; grilled chicken; roasted chicken; canned chicken; cooked diced chicken
  137 28 2.79 0.78 0 0 0 313 13 0.45 303 5 0 0 0.27 86
  cup 140, each 400, handful 50, slice 28 | sold gram 300, main chicken, aisle chilled, state cooked, usda 05342
turkey breast: turkey breast fillet; turkey steak; turkey escalope; diced turkey; boneless turkey breast; turkey; turkey breast steak; fresh turkey; turkey breast medallion; turkey cutlet; turkey tenderloin; turkey breast escalope
  114 23.66 1.48 0.29 0.14 0 0.05 113 11 0.73 242 6 0 0.1 0.63 57
  cup 140, each 150, steak 120, slice 60 | main turkey, usda 05219
whole turkey: oven-ready turkey; turkey whole; turkey crown
  143 21.64 5.64 1.46 0.13 0 0.07 112 11 0.86 224 17 0 0.3 1.22 72
  each 5000, small 3500, large 6500 | refuse 29, sold piece, main turkey, usda 05165
turkey thigh: turkey leg; turkey drumstick; dark turkey meat
  116 20.6 3.69 0.78 0 0 0 75 4 1.42 269 19 0 0.5 2.17 78
  each 300 | refuse 20, main turkey, usda 05717
minced turkey: ground turkey; turkey mince; lean ground turkey; turkey thigh mince; minced turkey thigh
  148 19.66 7.66 2.02 0 0 0 58 19 1.09 237 20 0 0.4 1 69
  cup 225, patty 113 | main turkey, usda 05305
lean minced turkey: turkey breast mince; minced turkey breast; ground turkey breast; extra lean turkey mince; 93% lean ground turkey; extra-lean ground turkey; lean turkey mince
  150 18.73 8.34 2.17 0 0 0 69 21 1.17 213 22 0 0.4 1.2 74
  cup 225, patty 113 | main turkey, usda 05665
turkey breast slice: cooked turkey breast; deli turkey; sliced turkey; turkey slice; deli turkey slice; deli turkey breast; cooked turkey breast slice; smoked turkey; roast turkey slice; turkey ham; cooked turkey; leftover turkey; lean turkey ham; sliced turkey breast; turkey luncheon slice
  106 14.81 3.77 0.91 2.2 0 0.91 898 14 0.42 371 0 0 0.2 0.37 49
  cup 140, each 28, slice 28 | sold gram 150, main turkey, aisle chilled, state prepared, usda 07081
duck breast: duck; boneless duck breast; duck breast fillet
  404 11.49 39.34 13.22 0 0 0 63 11 2.4 209 50 2.8 0.7 0.25 76
  each 200 | sold piece, main duck, usda 05139
whole duck: duckling; oven-ready duck; duck whole; whole duckling; roasting duck
  404 11.49 39.34 13.22 0 0 0 63 11 2.4 209 50 2.8 0.7 0.25 76
  each 1270 | refuse 28, sold piece, main duck, usda 05139
duck leg: confit duck leg; duck confit
  404 11.49 39.34 13.22 0 0 0 63 11 2.4 209 50 2.8 0.7 0.25 76
  each 200 | refuse 28, sold piece, main duck, usda 05139
goose: whole goose
  371 15.86 33.62 9.78 0 0 0 73 12 2.5 308 17 4.2 ? 0.34 80
  each 3000 | refuse 19, sold piece, main goose, usda 05146
quail: whole quail; pigeon; squab
  192 19.63 12.05 3.38 0 0 0 53 13 3.97 216 73 6.1 ? 0.43 76
  each 109 | refuse 10, sold piece, main quail, usda 05157
pheasant: guinea fowl; partridge; grouse
  181 22.7 9.29 2.7 0 0 0 40 12 1.15 243 53 5.3 ? 0.77 71
  each 600 | refuse 14, sold piece, main pheasant, usda 05153
`,
  ),
  ...foodTable(
    { aisle: "dairy_and_eggs", state: "fresh", sold: "piece", from: "egg", allergens: "eggs" },
    `
egg: large egg; free-range egg; whole egg; hen's egg; medium egg; fresh egg; organic egg; egg wash; beaten egg; small egg; poached egg; large free-range egg; medium free-range egg; free range egg; extra large egg
  143 12.56 9.51 3.13 0.72 0 0.37 142 56 1.75 138 160 0 2 0.89 372
  cup 243, each 50, small 38, medium 44, large 50, extra large 56, jumbo 63 | refuse 12, sold piece 6, main eggs, usda 01123
egg white: free-range egg white; large egg white; white egg; liquid egg white; egg-white; white of egg; pasteurized egg white; carton egg white
  52 10.9 0.17 0 0.73 0 0.71 166 7 0.08 163 0 0 0 0.09 0
  cup 243, each 33, large 33, medium 29 | main eggs, usda 01124
egg yolk: large egg yolk; free-range egg yolk; yolk; yolk of egg; yolk egg
  322 15.86 26.54 9.55 3.59 0 0.56 48 129 2.73 109 381 0 5.4 1.95 1085
  cup 243, each 17, large 17, medium 15 | usda 01125
hard-boiled egg: boiled egg; hard boiled egg; hard-cooked egg; soft-boiled egg; hardboiled egg; hard cooked egg; soft boiled egg
  155 12.58 10.61 3.27 1.12 0 1.12 124 50 1.19 126 149 0 2.2 1.11 373
  cup 136, each 50, small 37, medium 44, large 50, slice 7 | refuse 12, main eggs, state cooked, usda 01129
quail egg: quail's egg; quails' egg
  158 13.05 11.09 3.56 0.41 0 0.4 141 64 3.65 132 156 0 1.4 1.58 844
  each 9 | refuse 8, main eggs, usda 01140
duck egg:
  185 12.81 13.77 3.68 1.45 0 0.93 146 64 3.85 222 194 0 1.7 5.4 884
  each 70 | refuse 12, main eggs, usda 01138
`,
  ),
];
