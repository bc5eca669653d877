import { SagaRegistry } from "./saga_definition.ts";

/** The sagas that the scripts of this folder can start and carry on, in every version that may still be under way. */
export const registeredSagas = new SagaRegistry();
