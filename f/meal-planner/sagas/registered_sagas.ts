import { savedMealsPlace } from "../handlers/fatsecret/saved_meals_place.ts";
import { tandoorMealPlanPlace, tandoorShoppingPlace } from "../handlers/tandoor/tandoor_places.ts";
import { SagaRegistry } from "../patterns/saga/saga_definition.ts";
import { publishPlanSaga } from "./publish_plan_saga.ts";

/** The sagas that the scripts of patterns/saga can start and carry on, in every version that may still be under way. */
export const registeredSagas = new SagaRegistry();

registeredSagas.add(publishPlanSaga([tandoorMealPlanPlace(), tandoorShoppingPlace(), savedMealsPlace()]));
