import { z } from "zod";

// The ids that make up the chain of examples below belong to one made-up household, so that examples fit together.
export const EXAMPLE_HOUSEHOLD = "0192f5a0-0000-7000-8000-000000000001";
export const EXAMPLE_PERSON = "0192f5a0-0000-7000-8000-000000000002";
export const EXAMPLE_RECIPE = "0192f5a0-0000-7000-8000-000000000003";
export const EXAMPLE_PLAN = "0192f5a0-0000-7000-8000-000000000004";
export const EXAMPLE_LIST = "0192f5a0-0000-7000-8000-000000000005";

export const householdId = z.guid().describe("The household that it belongs to.");
export const personId = z.guid().describe("The person that it is about.");
export const recipeId = z.guid().describe("The recipe.");
export const planId = z.guid().describe("The meal plan.");
export const listId = z.guid().describe("The shopping list.");
export const version = z.int().min(1).describe("The version that this change made, from 1.");
export const name = z.string().min(1).max(500);
export const calendarDate = z.iso.date().describe("A date in the household's time zone.");
export const count = z.int().min(0);
